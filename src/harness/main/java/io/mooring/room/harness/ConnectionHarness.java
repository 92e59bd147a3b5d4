package io.mooring.room.harness;

import io.mooring.room.Engine;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.SimulatedTransport;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives real room connections with lists of stimuli and watches everything that they do.
 *
 * <p>Every walk has a connection of its own, on virtual time and a {@link SimulatedTransport}.
 * After every step it checks that the step begins where the last one ended, that all generated
 * rules hold, that the oracle has no objection, that commands return the code of their step, that
 * exactly the step's effects run, in order, on the right session, that listeners are told exactly
 * the step's notifications, in order, while the getter agrees, that stale facts and timers change
 * nothing, and that afterwards what is open, reconnecting and armed is what the location says.
 *
 * <p>Where a process of the list dies its connection has a store, and another one goes on from what
 * was stored last. Then it checks as well that everything was stored before anybody saw it, that
 * what was stored is true, and that the next life decides, tells again and times what {@code
 * RoomLives} says.
 *
 * <p>Immutable; may be used from many threads if its engine supplier, oracle and coverage may.
 */
public final class ConnectionHarness implements Harness {
  private final Supplier<? extends Engine> engine;
  private final StepOracle oracle;
  private final @Nullable EdgeCoverage coverage;
  private final Duration window;

  private ConnectionHarness(
      Supplier<? extends Engine> engine,
      StepOracle oracle,
      @Nullable EdgeCoverage coverage,
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
   * @param engine gives a fresh engine in the initial location at every call
   */
  public static ConnectionHarness of(Supplier<? extends Engine> engine) {
    return new ConnectionHarness(
        engine, StepOracle.table(), null, Timer.RECONNECT_WINDOW.shortest());
  }

  /** The same harness with another oracle. */
  public ConnectionHarness withOracle(StepOracle other) {
    return new ConnectionHarness(engine, other, coverage, window);
  }

  /** The same harness, counting every step in the given coverage. */
  public ConnectionHarness withCoverage(EdgeCoverage other) {
    return new ConnectionHarness(engine, oracle, other, window);
  }

  /** The same harness with another reconnect window, as long as one may be. */
  public ConnectionHarness withReconnectWindow(Duration other) {
    return new ConnectionHarness(engine, oracle, coverage, other);
  }

  @Override
  public Walk walk(List<Stimulus> stimuli) {
    List<Stimulus> given = List.copyOf(stimuli);
    return drive(coverage == null ? null : coverage.begin())
        .walk(given, () -> drive(null).story(given));
  }

  private Drive drive(EdgeCoverage.@Nullable Trail trail) {
    return new Drive(engine, oracle, trail, window);
  }

  /** As for every harness; nothing of the search is counted in the coverage. */
  @Override
  public Walk smallest(Walk failing) {
    return coverage == null
        ? Harness.super.smallest(failing)
        : new ConnectionHarness(engine, oracle, null, window).smallest(failing);
  }
}
