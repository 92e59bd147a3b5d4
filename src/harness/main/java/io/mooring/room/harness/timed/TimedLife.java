package io.mooring.room.harness.timed;

import static java.util.Objects.requireNonNull;

import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.room.CallFailure;
import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.Engine;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomConnection;
import io.mooring.room.harness.log.LogEntry;
import io.mooring.room.harness.log.Observation;
import io.mooring.room.harness.log.ObservedEngine;
import io.mooring.room.harness.log.ObservedInput;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.harness.model.BlockingCall;
import io.mooring.room.harness.model.Commands;
import io.mooring.room.harness.model.Restart;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.SimulatedTransport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One life of the client of a {@link TimedRun}: one process with its connection, and the
 * environment of the connection. It observes nothing once it is dead.
 */
final class TimedLife {
  private final TimedRun run;
  private final TimedHarness harness;
  private final Engine engine;
  private final SimulatedTransport transport = new SimulatedTransport();
  private final TimedDriver driver;
  private final ObservedScheduler timers;

  /** Null until it is built; a listener may be called while it is restored. */
  private @Nullable RoomConnection connection;

  /** The executor of the listeners, if there is one. */
  private final @Nullable ObservedExecutor executor;

  private final PendingInputs inputs;

  /** The number of armings that were decided, executed or not. */
  private int armings;

  /** The number of sessions that were decided, in all lives. */
  private long sessions;

  /** How it started; null in the first life. */
  private final @Nullable Restart restart;

  /** The same, until the restoring of the connection was observed. */
  private @Nullable Restart unobserved;

  /** The location in which this life begins. */
  private final Location start;

  private boolean resumed;
  private boolean over;

  /** The first life, or a restored one; it begins with {@link #begin}. */
  TimedLife(TimedRun run, TimedHarness harness, @Nullable Restart restart) {
    this.run = run;
    this.harness = harness;
    this.unobserved = restart;
    this.restart = restart;
    engine = harness.engine().get();
    TimedDriver stimuli = new TimedDriver(this, run, transport);
    driver = stimuli;
    timers = new ObservedScheduler(run.time(), this::observed, this::call, stimuli::attemptTime);
    inputs = new PendingInputs(timers);
    transport.onAttempt(this::attempted);
    transport.onCall(this::called);
    transport.onResume(() -> resumed = true);
    ExecutorPlan plan = harness.listenerExecutor();
    executor =
        plan == null
            ? null
            : new ObservedExecutor(
                plan,
                run.time(),
                this::state,
                this::queued,
                wrong -> violated(ViolationKind.CALLBACK, wrong));
    ConnectionSnapshot stored = restart == null ? null : restart.stored();
    start = stored == null ? Table.initial().to() : stored.location();
    if (restart != null && stored != null) {
      sessions = stored.sessionEpoch();
      transport.goesOn((int) stored.sessionEpoch(), restart.wayBack());
      if (executor != null) {
        executor.restore(stored);
      }
    }
  }

  /** Builds the connection. */
  void begin() {
    RoomConnection.Builder builder =
        RoomConnection.builder(harness.transport().apply(transport))
            .engine(() -> new ObservedEngine(engine, start, this::decided))
            .scheduler(harness.scheduler().apply(timers))
            .reconnectWindow(harness.window())
            .reconnectPolicy(harness.policy())
            .onFailure(this::failed)
            .listener(harness.listener().apply(this::notified));
    if (executor != null) {
      builder.listenerExecutor(executor);
    }
    if (run.hasStore()) {
      builder.snapshots(this::stored);
    }
    if (start.windowArmed()) {
      // Its timer is armed again without a decision.
      timers.decided(List.of(Timer.RECONNECT_WINDOW.arm()));
    }
    connection = (restart == null ? builder : restart.restore(builder)).build();
    restored(Optional.empty());
  }

  /** Whether the connection is built. */
  boolean isBuilt() {
    return connection != null;
  }

  /** The number of facts, ends of attempts and firings that were discarded. */
  long discarded() {
    return requireNonNull(connection).droppedStaleFacts();
  }

  /** The location of the connection. */
  Location location() {
    return engine.location();
  }

  /** Whether the latest session waits for its transport to be opened. */
  boolean isToBeOpened() {
    return sessions > transport.opened();
  }

  ObservedScheduler timers() {
    return timers;
  }

  boolean isOver() {
    return over;
  }

  void die() {
    over = true;
  }

  // Stimuli.

  void apply(Stimulus stimulus) {
    stimulus.apply(driver);
  }

  void command(Event command) {
    RoomConnection built = requireNonNull(connection);
    call(
        new ObservedInput.Command(command),
        () -> log(new LogEntry.Returned(command, Commands.give(built, command))));
    if (!over) {
      run.judged(new Observation.CommandReturned(command));
    }
  }

  /** Another thread gives a command that changes nothing. */
  void callFromAnotherThread() {
    boolean isInitialised = engine.location() != Table.initial().to();
    command(isInitialised ? Event.INITIALIZE : Event.LEAVE_CHANNEL);
  }

  private void log(LogEntry entry) {
    if (!over) {
      run.log(entry);
    }
  }

  // Observations.

  void observed(Observation seen) {
    if (!over) {
      restored(Optional.empty());
      run.observed(seen);
    }
  }

  private void violated(String kind, String message) {
    if (!over) {
      run.violated(kind, message);
    }
  }

  /** Observes once that the connection was restored: with this decision, or without any. */
  private boolean restored(Optional<Step> decided) {
    Restart from = unobserved;
    if (from == null || over) {
      return false;
    }
    unobserved = null;
    run.observed(
        new Observation.Restored(
            from.longestSinceCapture(), from.longestSinceDeath(), decided, resumed));
    return true;
  }

  /** Makes a call with an input, which the connection decides or discards before it returns. */
  void call(ObservedInput input, Runnable call) {
    CoverageRecorder recorder = run.recorder();
    if (recorder != null && input instanceof ObservedInput.Firing firing) {
      RoomCoverage.fired(recorder, firing.timer(), engine.location(), firing.run() == armings);
    }
    inputs.add(input);
    call.run();
    discardPending();
  }

  private void discardPending() {
    ObservedInput input = inputs.poll();
    while (input != null) {
      observed(new Observation.Discarded(input));
      input = inputs.poll();
    }
  }

  /** An input that was not decided before a call of the transport was discarded. */
  private void called(SimulatedTransport.Call call) {
    run.moment();
    if (over) {
      return;
    }
    discardPending();
    if (call.effect() == Effect.STOP_RECONNECTING) {
      timers.stopped();
    }
    boolean blocks = run.blocks(BlockingCall.TRANSPORT);
    observed(new Observation.Called(call.session() + 1, call.effect(), blocks));
    if (call.effect() != Effect.START_RECONNECTING) {
      returns(blocks);
    }
  }

  private void attempted(SimulatedTransport.Session session, ReconnectAttempt attempt) {
    if (over) {
      return;
    }
    run.attempts().add(attempt);
    boolean blocks = run.blocks(BlockingCall.TRANSPORT);
    observed(
        new Observation.AttemptBegan(
            run.attempts().size(), session.index() + 1, attempt.number(), blocks));
    returns(blocks);
  }

  /** A call of the transport returns, now or later. */
  private void returns(boolean blocks) {
    if (blocks) {
      run.mayBlock(BlockingCall.TRANSPORT);
      observed(new Observation.CallReturned());
    }
    run.moment();
  }

  private void stored(ConnectionSnapshot snapshot) {
    run.moment();
    if (!over) {
      restored(Optional.empty());
      run.stored(snapshot);
      run.moment();
    }
  }

  private void notified(ConnectionChange change) {
    run.moment();
    if (over) {
      return;
    }
    if (executor == null) {
      observed(new Observation.CallbackBegan(change, state()));
    } else {
      log(new LogEntry.Notified(change));
      executor.notified(change);
    }
    try {
      run.mayBlock(BlockingCall.CALLBACK);
      if (over) {
        return;
      }
      run.inCallback();
      RuntimeException exception = over ? null : run.exception();
      if (exception != null) {
        throw exception;
      }
    } finally {
      run.moment();
      if (executor == null) {
        observed(new Observation.CallbackReturned());
      } else if (!over) {
        executor.returned();
      }
    }
  }

  /** An exception of the engine, or of what is observed here, is a violation. */
  private void failed(CallFailure failure) {
    if (failure.callee() == CallFailure.Callee.ENGINE
        || failure.callee() == CallFailure.Callee.RECORDER
        || failure.callee() == CallFailure.Callee.SNAPSHOT_STORE) {
      violated(ViolationKind.CRASH, failure.call() + " threw " + failure.cause());
    }
  }

  private ConnectionState state() {
    return connection == null ? engine.location().state() : connection.getConnectionState();
  }

  /** The executor delays this change, and all that follow it. */
  private void queued(Observation seen) {
    if (!over) {
      restored(Optional.empty());
      if (seen instanceof Observation.CallbackBegan begun && isWaiting()) {
        log(new LogEntry.Queued(begun.change()));
      }
      run.judged(seen);
    }
  }

  /** Time is going to pass. */
  void beforeTime() {
    if (executor != null && !over) {
      executor.beforeTime();
    }
  }

  /** Whether an executor has pending callbacks. */
  boolean isWaiting() {
    return executor != null && executor.isWaiting();
  }

  /** The run ends. */
  void end() {
    if (executor != null) {
      executor.end();
    }
  }

  /** The engine returned a step. */
  private void decided(Step step) {
    if (over) {
      return;
    }
    armings +=
        (int) step.effects().stream().filter(each -> Timer.armedBy(each).isPresent()).count();
    sessions += step.effects().contains(Effect.OPEN_TRANSPORT) ? 1 : 0;
    boolean isOfRestoring =
        step.event() != Event.RECONNECT_WINDOW_USED_UP && restored(Optional.of(step));
    if (!isOfRestoring) {
      ObservedInput input = inputs.decided(step.event(), connection == null);
      if (input == null) {
        violated(ViolationKind.DECISION, step.event().action() + " was decided without an input");
      } else if (input.event() != step.event()) {
        violated(ViolationKind.DECISION, input.text() + " was decided as " + step.event().action());
      } else {
        observed(new Observation.Decided(input, step));
      }
    }
    timers.decided(step.effects());
    if (executor != null) {
      executor.decided(step);
    }
  }
}
