package io.mooring.build;

import io.mooring.checker.modelcheck.ModelChecking;
import io.mooring.checker.modelcheck.ModelVerdict;
import io.mooring.checker.modelcheck.Reporter;
import io.mooring.checker.modelcheck.Summary;
import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generator;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.CheckSink;
import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.mbt.machine.ExploredMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineComparison;
import io.mooring.mbt.tlc.TlcOracle;
import io.mooring.room.cli.Durations;
import io.mooring.room.cli.EngineChoice;
import io.mooring.room.cli.ProjectExtension.OwnTree;
import io.mooring.room.cli.Shell;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.harness.model.RoomTours;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.step.ConnectionHarness;
import io.mooring.room.spec.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of a proof, each printed when it is done, and the facts that they establish. */
final class Proof {

  private static final int LONGEST_TOUR = 60;

  /** The same lists in every run; {@code fuzz} is there for others. */
  private static final long FUZZ_SEED = 1;

  /** How many differences of an engine are shown. */
  private static final int SHOWN = 5;

  private static final long FUZZ_TRIES = 1_000;

  private final Shell shell;
  private final Path project;
  private final boolean write;
  private final Tlc tlc = Tlc.bundled();
  private int failed;
  private @Nullable Summary models;
  private int files;
  private @Nullable StateGraph graph;
  private Map<WithoutBounds.Subject, WithoutBounds> unbounded = Map.of();
  private final List<Coverage> coverages = new ArrayList<>();

  /**
   * Takes no step yet.
   *
   * @param write whether to bring the index of what is proven without bounds up to date
   */
  Proof(Shell shell, Path project, boolean write) {
    this.shell = shell;
    this.project = project;
    this.write = write;
  }

  /** How many steps did not give what they must. */
  int failed() {
    return failed;
  }

  /** The results of the proof. */
  ProofFacts facts() {
    Summary checked = established(models);
    StateGraph explored = established(graph);
    Machine machine = machine(explored);
    ModelVerdict whole = checked.verdicts().get(0);
    Set<String> ofTheContract =
        whole.result().properties().stream().map("violates "::concat).collect(Collectors.toSet());
    List<String> violations =
        checked.verdicts().stream()
            .map(ModelVerdict::expected)
            .filter(ofTheContract::contains)
            .toList();
    return new ProofFacts(
        explored.states().size(),
        edges(explored),
        whole.result().properties().size(),
        violations.size(),
        (int) violations.stream().distinct().count(),
        states(checked, "RoomReconnect"),
        states(checked, "RoomCall"),
        established(unbounded.get(WithoutBounds.Subject.CLIENT)).obligations(),
        established(unbounded.get(WithoutBounds.Subject.CLIENT)).properties(),
        established(unbounded.get(WithoutBounds.Subject.LIVES)).obligations(),
        files,
        machine.locations().size(),
        machine.steps().size(),
        coverages.stream().mapToInt(each -> (int) each.rows().count()).min().orElse(0),
        coverages.stream().mapToInt(each -> (int) each.edges().count()).min().orElse(0));
  }

  private static long states(Summary checked, String model) {
    return checked.verdicts().stream()
        .filter(verdict -> verdict.name().equals(model))
        .mapToLong(ModelVerdict::distinctStates)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the manifest has no model " + model));
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
    unbounded = new WithoutBoundsSteps(shell, project, tlc, write, this::step).run();
    walkEngines();
    driveConnections();
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
            if (text.isEmpty()) {
              shell.progress().clear();
            } else {
              shell.progress().update("checking " + text);
            }
          }
        };
    Path manifest = project.resolve("spec/manifest.json");
    Summary summary =
        new ModelChecking(tlc, shell.results("check", null, manifest))
            .checkManifest(manifest, false, quiet);
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
      lines.forEach(this::details);
    }
  }

  private void compareGenerated() throws TlcException, ModelException, IOException {
    long start = System.nanoTime();
    shell.progress().update("generating");
    OwnTree own = Repository.tree(project);
    CheckSink sink = CheckSink.wholeFolder(own.folder(), own.others());
    AtomicInteger count = new AtomicInteger();
    new Generator(tlc)
        .generate(
            own.request(),
            (path, text) -> {
              count.incrementAndGet();
              sink.put(path, text);
            });
    files = count.get();
    String report = sink.report(Repository.GENERATE);
    step(
        "generated",
        report.isEmpty(),
        report.isEmpty() ? files + " files, each what the specification gives" : "is out of date",
        start);
    report.lines().forEach(line -> shell.say("    " + line));
  }

  private void walkEngines() throws TlcException {
    StateGraph explored =
        tlc.explore(project.resolve(Repository.MODULE), project.resolve(Repository.CONFIG));
    graph = explored;
    Machine machine = machine(explored);
    for (EngineChoice engine : EngineChoice.values()) {
      long start = System.nanoTime();
      shell.progress().update("walking the " + engine + " engine");
      List<MachineComparison.Difference> differences =
          MachineComparison.compare(machine, RoomMachine.observed(engine.supplier()));
      String size = machine.locations().size() + " locations, " + machine.steps().size() + " edges";
      step(
          engine + " engine",
          differences.isEmpty(),
          differences.isEmpty() ? size + ", exactly TLC's graph" : "is not TLC's graph",
          start);
      differences.stream().limit(SHOWN).forEach(each -> details(each.text()));
    }
  }

  private static Machine machine(StateGraph explored) {
    return ExploredMachine.of("RoomConnection", explored);
  }

  /** How many pairs of a whole state and an event there are. */
  private static long edges(StateGraph explored) {
    return explored.transitions().stream()
        .map(each -> List.of(each.from(), each.action(), each.parameters()))
        .distinct()
        .count();
  }

  /** Real connections: along walks that take every edge, then at random. */
  private void driveConnections() throws TlcException {
    for (EngineChoice engine : EngineChoice.values()) {
      try (TlcOracle oracle = oracle()) {
        tour(engine, oracle);
        fuzz(engine, oracle);
      }
    }
  }

  private TlcOracle oracle() throws TlcException {
    return TlcOracle.open(
        tlc,
        project.resolve(Repository.MODULE),
        project.resolve(Repository.CONFIG),
        RoomMachine.table());
  }

  private void tour(EngineChoice engine, TlcOracle oracle) {
    long start = System.nanoTime();
    Coverage coverage = RoomCoverage.empty();
    ConnectionHarness harness =
        ConnectionHarness.of(engine.supplier()).withOracle(oracle).withCoverage(coverage);
    Optional<StimulusRun> violated = Optional.empty();
    List<List<Event>> tours = RoomTours.everyEdge(LONGEST_TOUR);
    for (int i = 0; i < tours.size() && violated.isEmpty(); i++) {
      shell.progress().update("touring " + engine + ": " + coverage.summary());
      violated =
          Optional.of(harness.run(RoomTours.stimuli(tours.get(i))))
              .filter(run -> run.violation().isPresent());
    }
    coverages.add(coverage);
    boolean good = violated.isEmpty() && coverage.isComplete();
    step(
        engine + " tours",
        good,
        (violated.isPresent() ? "violated; " : "judged by TLC, ") + coverage.summary(),
        start);
    violated.ifPresent(run -> details(run.report()));
    if (!good && violated.isEmpty()) {
      coverage.edges().missing().forEach(edge -> shell.say("    not taken: " + edge));
    }
  }

  private void fuzz(EngineChoice engine, TlcOracle oracle) {
    long start = System.nanoTime();
    Path file = shell.artefacts("fuzz").resolve("prove-" + engine + ".events");
    FuzzReport<Stimulus> report =
        Fuzz.of(
                engine.toString(),
                "tlc",
                ConnectionHarness.of(engine.supplier()).withOracle(oracle))
            .with(
                options -> options.withSeed(FUZZ_SEED).withTries(FUZZ_TRIES).withFailureFile(file))
            .withProgress(so -> shell.progress().update("fuzzing " + engine + ": " + so))
            .run();
    step(
        engine + " fuzz",
        report.isGood(),
        report.isGood()
            ? String.format(
                Locale.ROOT,
                "%,d lists, %,d steps judged by TLC",
                report.total().tries(),
                report.total().steps())
            : "violated",
        start);
    if (!report.isGood()) {
      details(report.text());
      shell.say(
          String.format(
              Locale.ROOT,
              "    Again:  ./mooring fuzz --engine %s --seed %d --tries %d",
              engine,
              FUZZ_SEED,
              FUZZ_TRIES));
    }
  }

  private void details(String text) {
    shell.brief(text).lines().forEach(line -> shell.say("    " + line));
  }

  private void step(String name, boolean good, String words, long start) {
    failed += good ? 0 : 1;
    String mark = good ? shell.style().good("ok    ") : shell.style().bad("failed");
    shell.say(
        String.format(
            Locale.ROOT, "%s  %-16s  %-62s  %7s", mark, name, words, Durations.since(start)));
  }
}
