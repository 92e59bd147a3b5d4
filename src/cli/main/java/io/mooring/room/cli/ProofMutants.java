package io.mooring.room.cli;

import io.mooring.checker.mutate.ReviewedList;
import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportedCall;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.prover.model.Question;
import io.mooring.prover.mutants.AnswersBefore;
import io.mooring.prover.mutants.Candidate;
import io.mooring.prover.mutants.Candidates;
import io.mooring.prover.mutants.MutantAnswer;
import io.mooring.prover.mutants.MutantMatrix;
import io.mooring.prover.mutants.MutantReport;
import io.mooring.prover.mutants.MutantSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code prove} that ask about mutants of what is proven. */
final class ProofMutants {

  /** So many properties are named. */
  private static final int FEW = 4;

  @HelpSection.In(HelpSection.CHANGED)
  @Option(
      names = "--mutants",
      description =
          "Instead of the proof: make many small faulty changes to the specification, and say of"
              + " each whether an obligation is broken by it. The answers are remembered.")
  private boolean generated;

  @HelpSection.In(HelpSection.CHANGED)
  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "The same for the mutants that a manifest lists, if they extend what the specification"
              + " extends.")
  private @Nullable Path manifest;

  @HelpSection.In(HelpSection.CHANGED)
  @Option(
      names = "--module",
      paramLabel = "NAME",
      split = ",",
      description =
          "The modules that --mutants changes. Default: the specification itself and the modules"
              + " that it extends.")
  private List<String> modules = List.of();

  @HelpSection.In(HelpSection.CHANGED)
  @Option(
      names = "--matching",
      paramLabel = "TEXT",
      description = "Only the mutants whose ids contain this.")
  private String matching = "";

  @HelpSection.In(HelpSection.CHANGED)
  @Option(
      names = "--matrix",
      paramLabel = "FILE",
      description = "Write the answers about all mutants as a page.")
  private @Nullable Path matrix;

  /** Whether the call asks about mutants. */
  boolean isAsked() {
    return generated || manifest != null;
  }

  /**
   * Asks, and says which mutants are not killed.
   *
   * @param again whether answers of earlier calls do not count
   * @return the report of the call, whose exit code is 1 if one is not killed that the manifest
   *     says violates what is proven
   */
  Report ask(Shell shell, Tlc tlc, Question question, Duration limit, boolean again)
      throws TlcException, IOException {
    long begun = System.nanoTime();
    List<Candidate> candidates = new ArrayList<>();
    if (manifest != null) {
      candidates.addAll(Candidates.ofManifest(tlc, question, shell.existing(manifest)));
    }
    if (generated) {
      candidates.addAll(Candidates.generated(tlc, question, modules));
    }
    candidates.removeIf(each -> !each.id().contains(matching));
    if (candidates.isEmpty()) {
      throw new UsageException(
          "there is no such mutant", "Without --matching and --module there may be some.");
    }
    Path memory =
        shell
            .results("prove", null, question.module())
            .resolve(ModuleFile.name(question.module()) + ".mutants");
    MutantSearch search = new MutantSearch(tlc, question, AnswersBefore.in(memory, !again), limit);
    shell
        .interrupts()
        .lastWords(
            () ->
                shell.warn(
                    "Interrupted. The answers until now are remembered; call it again to go on."));
    int[] done = {0};
    List<MutantAnswer> answers =
        search.run(
            candidates,
            each ->
                shell
                    .progress()
                    .update(
                        String.format(
                            Locale.ROOT,
                            "%,d of %,d: %s",
                            ++done[0],
                            candidates.size(),
                            each.mutant().id())));
    shell.progress().clear();
    return said(shell, question, answers, begun);
  }

  private Report said(Shell shell, Question question, List<MutantAnswer> answers, long begun)
      throws TlcException {
    Map<String, String> reviews = reviews(question.module());
    List<MutantAnswer> owed =
        MutantMatrix.alive(answers).stream()
            .filter(
                each ->
                    question.properties().contains(each.mutant().expected())
                        || question.invariant().equals(each.mutant().expected()))
            .toList();
    for (MutantAnswer each : MutantMatrix.alive(answers)) {
      String status = each.status().text() + ":";
      shell.say(
          (owed.contains(each) ? shell.style().bad(status) : status) + " " + each.mutant().id());
      String why = MutantMatrix.why(each, reviews);
      if (!why.isEmpty()) {
        shell.say("  " + why);
      }
    }
    if (matrix != null) {
      String name = ModuleFile.name(question.module());
      shell.save(
          shell.resolve(matrix),
          MutantMatrix.markdown(name, command(shell, question), answers, reviews));
    }
    shell.say(
        String.format(
            Locale.ROOT,
            "%,d mutants in %s: %s",
            answers.size(),
            Durations.since(begun),
            MutantMatrix.summary(answers)));
    if (!owed.isEmpty()) {
      shell.say(
          shell.style().bad("Not killed:")
              + String.format(
                  Locale.ROOT, " %,d that violate what is proven, by the manifest", owed.size()));
    }
    return MutantReport.of(
        ReportedCall.of("prove", Report.Tool.of(""), question.module(), shell.directory()),
        answers,
        owed,
        reviews,
        Duration.ofNanos(System.nanoTime() - begun));
  }

  /** How it is called again. */
  private String command(Shell shell, Question question) {
    int properties = question.properties().size();
    return "./mooring prove --inductive "
        + shell.show(question.module())
        + (question.specification().equals("Spec")
            ? ""
            : " --specification " + question.specification())
        + " --invariant "
        + question.invariant()
        + (properties > FEW
            ? " --property ... (" + properties + ")"
            : question.properties().stream()
                .map(each -> " --property " + each)
                .collect(Collectors.joining()))
        + (manifest == null ? "" : " --manifest " + shell.show(manifest))
        + (generated ? " --mutants" : "")
        + (modules.isEmpty() ? "" : " --module " + String.join(",", modules))
        + (matching.isEmpty() ? "" : " --matching '" + matching + "'");
  }

  /** Why some mutants have to be killed by nothing: the lists beside the specification. */
  private static Map<String, String> reviews(Path module) throws TlcException {
    Map<String, String> all = new TreeMap<>();
    Path folder = module.toAbsolutePath().normalize().resolveSibling("");
    try (var files = Files.newDirectoryStream(folder, "*.survivors.json")) {
      List<Path> sorted = new ArrayList<>();
      files.forEach(sorted::add);
      sorted.sort(null);
      for (Path each : sorted) {
        ReviewedList.read(each)
            .entries()
            .forEach(
                (id, entry) ->
                    all.putIfAbsent(
                        id, entry.finding().name().toLowerCase(Locale.ROOT) + ": " + entry.why()));
      }
    } catch (IOException failure) {
      throw new TlcException(folder + ": cannot be read", failure);
    }
    return all;
  }
}
