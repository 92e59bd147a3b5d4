package io.mooring.room.harness.timed;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.run.Harness;
import io.mooring.room.ConnectionListener;
import io.mooring.room.Engine;
import io.mooring.room.ReconnectPolicy;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomScheduler;
import io.mooring.room.RoomTransport;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusInputs;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Applies lists of stimuli to real room connections in virtual time, and checks every run against
 * the timed specification.
 *
 * <p>Commands and facts occur at any time, also while a slow callback runs; so do facts and timers
 * of earlier sessions, and timers that were cancelled. What the connection then decides, discards,
 * executes and delivers, and when, must be a behaviour of {@code RoomReconnect}.
 *
 * <p>Processes may die, be restored and sleep, and calls of listeners and of the transport may
 * block. A run with death or sleep is checked against {@code RoomRun}; only then connections have a
 * store.
 *
 * <p>Time passes in units of the oracle; a time that is shorter counts as none.
 *
 * <p>Immutable; may be used from many threads if its engine supplier and oracle may.
 *
 * @param engine returns a new engine in the initial location at every call
 * @param oracle checks the runs
 * @param window the reconnect window, a multiple of the oracle's unit
 * @param policy the times of attempts, multiples of the oracle's unit
 * @param scheduler a wrapper of the scheduler
 * @param transport a wrapper of the transport
 * @param listener a wrapper of the listener
 * @param listenerExecutor what the executor of the listeners does; null without an executor
 */
public record TimedHarness(
    Supplier<? extends Engine> engine,
    TimedOracle oracle,
    Duration window,
    ReconnectPolicy policy,
    UnaryOperator<RoomScheduler> scheduler,
    UnaryOperator<RoomTransport> transport,
    UnaryOperator<ConnectionListener> listener,
    @Nullable ExecutorPlan listenerExecutor)
    implements Harness<Stimulus> {

  /** A harness for connections without wrappers, with the default window. */
  public static TimedHarness of(Supplier<? extends Engine> engine, TimedOracle oracle) {
    return new TimedHarness(
        engine,
        oracle,
        RoomConnection.DEFAULT_RECONNECT_WINDOW,
        new Pace(oracle.unit()),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        null);
  }

  /** The longest attempts that are possible, and pauses of one unit. */
  private record Pace(Duration unit) implements ReconnectPolicy {
    @Override
    public Duration timeLimit(int attempt) {
      return Timing.ATTEMPT_AT_MOST;
    }

    @Override
    public Duration backOff(int failed, double random) {
      return unit;
    }
  }

  /** The same harness with another policy, in multiples of the unit of the oracle. */
  public TimedHarness withReconnectPolicy(ReconnectPolicy other) {
    return new TimedHarness(
        engine, oracle, window, other, scheduler, transport, listener, listenerExecutor);
  }

  /** The same harness with another reconnect window, a multiple of the unit of the oracle. */
  public TimedHarness withReconnectWindow(Duration other) {
    return new TimedHarness(
        engine, oracle, other, policy, scheduler, transport, listener, listenerExecutor);
  }

  /** The same harness with a wrapper of the scheduler. */
  public TimedHarness withScheduler(UnaryOperator<RoomScheduler> other) {
    return new TimedHarness(
        engine, oracle, window, policy, other, transport, listener, listenerExecutor);
  }

  /** The same harness with a wrapper of the transport. */
  public TimedHarness withTransport(UnaryOperator<RoomTransport> other) {
    return new TimedHarness(
        engine, oracle, window, policy, scheduler, other, listener, listenerExecutor);
  }

  /** The same harness with a wrapper of the listener. */
  public TimedHarness withListener(UnaryOperator<ConnectionListener> other) {
    return new TimedHarness(
        engine, oracle, window, policy, scheduler, transport, other, listenerExecutor);
  }

  /**
   * The same harness with an executor for the listeners. Neither decisions nor effects may wait for
   * a listener then, except where the executor rejects a task or runs it at once. It is also
   * checked that every change is delivered once, in order.
   *
   * @param plan with delays that are multiples of the unit of the oracle
   */
  public TimedHarness withListenerExecutor(ExecutorPlan plan) {
    return new TimedHarness(engine, oracle, window, policy, scheduler, transport, listener, plan);
  }

  @Override
  public StimulusRun run(List<Stimulus> stimuli) {
    return new TimedRun(this, List.copyOf(stimuli), null).run();
  }

  @Override
  public StimulusRun run(List<Stimulus> stimuli, CoverageRecorder recorder) {
    return new TimedRun(this, List.copyOf(stimuli), recorder).run();
  }

  /** In every fourth list processes die, are restored and sleep, and calls block. */
  @Override
  public StimulusInputs inputs() {
    return StimulusInputs.timedLives(oracle.unit());
  }

  @Override
  public Coverage coverage() {
    return RoomCoverage.empty();
  }
}
