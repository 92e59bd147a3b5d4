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
 * Drives real room connections through schedules in virtual time, and has every run judged by the
 * timed specification.
 *
 * <p>Commands and facts come at any time, also while a slow callback runs; facts and timers of
 * earlier sessions come as well, and timers fire though they were cancelled. What the connection
 * then decides, drops, carries out, tells and lets run out, and when, must be a behaviour of {@code
 * RoomReconnect}.
 *
 * <p>Processes may die, come back from what was stored, and sleep, and calls of listeners and of
 * the transport may not return. A run with death or sleep is judged by {@code RoomRun}. Where a
 * process dies or sleeps its connection has a store, elsewhere none.
 *
 * <p>Time passes in units of the oracle's; a stimulus that asks for less passes none.
 *
 * <p>Immutable; may be used from many threads if its engine supplier and oracle may.
 *
 * @param engine gives a fresh engine in the initial location at every call
 * @param oracle who judges
 * @param window the reconnect window, a multiple of the oracle's unit
 * @param policy the pace of attempts, in multiples of the oracle's unit
 * @param scheduler what is between the connection and its clock
 * @param transport what is between the connection and its transport
 * @param listener what is between the connection and its listener
 * @param listenerExecutor what the executor of the listeners does; null where there is none
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

  /** A harness for connections with nothing in between, and the default window. */
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

  /** Attempts as long as they may be, and pauses of one unit. */
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

  /** The same harness with another pace of attempts, in multiples of the oracle's unit. */
  public TimedHarness withReconnectPolicy(ReconnectPolicy other) {
    return new TimedHarness(
        engine, oracle, window, other, scheduler, transport, listener, listenerExecutor);
  }

  /** The same harness with another reconnect window, a multiple of the oracle's unit. */
  public TimedHarness withReconnectWindow(Duration other) {
    return new TimedHarness(
        engine, oracle, other, policy, scheduler, transport, listener, listenerExecutor);
  }

  /** The same harness with something between the connection and its clock. */
  public TimedHarness withScheduler(UnaryOperator<RoomScheduler> other) {
    return new TimedHarness(
        engine, oracle, window, policy, other, transport, listener, listenerExecutor);
  }

  /** The same harness with something between the connection and its transport. */
  public TimedHarness withTransport(UnaryOperator<RoomTransport> other) {
    return new TimedHarness(
        engine, oracle, window, policy, scheduler, other, listener, listenerExecutor);
  }

  /** The same harness with something between the connection and its listener. */
  public TimedHarness withListener(UnaryOperator<ConnectionListener> other) {
    return new TimedHarness(
        engine, oracle, window, policy, scheduler, transport, other, listenerExecutor);
  }

  /**
   * The same harness with an executor for the listeners. The callback that the specification knows
   * is then the handing over to it: neither decisions nor effects may wait for a listener, except
   * where the executor refuses a task or runs it at once. That listeners are told what was handed
   * over, once each and in order, is judged beside it.
   *
   * @param plan with delays in multiples of the oracle's unit
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

  /** In every fourth list processes die, return and sleep, and calls block. */
  @Override
  public StimulusInputs inputs() {
    return StimulusInputs.timedLives(oracle.unit());
  }

  @Override
  public Coverage coverage() {
    return RoomCoverage.empty();
  }
}
