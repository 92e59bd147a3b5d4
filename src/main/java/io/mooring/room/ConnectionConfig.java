package io.mooring.room;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one connection: what {@link RoomConnection.Builder} was given, or the
 * defaults.
 *
 * @param transport opens and resumes the sessions
 * @param engine decides the steps
 * @param scheduler the clock and the timers
 * @param timerDurations how long each timer runs
 * @param policy when attempts to reconnect begin and how long each may take
 * @param failureHandler receives what called code throws
 * @param recorder receives every decision; null for none
 * @param stepLogSize how many decisions the step log keeps
 * @param listenerExecutor runs the callbacks; null for the thread that delivers them
 * @param restoration the snapshot that the connection is restored from; null for a new connection
 * @param store receives a snapshot after each change; null for none
 * @param listeners receive every change from the beginning
 */
record ConnectionConfig(
    RoomTransport transport,
    Engine engine,
    RoomScheduler scheduler,
    TimerDurations timerDurations,
    BoundedPolicy policy,
    FailureHandler failureHandler,
    @Nullable StepRecorder recorder,
    int stepLogSize,
    @Nullable Executor listenerExecutor,
    @Nullable Restoration restoration,
    @Nullable SnapshotStore store,
    List<ConnectionListener> listeners) {

  /** A configuration that is still being written; it starts with the defaults. */
  static final class Draft {
    final RoomTransport transport;
    Supplier<? extends Engine> engine = CompiledEngine::new;
    RoomScheduler scheduler = RoomScheduler.system();
    TimerDurations timerDurations = TimerDurations.DEFAULT;
    BoundedPolicy policy = BoundedPolicy.DEFAULT;
    FailureHandler failureHandler = FailureHandler.log();
    @Nullable StepRecorder recorder;
    int stepLogSize = StepLog.DEFAULT_SIZE;
    @Nullable Executor listenerExecutor;
    @Nullable Restoration restoration;
    @Nullable SnapshotStore store;
    final List<ConnectionListener> listeners = new ArrayList<>();

    Draft(RoomTransport transport) {
      this.transport = transport;
    }

    /** The configuration of the next connection, with an engine of its own. */
    ConnectionConfig config() {
      return new ConnectionConfig(
          transport,
          requireNonNull(engine.get(), "The supplier of the engine returned null"),
          scheduler,
          timerDurations,
          policy,
          failureHandler,
          recorder,
          stepLogSize,
          listenerExecutor,
          restoration,
          store,
          List.copyOf(listeners));
    }
  }
}
