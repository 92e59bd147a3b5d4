package io.mooring.room.harness.step;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.run.Harness;
import io.mooring.mbt.run.Run;
import io.mooring.mbt.run.StepOracle;
import io.mooring.room.Engine;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusInputs;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.SimulatedTransport;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applies lists of stimuli to real room connections, and checks everything that they do.
 *
 * <p>Every run has its own connection, on virtual time and a {@link SimulatedTransport}. After
 * every step the harness checks that the step begins where the last one ended, that all generated
 * rules hold, that the oracle accepts it, that commands return the code of their step, that exactly
 * the effects of the step are executed, in order, in the right session, that listeners are notified
 * of exactly the notifications of the step, in order, while the getter agrees, that stale facts and
 * timers change nothing, and that afterwards sessions and timers are as the location says.
 *
 * <p>If a process of the list dies, connections have a store, and the next process continues from
 * the latest snapshot. The harness then also checks that every decision was stored before its
 * outputs, that what was stored is correct, and that the next life decides, repeats and schedules
 * what {@code RoomLives} says.
 *
 * <p>Immutable; may be used from many threads if its engine supplier, oracle and coverage may.
 */
public final class ConnectionHarness implements Harness<Stimulus> {
  private static final StimulusInputs INPUTS = StimulusInputs.lives();

  private final Supplier<? extends Engine> engine;
  private final RememberingOracle oracle;
  private final @Nullable Coverage coverage;
  private final Duration window;

  private ConnectionHarness(
      Supplier<? extends Engine> engine,
      RememberingOracle oracle,
      @Nullable Coverage coverage,
      Duration window) {
    this.engine = engine;
    this.oracle = oracle;
    this.coverage = coverage;
    this.window = window;
  }

  /**
   * A harness for connections on the given engine, with the generated table as oracle, no coverage
   * and the shortest reconnect window.
   *
   * @param engine returns a new engine in the initial location at every call
   */
  public static ConnectionHarness of(Supplier<? extends Engine> engine) {
    return new ConnectionHarness(
        engine,
        new RememberingOracle(StepOracle.table(RoomMachine.table())),
        null,
        Timer.RECONNECT_WINDOW.shortest());
  }

  /**
   * The same harness with another oracle. What it says must depend on the state before a step and
   * on the step alone: a step of the table that it has accepted in a state is not checked again.
   */
  public ConnectionHarness withOracle(StepOracle other) {
    return new ConnectionHarness(engine, new RememberingOracle(other), coverage, window);
  }

  /** The same harness, which counts every step in the given coverage. */
  public ConnectionHarness withCoverage(Coverage other) {
    return new ConnectionHarness(engine, oracle, other, window);
  }

  /** The same harness with another reconnect window, within the bounds of the specification. */
  public ConnectionHarness withReconnectWindow(Duration other) {
    return new ConnectionHarness(engine, oracle, coverage, other);
  }

  /** The same; counted in the coverage, if there is one. */
  @Override
  public StimulusRun run(List<Stimulus> stimuli) {
    return apply(stimuli, coverage == null ? null : coverage.begin());
  }

  @Override
  public StimulusRun run(List<Stimulus> stimuli, CoverageRecorder recorder) {
    return apply(stimuli, recorder);
  }

  private StimulusRun apply(List<Stimulus> stimuli, @Nullable CoverageRecorder recorder) {
    List<Stimulus> given = List.copyOf(stimuli);
    return new ConnectionRun(engine, oracle, recorder, window)
        .run(INPUTS, given, () -> new ConnectionRun(engine, oracle, null, window).log(given));
  }

  /** In every fourth list processes die, return and sleep. */
  @Override
  public StimulusInputs inputs() {
    return INPUTS;
  }

  @Override
  public Coverage coverage() {
    return RoomCoverage.empty();
  }

  /** The search for a smaller list is not counted in the coverage. */
  @Override
  public Run<Stimulus> smallest(Run<Stimulus> failing) {
    return coverage == null
        ? Harness.super.smallest(failing)
        : new ConnectionHarness(engine, oracle, null, window).smallest(failing);
  }
}
