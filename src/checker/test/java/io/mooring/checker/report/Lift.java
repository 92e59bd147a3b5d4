package io.mooring.checker.report;

import io.mooring.checker.modelcheck.ModelChecking;
import io.mooring.checker.modelcheck.Reporter;
import io.mooring.checker.modelcheck.Summary;
import io.mooring.checker.mutate.MutantSelection;
import io.mooring.checker.mutate.Mutation;
import io.mooring.checker.mutate.MutationOutcome;
import io.mooring.checker.mutate.MutationRun;
import io.mooring.checker.mutate.ResultLog;
import io.mooring.checker.mutate.ReviewedList;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

      InRange == floor \\in 0..Top
      BelowTop == floor < Top
      OpensAtTop == [][doors' = "open" => floor = Top]_vars
      Arrives == <>(floor = Top)
      Leaves == <>(floor > 0)
      NeverMet == doors = "jammed" => floor = Top
      ====
      """;

  private final Path root;
  private final Path module;

  /** The repository, with the specification in a folder of it. */
  Lift(Path root) throws IOException {
    this.root = root;
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

  private Report check(Path spec, Path config) {
    CheckReport report = new CheckReport(TOOL, spec, root);
    try {
      ModelChecking checking = new ModelChecking(Tlc.bundled(), root.resolve("out"));
      return report
          .ofSpecification(checking.checkOne(ModelChecking.request(spec, config), SILENT))
          .withoutTimes();
    } catch (TlcException refused) {
      return Report.refused("check", TOOL, spec, root, 2, refused);
    }
  }

  /** The report of a check of a manifest. */
  Report checkManifest(String... models) throws IOException, TlcException {
    Path manifest =
        Files.writeString(
            module.resolveSibling("manifest.json"),
            "{\"models\":[" + String.join(",", models) + "]}");
    Summary summary =
        new ModelChecking(Tlc.bundled(), root.resolve("out"))
            .checkManifest(manifest, false, SILENT);
    return new CheckReport(TOOL, manifest, root).ofManifest(summary).withoutTimes();
  }

  /** The report of a run of all mutants of a kind. */
  Report mutate(String kind, Map<String, ReviewedList.Entry> reviews, String... lines)
      throws IOException, TlcException {
    Path config = config("Lift.cfg", lines);
    Tlc tlc = Tlc.bundled();
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
    return new MutationReport(TOOL, module, root)
        .of(outcome.isGood() ? 0 : 1, outcome, List.of())
        .withoutTimes();
  }

  private static final Reporter SILENT =
      new Reporter() {
        @Override
        public void line(String text) {}

        @Override
        public void progress(String text) {}
      };
}
