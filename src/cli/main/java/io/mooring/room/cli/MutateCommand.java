package io.mooring.room.cli;

import io.mooring.checker.mutate.MutantSelection;
import io.mooring.checker.mutate.Mutation;
import io.mooring.checker.mutate.MutationFiles;
import io.mooring.checker.mutate.MutationOperator;
import io.mooring.checker.mutate.MutationOutcome;
import io.mooring.checker.mutate.MutationRun.Limits;
import io.mooring.checker.mutate.ReviewedList;
import io.mooring.checker.report.MutationReport;
import io.mooring.checker.report.Report;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
@HelpSection.In(HelpSection.CHANGED)
final class MutateCommand extends ReportingCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SPEC.tla",
      description = "The specification to change.")
  private @Nullable Path spec;

  @HelpSection.In(HelpSection.JUDGED)
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Its configuration; several, the cheapest first: a mutant that survives one is checked in"
              + " the next. Default: the .cfg file beside it with the same name.")
  private List<Path> configs = List.of();

  @HelpSection.In(HelpSection.JUDGED)
  @Option(
      names = "--reviewed",
      paramLabel = "FILE",
      description =
          "The list of explained survivors. Default: SPEC.survivors.json beside the specification,"
              + " if there is one.")
  private @Nullable Path reviewed;

  @HelpSection.In(HelpSection.JUDGED)
  @Option(
      names = "--skip-reviewed",
      description = "Skip the mutants that the list explains, to find new survivors faster.")
  private boolean skipReviewed;

  @HelpSection.In(HelpSection.JUDGED)
  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "The list of models with their expected results: a witness or a figure of it may kill a"
              + " mutant that no property kills. Default: manifest.json beside the specification,"
              + " if there is one.")
  private @Nullable Path manifest;

  @HelpSection.In(HelpSection.JUDGED)
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

  @HelpSection.In(HelpSection.EXTENT)
  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Check only this number of mutants, chosen at random.")
  private @Nullable Integer sample;

  @HelpSection.In(HelpSection.EXTENT)
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of the choice. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @HelpSection.In(HelpSection.EXTENT)
  @Option(
      names = "--limit-states",
      paramLabel = "N",
      description =
          "Stop checking a mutant at this number of distinct states. Default: ten times the number"
              + " of the specification plus 10,000.")
  private @Nullable Long states;

  @HelpSection.In(HelpSection.EXTENT)
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description =
          "Stop checking a mutant after this time: 30s, 5m. Default: ten times the time of the"
              + " specification plus one minute.")
  private @Nullable Duration timeout;

  @HelpSection.In(HelpSection.EXTENT)
  @Option(
      names = "--resume",
      description =
          "Continue an earlier call with the same --out that was stopped: a mutant that was checked"
              + " is checked again only if one of its files has changed.")
  private boolean resume;

  @HelpSection.In(HelpSection.PEOPLE)
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the matrix is written, as Markdown and as JSON, and the journal for --resume."
              + " Default: target/mooring/mutate.")
  private @Nullable Path out;

  @Mixin private final CheckerOption checker = new CheckerOption();

  MutateCommand(Shell shell) {
    super(shell);
  }

  @Override
  Path subject() {
    return spec == null ? shell.directory() : spec;
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
    List<Path> used = configs.isEmpty() ? List.of(ModuleFile.beside(module, ".cfg")) : configs;
    MutationFiles files =
        new MutationFiles(
            module,
            shell.results("mutate", out, module),
            warning -> shell.warn(shell.brief(warning)));
    MutantSelection selection =
        new MutantSelection(
            modules, MutantSelection.operators(only), matching, sample, seed, skipReviewed);
    Tlc tlc = checker.tlc(shell);
    Mutation mutation =
        Mutation.of(
            tlc,
            module,
            used.stream().map(shell::existing).toList(),
            reviewed(files),
            selection,
            new Limits(states, timeout, manifest(files), pins == Pins.early));
    mutation.note().ifPresent(shell::warn);
    if (list) {
      mutation.chosen().forEach(mutant -> shell.say(mutant.span().line() + "  " + mutant.id()));
      return 0;
    }
    MutationOutcome outcome =
        mutation.run(
            files.journal(resume), new ShellReporter(shell), shell.interrupts()::requested);
    List<Path> written = report(outcome, files.stem(mutation.configs()));
    outcome
        .nothingJudged()
        .ifPresent(why -> shell.complain("mooring mutate", spec + ": " + why, outcome.hint()));
    return reports.write(
        new MutationReport(Report.Tool.of(tlc.version()), module, shell.directory())
            .of(outcome, written));
  }

  private @Nullable Path manifest(MutationFiles files) {
    if (pins == Pins.never && manifest != null) {
      throw new UsageException(
          "--pins never leaves nothing to ask of --manifest", "Give one of them.");
    }
    if (manifest != null) {
      return shell.existing(manifest);
    }
    return pins == Pins.never ? null : files.manifestBeside().orElse(null);
  }

  private ReviewedList reviewed(MutationFiles files) throws TlcException {
    return reviewed == null ? files.reviewedBeside() : ReviewedList.read(shell.existing(reviewed));
  }

  /** Prints the results and writes the matrix; returns its files. */
  private List<Path> report(MutationOutcome outcome, Path stem) {
    outcome.lines().forEach(line -> shell.say(shell.brief(line)));
    if (outcome.isPartial()) {
      shell.warn(
          String.format(
              Locale.ROOT,
              "Interrupted: %,d of %,d mutants were checked; the same call with --resume continues.",
              outcome.matrix().results().size(),
              outcome.matrix().chosen()));
    }
    List<Path> written = new ArrayList<>();
    save(stem, ".md", outcome.markdown(), written);
    save(stem, ".json", outcome.json(), written);
    return written;
  }

  private void save(Path stem, String ending, String text, List<Path> written) {
    Path file = stem.resolveSibling(stem.getFileName() + ending);
    if (shell.save(file, text)) {
      shell.say("written: " + shell.show(file));
      written.add(file);
    }
  }
}
