package io.mooring.room.cli;

import io.mooring.checker.modelcheck.OwnFile;
import io.mooring.checker.mutate.KillMatrix;
import io.mooring.checker.mutate.MatrixJson;
import io.mooring.checker.mutate.MatrixMarkdown;
import io.mooring.checker.mutate.MatrixText;
import io.mooring.checker.mutate.Mutant;
import io.mooring.checker.mutate.MutantFinder;
import io.mooring.checker.mutate.MutantSet;
import io.mooring.checker.mutate.MutationOperator;
import io.mooring.checker.mutate.MutationRun;
import io.mooring.checker.mutate.MutationRun.Limits;
import io.mooring.checker.mutate.ReviewedList;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code mutate}: finds the faulty changes that the properties do not detect. */
@Command(
    name = "mutate",
    description = {
      "Makes many small faulty changes to a TLA+ specification, and checks whether its properties"
          + " detect each of them. A survivor shows behaviour that no property requires, or is"
          + " explained in a list.",
      "See src/docs/guide/mutation.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring mutate spec/RoomConnection.tla",
      "  ./mooring mutate Queue.tla --config Small.cfg --config Large.cfg",
      "  ./mooring mutate Queue.tla --only drop-update,weaken-fairness",
      "  ./mooring mutate Queue.tla --sample 50 --seed 1",
      "  ./mooring mutate Queue.tla --list   the mutants, without checking them"
    })
final class MutateCommand implements Callable<Integer> {

  private final Shell shell;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SPEC.tla",
      description = "The specification to change.")
  private @Nullable Path spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Its configuration; several, the cheapest first: a mutant that survives one is checked in"
              + " the next. Default: the .cfg file beside it with the same name.")
  private List<Path> configs = List.of();

  @Option(
      names = "--reviewed",
      paramLabel = "FILE",
      description =
          "The list of explained survivors. Default: SPEC.survivors.json beside the specification,"
              + " if there is one.")
  private @Nullable Path reviewed;

  @Option(
      names = "--skip-reviewed",
      description = "Skip the mutants that the list explains, to find new survivors faster.")
  private boolean skipReviewed;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "The list of models with their expected results: a witness or a figure of it may kill a"
              + " mutant that no property kills. Default: manifest.json beside the specification,"
              + " if there is one.")
  private @Nullable Path manifest;

  @Option(
      names = "--pins",
      paramLabel = "WHEN",
      description =
          "When to compare the figures of the manifest: last, after the properties of all"
              + " configurations; early, after the properties of the same configuration, which is"
              + " faster but does not show whether a property of a later one would have killed the"
              + " mutant; never. Default: ${DEFAULT-VALUE}.")
  private Pins pins = Pins.last;

  /** When figures are compared, as written on the command line. */
  private enum Pins {
    last,
    early,
    never
  }

  @Option(
      names = "--module",
      paramLabel = "NAME",
      split = ",",
      description =
          "The modules to change, for example one that is instantiated. Default: the"
              + " specification itself and the modules that it extends.")
  private List<String> modules = List.of();

  @Option(
      names = "--only",
      paramLabel = "OPERATOR",
      split = ",",
      description = "Make only these kinds of change. 'mooring mutate --operators' lists them.")
  private List<String> only = List.of();

  @Option(
      names = "--matching",
      paramLabel = "TEXT",
      description = "Only the mutants whose ids contain this.")
  private String matching = "";

  @Option(names = "--operators", description = "List the kinds of change and exit.")
  private boolean operators;

  @Option(names = "--list", description = "List the mutants without checking them.")
  private boolean list;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Check only this number of mutants, chosen at random.")
  private @Nullable Integer sample;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of the choice. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--limit-states",
      paramLabel = "N",
      description =
          "Stop checking a mutant at this number of distinct states. Default: ten times the number"
              + " of the specification plus 10,000.")
  private @Nullable Long states;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description =
          "Stop checking a mutant after this time: 30s, 5m. Default: ten times the time of the"
              + " specification plus one minute.")
  private @Nullable Duration timeout;

  @Option(
      names = "--resume",
      description =
          "Continue an earlier call with the same --out that was stopped: a mutant that was checked"
              + " is checked again only if one of its files has changed.")
  private boolean resume;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the matrix is written, as Markdown and as JSON, and the journal for --resume."
              + " Default: target/mooring/mutate.")
  private @Nullable Path out;

  @Mixin private final CheckerOption checker = new CheckerOption();

  MutateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws TlcException {
    if (operators) {
      ColumnPrinter columns =
          new ColumnPrinter().words("operator", MutationOperator.ids()).words("", List.of());
      for (MutationOperator each : MutationOperator.values()) {
        shell.say(columns.row(each.id(), each.text()));
      }
      return 0;
    }
    if (spec == null) {
      throw new UsageException("names no specification", "For example: mooring mutate Queue.tla");
    }
    Path module = shell.existing(spec);
    List<Path> questions = questions(module);
    Set<MutationOperator> kinds = kinds();
    if (sample != null && sample < 1) {
      throw new UsageException("--sample " + sample + " draws nothing", "Give at least 1.");
    }
    if (states != null && states < 1) {
      throw new UsageException("--limit-states " + states + " allows nothing", "Give at least 1.");
    }
    ReviewedList words = words(module);
    Limits limits = new Limits(states, timeout, manifest(module), pins == Pins.early);
    Tlc tlc = checker.tlc(shell);
    MutantSet mutantSet = MutantFinder.mutants(tlc, module, questions, modules);
    if (mutantSet.mutants().isEmpty()) {
      throw nothingToChange(mutantSet);
    }
    if (modules.isEmpty() && !mutantSet.elsewhere().isEmpty()) {
      shell.warn(
          "note: behaviour stands in "
              + modules(mutantSet.elsewhere())
              + " as well, which is left as it is; "
              + option(mutantSet)
              + " changes that");
    }
    List<Mutant> chosen = chosen(mutantSet, kinds, words);
    if (chosen.isEmpty()) {
      throw new UsageException(
          spec + " has no mutants of this kind", "'mooring mutate " + spec + " --list' lists all.");
    }
    if (list) {
      chosen.forEach(mutant -> shell.say(mutant.span().line() + "  " + mutant.id()));
      return 0;
    }
    MutationFiles files = new MutationFiles(shell, module, out);
    KillMatrix matrix =
        new MutationRun(
                tlc,
                mutantSet,
                limits,
                files.journal(resume),
                new ShellReporter(shell),
                shell.interrupts()::requested)
            .run(chosen, questions);
    return report(matrix, words, mutantSet, files.stem(questions));
  }

  private UsageException nothingToChange(MutantSet mutantSet) {
    String changed = modules.isEmpty() ? mutantSet.name() : String.join(", ", modules);
    return mutantSet.elsewhere().isEmpty()
        ? new UsageException(
            spec + " has no mutants: nothing in " + changed + " is behaviour that can be changed",
            "Look at what SPECIFICATION, or INIT and NEXT, of the configuration name.")
        : new UsageException(
            spec
                + " has no mutants in the text of "
                + changed
                + ": what it does stands in "
                + modules(mutantSet.elsewhere()),
            option(mutantSet) + " changes that.");
  }

  private static String modules(List<String> names) {
    return (names.size() == 1 ? "module " : "modules ") + String.join(", ", names);
  }

  private static String option(MutantSet mutantSet) {
    return "--module " + String.join(",", mutantSet.elsewhere());
  }

  private Set<MutationOperator> kinds() {
    Set<MutationOperator> kinds = EnumSet.noneOf(MutationOperator.class);
    for (String id : only) {
      kinds.add(
          MutationOperator.of(id)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--only: there is no operator '" + id + "'",
                          "There are " + String.join(", ", MutationOperator.ids()) + ".")));
    }
    return kinds.isEmpty() ? EnumSet.allOf(MutationOperator.class) : kinds;
  }

  private List<Path> questions(Path module) {
    if (configs.isEmpty()) {
      return List.of(shell.existing(ModuleFile.beside(module, ".cfg")));
    }
    List<Path> questions = new ArrayList<>();
    for (Path config : configs) {
      Path question = shell.existing(config);
      if (questions.stream().anyMatch(each -> each.getFileName().equals(question.getFileName()))) {
        throw new UsageException(
            "--config names two files " + question.getFileName(),
            "Give each configuration once, with a unique name: the matrix lists them by name.");
      }
      questions.add(question);
    }
    return questions;
  }

  private @Nullable Path manifest(Path module) {
    if (pins == Pins.never && manifest != null) {
      throw new UsageException(
          "--pins never leaves nothing to ask of --manifest", "Give one of them.");
    }
    if (manifest != null) {
      return shell.existing(manifest);
    }
    Path beside = module.resolveSibling("manifest.json");
    return pins != Pins.never && MutationFiles.isOurs(shell, beside, OwnFile::notManifest)
        ? beside
        : null;
  }

  private ReviewedList words(Path module) throws TlcException {
    if (reviewed != null) {
      return ReviewedList.read(shell.existing(reviewed));
    }
    Path beside = ReviewedList.beside(module);
    return MutationFiles.isOurs(shell, beside, OwnFile::notSurvivors)
        ? ReviewedList.read(beside)
        : ReviewedList.none(beside);
  }

  private List<Mutant> chosen(
      MutantSet mutantSet, Set<MutationOperator> kinds, ReviewedList words) {
    List<Mutant> all =
        new ArrayList<>(
            mutantSet.mutants().stream()
                .filter(mutant -> kinds.contains(mutant.operator()))
                .filter(mutant -> mutant.id().contains(matching))
                .filter(mutant -> !skipReviewed || words.of(mutant).isEmpty())
                .toList());
    if (sample == null || sample >= all.size()) {
      return all;
    }
    List<Mutant> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, new Random(seed));
    return drawn.subList(0, sample).stream().sorted(Comparator.comparingInt(all::indexOf)).toList();
  }

  private int report(KillMatrix matrix, ReviewedList words, MutantSet mutantSet, Path stem) {
    List<String> stale = words.stale(matrix, mutantSet);
    MatrixText.lines(matrix, words, stale).forEach(line -> shell.say(shell.brief(line)));
    if (matrix.results().size() < matrix.chosen()) {
      shell.warn(
          String.format(
              Locale.ROOT,
              "Interrupted: %,d of %,d mutants were checked; the same call with --resume continues.",
              matrix.results().size(),
              matrix.chosen()));
    }
    MutationFiles.save(shell, stem, ".md", MatrixMarkdown.text(matrix, words));
    MutationFiles.save(shell, stem, ".json", MatrixJson.text(matrix, words));
    if (!matrix.results().isEmpty() && matrix.score().isEmpty()) {
      throw new UsageException(
          "nothing was judged: every mutant is stillborn",
          mutantSet.elsewhere().isEmpty() || !modules.isEmpty()
              ? "Why stands above; without --sample, --only and --matching there may be others."
              : "What the specification does stands in "
                  + modules(mutantSet.elsewhere())
                  + "; "
                  + option(mutantSet)
                  + " changes that.");
    }
    return words.unexplained(matrix).isEmpty() && stale.isEmpty() ? 0 : 1;
  }
}
