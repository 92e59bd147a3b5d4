package io.mooring.room.cli;

import io.mooring.room.codegen.Generator;
import io.mooring.room.codegen.model.ModelException;
import io.mooring.room.codegen.modelcheck.ModelChecking;
import io.mooring.room.codegen.modelcheck.ModelVerdict;
import io.mooring.room.codegen.modelcheck.Reporter;
import io.mooring.room.codegen.modelcheck.Summary;
import io.mooring.room.codegen.sink.CheckSink;
import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.codegen.tlc.TlcException;
import io.mooring.room.testkit.EdgeCoverage;
import io.mooring.room.testkit.EngineConformance;
import io.mooring.room.testkit.Fuzz;
import io.mooring.room.testkit.FuzzReport;
import io.mooring.room.testkit.tlc.TlcGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The steps of a proof, each printed when it is done, and the facts that they establish. */
final class Proof {

  /** The same walks in every run, enough of them to take every edge. */
  private static final long FUZZ_SEED = 1;

  private static final long FUZZ_TRIES = 3_000;

  private final Shell shell;
  private final Path project;
  private final Tlc tlc = Tlc.bundled();
  private int failed;
  private @Nullable Summary models;
  private int files;
  private @Nullable TlcGraph graph;
  private final List<EdgeCoverage> coverages = new ArrayList<>();

  Proof(Shell shell, Path project) {
    this.shell = shell;
    this.project = project;
  }

  /** How many steps did not give what they must. */
  int failed() {
    return failed;
  }

  /** What was established. */
  ProofFacts facts() {
    Summary checked = established(models);
    TlcGraph explored = established(graph);
    ModelVerdict whole = checked.verdicts().get(0);
    List<ModelVerdict> mutants =
        checked.verdicts().stream()
            .filter(verdict -> verdict.result().property().isPresent())
            .toList();
    return new ProofFacts(
        explored.distinctStates(),
        explored.distinctEdges(),
        whole.result().properties().size(),
        mutants.size(),
        (int) mutants.stream().map(verdict -> verdict.result().property()).distinct().count(),
        files,
        explored.graph().locations().size(),
        explored.graph().size(),
        coverages.stream().mapToInt(EdgeCoverage::rowsTaken).min().orElse(0),
        coverages.stream().mapToInt(EdgeCoverage::edgesTaken).min().orElse(0));
  }

  private static <T> T established(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a step of the proof was left out");
    }
    return value;
  }

  /** Takes all steps, also after one that failed. */
  void run() throws TlcException, ModelException, IOException {
    checkModels();
    compareGenerated();
    walkEngines();
    fuzzEngines();
  }

  private void checkModels() throws TlcException {
    long start = System.nanoTime();
    List<String> lines = new ArrayList<>();
    Reporter quiet =
        new Reporter() {
          @Override
          public void line(String text) {
            lines.add(text);
          }

          @Override
          public void progress(String text) {
            shell.progress().update("checking " + text);
          }
        };
    Summary summary =
        new ModelChecking(tlc, shell.artefacts("check"))
            .checkManifest(project.resolve("spec/manifest.json"), true, quiet);
    models = summary;
    int count = summary.verdicts().size();
    boolean good = summary.exitCode() == 0;
    step(
        "models",
        good,
        good
            ? count + " models, each as expected"
            : summary.asExpected() + " of " + count + " as expected",
        start);
    if (!good) {
      lines.forEach(line -> shell.say("    " + line));
    }
  }

  private void compareGenerated() throws TlcException, ModelException, IOException {
    long start = System.nanoTime();
    shell.progress().update("generating");
    CheckSink sink =
        new CheckSink(project.resolve(Generator.OWN_FOLDER), CheckSink.Ownership.WHOLE_FOLDER);
    AtomicInteger count = new AtomicInteger();
    new Generator(tlc)
        .generate(
            Generator.Request.ownTree(project),
            (path, text) -> {
              count.incrementAndGet();
              sink.put(path, text);
            });
    files = count.get();
    String report = sink.report(Generator.OWN_COMMAND);
    step(
        "generated",
        report.isEmpty(),
        report.isEmpty() ? files + " files, each what the specification gives" : "is out of date",
        start);
    report.lines().forEach(line -> shell.say("    " + line));
  }

  private void walkEngines() throws TlcException {
    TlcGraph explored =
        TlcGraph.explore(
            tlc,
            project.resolve("spec/RoomConnection.tla"),
            project.resolve("spec/RoomConnection.cfg"));
    graph = explored;
    for (EngineChoice engine : EngineChoice.values()) {
      long start = System.nanoTime();
      shell.progress().update("walking the " + engine + " engine");
      EngineConformance.Result result =
          EngineConformance.compare(explored.graph(), engine.supplier());
      String size = result.locations() + " locations, " + result.edges() + " edges";
      step(
          engine + " engine",
          result.conforms(),
          result.conforms() ? size + ", exactly TLC's graph" : "is not TLC's graph",
          start);
      if (!result.conforms()) {
        result.text().lines().forEach(line -> shell.say("    " + line));
      }
    }
  }

  private void fuzzEngines() throws TlcException {
    for (EngineChoice engine : EngineChoice.values()) {
      long start = System.nanoTime();
      try (OracleChoice.Opened oracle = OracleChoice.TLC.open(project)) {
        FuzzReport report =
            Fuzz.of(engine.toString(), engine.supplier())
                .withSeed(FUZZ_SEED)
                .withTries(FUZZ_TRIES)
                .withOracle("tlc", oracle.oracle())
                .withFailureFile(shell.artefacts("fuzz").resolve("prove-" + engine + ".events"))
                .withProgress(
                    so ->
                        shell.progress().update("fuzzing " + engine + ": " + so.toString().strip()))
                .run();
        fuzzed(engine, report, start);
      }
    }
  }

  private void fuzzed(EngineChoice engine, FuzzReport report, long start) {
    EdgeCoverage coverage = report.total().coverage();
    coverages.add(coverage);
    boolean good = report.isGood() && coverage.isComplete();
    String walked =
        String.format(
            Locale.ROOT,
            "%,d lists, %,d steps judged by TLC",
            report.total().tries(),
            report.total().steps());
    step(
        engine + " fuzz",
        good,
        good
            ? walked + ", every edge taken"
            : report.isGood() ? walked + ", not every edge taken" : "violated",
        start);
    if (!good) {
      report.text().lines().forEach(line -> shell.say("    " + line));
      shell.say(
          "    Again:  ./mooring fuzz --engine "
              + engine
              + " --seed "
              + FUZZ_SEED
              + " --tries "
              + FUZZ_TRIES);
    }
  }

  private void step(String name, boolean good, String words, long start) {
    failed += good ? 0 : 1;
    String mark = good ? shell.paint().good("ok    ") : shell.paint().bad("failed");
    shell.say(
        String.format(
            Locale.ROOT, "%s  %-15s  %-62s  %7s", mark, name, words, Durations.since(start)));
  }
}
