package io.mooring.checker.report;

import io.mooring.checker.modelcheck.ExitCodes;
import io.mooring.checker.modelcheck.ModelChecking;
import io.mooring.checker.modelcheck.ModelVerdict;
import io.mooring.checker.modelcheck.Reporter;
import io.mooring.checker.modelcheck.Summary;
import io.mooring.checker.mutate.MutantSelection;
import io.mooring.checker.mutate.Mutation;
import io.mooring.checker.mutate.MutationOutcome;
import io.mooring.checker.mutate.MutationRun;
import io.mooring.checker.mutate.ResultLog;
import io.mooring.checker.mutate.ReviewedList;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.SearchOptions;
import io.mooring.checker.tlc.SearchResult.Limit;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A small specification in a repository of a test's own, and the reports of checks of it. */
final class Lift {

  static final Report.Tool TOOL = new Report.Tool("1.2.3", "TLC of a test");

  private static final String MODULE =
      """
      ---- MODULE Lift ----
      EXTENDS Naturals, TLC
      CONSTANT Top
      ASSUME Top > 0
      VARIABLES floor, doors
      vars == <<floor, doors>>

      Init == floor = 0 /\\ doors = "closed"
      Up == doors = "closed" /\\ floor < Top /\\ floor' = floor + 1 /\\ UNCHANGED doors
      Down == doors = "closed" /\\ floor > 0 /\\ floor' = floor - 1 /\\ UNCHANGED doors
      Open == doors = "closed" /\\ doors' = "open" /\\ UNCHANGED floor
      Close == doors = "open" /\\ doors' = "closed" /\\ UNCHANGED floor
      Jam == doors = "open" /\\ floor = Top /\\ doors' = "jammed" /\\ UNCHANGED floor
      Next == Up \\/ Down \\/ Open \\/ Close

      Spec == Init /\\ [][Next]_vars /\\ WF_vars(Next)
      Lazy == Init /\\ [][Next]_vars
      Jams == Init /\\ [][Next \\/ Jam]_vars
      Sums == Init /\\ [][Next \\/ (floor = 1 /\\ doors' = doors + 1 /\\ UNCHANGED floor)]_vars
      Says == Init /\\ PrintT("built for you") /\\ [][Next]_vars

      Rests == Init /\\ [][Open \\/ (doors = "jammed" /\\ Up) \\/ (floor > 3 /\\ doors' = "x" /\\ UNCHANGED floor)]_vars

      AtTop == floor = Top
      Jammed == doors = "jammed"
      Opens == doors' = "open"
      BelowTwo == floor < 2
      InRange == floor \\in 0..Top
      BelowTop == floor < Top
      OpensAtTop == [][doors' = "open" => floor = Top]_vars
      Arrives == <>(floor = Top)
      Leaves == <>(floor > 0)
      NeverMet == doors = "jammed" => floor = Top

      Shown == [height |-> floor * 3, way |-> IF doors = "open" THEN <<"in", "out">> ELSE <<>>]
      Seen == TLCGet("distinct") > 100
      ====
      """;

  private final Path root;
  private final Path module;
  private final Tlc tlc;

  /** The repository, with the specification in a folder of it, and the bundled checker. */
  Lift(Path root) throws IOException {
    this(root, Tlc.bundled());
  }

  /** The same with another checker. */
  Lift(Path root, Tlc tlc) throws IOException {
    this.root = root;
    this.tlc = tlc;
    Files.createDirectories(root.resolve(".git"));
    this.module = Files.createDirectories(root.resolve("spec")).resolve("Lift.tla");
    Files.writeString(module, MODULE);
  }

  Path root() {
    return root;
  }

  Path module() {
    return module;
  }

  Path config(String name, String... lines) throws IOException {
    return Files.writeString(
        module.resolveSibling(name), "CONSTANT Top = 2\n" + String.join("\n", lines) + "\n");
  }

  /** The report of a check with a configuration. */
  Report check(String... lines) throws IOException {
    return check(module, config("Lift.cfg", lines));
  }

  /** The report of a check of a module with another text. */
  Report checkText(String text, String... lines) throws IOException {
    Files.writeString(module, text);
    return check(lines);
  }

  /** The text of the module, to be changed. */
  static String text() {
    return MODULE;
  }

  /** A way to check the specification. */
  @FunctionalInterface
  interface Question {
    Summary ask(ModelChecking checking, CheckRequest request) throws TlcException;
  }

  /** The report of another question than whether properties hold. */
  Report ask(Question question, String... lines) throws IOException {
    return ask(question, module, config("Lift.cfg", lines));
  }

  /** The report of a search with options. */
  Report search(UnaryOperator<SearchOptions> options, String... lines) throws IOException {
    SearchOptions search = options.apply(SearchOptions.DEFAULT);
    return ask((checking, request) -> checking.checkOne(request.searching(search), SILENT), lines);
  }

  /** The report of a check that a limit ended at once. */
  Report ended(Limit limit, Duration timeout) throws TlcException {
    CheckResult result =
        CheckResult.ended(
            limit, limit.message(SearchOptions.DEFAULT.withTimeout(timeout)), tlc.parse(module));
    ModelVerdict verdict =
        new ModelVerdict(
            "Lift", "success", "stopped", result, 0, 0, 0, "", List.of(), List.of(), Duration.ZERO);
    return new CheckReport(TOOL, module, root)
        .ofSpecification(
            new Summary(
                ExitCodes.of(result),
                List.of(verdict),
                List.of(),
                List.of(),
                List.of(),
                Duration.ZERO));
  }

  private Report check(Path spec, Path config) {
    return ask((checking, request) -> checking.checkOne(request, SILENT), spec, config);
  }

  private Report ask(Question question, Path spec, Path config) {
    CheckReport report = new CheckReport(TOOL, spec, root);
    try {
      ModelChecking checking = new ModelChecking(tlc, root.resolve("out"));
      return report
          .ofSpecification(question.ask(checking, ModelChecking.request(spec, config)))
          .withoutTimes();
    } catch (TlcException refused) {
      return ReportedCall.of("check", TOOL, spec, root).refused(2, refused);
    }
  }

  /** The report of a result that a checker gives otherwise, changed to what it would be. */
  Report changed(UnaryOperator<CheckResult> change, String... lines) throws IOException {
    return ask(
        (checking, request) -> {
          ModelVerdict model = checking.checkOne(request, SILENT).verdicts().get(0);
          CheckResult result = change.apply(model.result());
          ModelVerdict verdict =
              new ModelVerdict(
                  model.name(),
                  model.expected(),
                  result.property().map(name -> "violates " + name).orElse(model.found()),
                  result,
                  model.distinctStates(),
                  model.edges(),
                  model.witnesses(),
                  model.bounds(),
                  List.of(result.message()),
                  model.files(),
                  model.time());
          return new Summary(
              ExitCodes.of(result),
              List.of(verdict),
              List.of(),
              List.of(),
              List.of(),
              model.time());
        },
        lines);
  }

  /** The report of a check of a manifest. */
  Report checkManifest(String... models) throws IOException, TlcException {
    Path manifest =
        Files.writeString(
            module.resolveSibling("manifest.json"),
            "{\"models\":[" + String.join(",", models) + "]}");
    Summary summary =
        new ModelChecking(tlc, root.resolve("out")).checkManifest(manifest, false, SILENT);
    return new CheckReport(TOOL, manifest, root).ofManifest(summary).withoutTimes();
  }

  /** The report of a run of all mutants of a kind. */
  Report mutate(String kind, Map<String, ReviewedList.Entry> reviews, String... lines)
      throws IOException, TlcException {
    Path config = config("Lift.cfg", lines);
    Mutation mutation =
        Mutation.of(
            tlc,
            module,
            List.of(config),
            new ReviewedList(module.resolveSibling("Lift.survivors.json"), reviews),
            new MutantSelection(
                List.of(), MutantSelection.operators(List.of(kind)), "", null, 0, false),
            new MutationRun.Limits(null, null, null, false));
    MutationOutcome outcome =
        mutation.run(
            ResultLog.in(root.resolve("out/journal.ndjson"), false, warning -> {}),
            SILENT,
            () -> false);
    return new MutationReport(TOOL, module, root).of(outcome, List.of()).withoutTimes();
  }

  static final Reporter SILENT =
      new Reporter() {
        @Override
        public void line(String text) {}

        @Override
        public void progress(String text) {}
      };
}
