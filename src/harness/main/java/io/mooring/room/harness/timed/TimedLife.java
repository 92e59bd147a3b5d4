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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One life of the client of a {@link TimedRun}: one process with its connection, and everything
 * around it. What happens once it is dead nobody sees.
 */
final class TimedLife {
  private final TimedRun drive;
  private final TimedHarness harness;
  private final Engine engine;
  private final SimulatedTransport transport = new SimulatedTransport();
  private final TimedDriver driver;
  private final ObservedScheduler timers;

  /** Nobody has it before it is built; a listener may be called while it is restored. */
  private @Nullable RoomConnection connection;

  /** The executor of the listeners, if there is one. */
  private final @Nullable ObservedExecutor handOvers;

  /** What came in and was not decided so far: if it is not, it was dropped. */
  private final Deque<ObservedInput> undecided = new ArrayDeque<>();

  /** How many were decided: some may still wait to be carried out. */
  private int armings;

  /** How many sessions were begun, in all lives. */
  private long begun;

  /** How it started; null in the first life. */
  private final @Nullable Restart restart;

  /** The same, until it has begun to do something. */
  private @Nullable Restart back;

  /** Where its engine is when it begins. */
  private final Location begins;

  private boolean resumed;
  private boolean over;

  /** The first life, or one that comes back; it begins with {@link #begin}. */
  TimedLife(TimedRun drive, TimedHarness harness, @Nullable Restart restart) {
    this.drive = drive;
    this.harness = harness;
    this.back = restart;
    this.restart = restart;
    engine = harness.engine().get();
    TimedDriver inputs = new TimedDriver(this, drive, transport);
    driver = inputs;
    timers =
        new ObservedScheduler(drive.time(), this::observed, this::arrives, inputs::attemptTime);
    transport.onAttempt(this::attempted);
    transport.onCall(this::called);
    transport.onResume(() -> resumed = true);
    ExecutorPlan plan = harness.listenerExecutor();
    handOvers =
        plan == null
            ? null
            : new ObservedExecutor(
                plan,
                drive.time(),
                this::state,
                this::handedOver,
                wrong -> violated(ViolationKind.CALLBACK, wrong));
    ConnectionSnapshot stored = restart == null ? null : restart.stored();
    begins = stored == null ? Table.initial().to() : stored.location();
    if (restart != null && stored != null) {
      begun = stored.sessionEpoch();
      transport.goesOn((int) stored.sessionEpoch(), restart.wayBack());
      if (handOvers != null) {
        handOvers.goOnFrom(stored);
      }
    }
  }

  /** Builds the connection. */
  void begin() {
    RoomConnection.Builder builder =
        RoomConnection.builder(harness.transport().apply(transport))
            .engine(() -> new ObservedEngine(engine, begins, this::decided))
            .scheduler(harness.scheduler().apply(timers))
            .reconnectWindow(harness.window())
            .reconnectPolicy(harness.policy())
            .onFailure(this::failed)
            .listener(harness.listener().apply(this::told));
    if (handOvers != null) {
      builder.listenerExecutor(handOvers);
    }
    if (drive.hasStore()) {
      builder.snapshots(this::stored);
    }
    if (begins.windowArmed()) {
      // Its timer is begun again without a decision.
      timers.decided(List.of(Timer.RECONNECT_WINDOW.arm()));
    }
    connection = (restart == null ? builder : restart.restore(builder)).build();
    isBack(Optional.empty());
  }

  /** Whether somebody has the connection. */
  boolean isBuilt() {
    return connection != null;
  }

  /** How many facts, ends of attempts and firings were dropped. */
  long dropped() {
    return requireNonNull(connection).droppedStaleFacts();
  }

  /** Where the connection is. */
  Location location() {
    return engine.location();
  }

  /** Whether the latest session waits for its transport to be opened. */
  boolean isToBeOpened() {
    return begun > transport.opened();
  }

  ObservedScheduler timers() {
    return timers;
  }

  boolean isOver() {
    return over;
  }

  void dies() {
    over = true;
  }

  // Stimuli.

  void apply(Stimulus stimulus) {
    stimulus.apply(driver);
  }

  void command(Event command) {
    RoomConnection built = requireNonNull(connection);
    arrives(
        new ObservedInput.Command(command),
        () -> saw(new LogEntry.Returned(command, Commands.give(built, command))));
    if (!over) {
      drive.judged(new Observation.CommandReturned(command));
    }
  }

  /** Another thread comes by, with a command that changes nothing. */
  void comesBy() {
    boolean isInitialised = engine.location() != Table.initial().to();
    command(isInitialised ? Event.INITIALIZE : Event.LEAVE_CHANNEL);
  }

  private void saw(LogEntry entry) {
    if (!over) {
      drive.saw(entry);
    }
  }

  // What is seen.

  void observed(Observation seen) {
    if (!over) {
      isBack(Optional.empty());
      drive.observed(seen);
    }
  }

  private void violated(String kind, String message) {
    if (!over) {
      drive.violated(kind, message);
    }
  }

  /** It has come back: with this decision, or without any. */
  private boolean isBack(Optional<Step> decided) {
    Restart from = back;
    if (from == null || over) {
      return false;
    }
    back = null;
    drive.observed(
        new Observation.Restored(
            from.longestSinceCapture(), from.longestSinceDeath(), decided, resumed));
    return true;
  }

  /** Something comes in that the connection decides or drops before it returns. */
  void arrives(ObservedInput input, Runnable call) {
    CoverageRecorder recorder = drive.recorder();
    if (recorder != null && input instanceof ObservedInput.Firing firing) {
      RoomCoverage.fired(recorder, firing.timer(), engine.location(), firing.run() == armings);
    }
    undecided.add(input);
    call.run();
    dropUndecided();
  }

  private void dropUndecided() {
    while (!undecided.isEmpty()) {
      observed(new Observation.Dropped(undecided.remove()));
    }
  }

  /**
   * What is asked for after something came, and was not decided before, shows that it was dropped.
   */
  private void called(SimulatedTransport.Call call) {
    drive.moment();
    if (over) {
      return;
    }
    dropUndecided();
    if (call.effect() == Effect.STOP_RECONNECTING) {
      timers.stopped();
    }
    boolean blocks = drive.blocks(BlockingCall.TRANSPORT);
    observed(new Observation.Called(call.session() + 1, call.effect(), blocks));
    if (call.effect() != Effect.START_RECONNECTING) {
      ends(blocks);
    }
  }

  private void attempted(SimulatedTransport.Session session, ReconnectAttempt attempt) {
    if (over) {
      return;
    }
    drive.attempts().add(attempt);
    boolean blocks = drive.blocks(BlockingCall.TRANSPORT);
    observed(
        new Observation.AttemptBegan(
            drive.attempts().size(), session.index() + 1, attempt.number(), blocks));
    ends(blocks);
  }

  /** A call of the transport ends, or does not for now. */
  private void ends(boolean blocks) {
    if (blocks) {
      drive.mayBlock(BlockingCall.TRANSPORT);
      observed(new Observation.CallReturned());
    }
    drive.moment();
  }

  private void stored(ConnectionSnapshot snapshot) {
    drive.moment();
    if (!over) {
      isBack(Optional.empty());
      drive.stored(snapshot);
      drive.moment();
    }
  }

  private void told(ConnectionChange change) {
    drive.moment();
    if (over) {
      return;
    }
    if (handOvers == null) {
      observed(new Observation.CallbackBegan(change, state()));
    } else {
      saw(new LogEntry.Notified(change));
      handOvers.tells(change);
    }
    try {
      drive.mayBlock(BlockingCall.CALLBACK);
      if (over) {
        return;
      }
      drive.inCallback();
      RuntimeException exception = over ? null : drive.exception();
      if (exception != null) {
        throw exception;
      }
    } finally {
      drive.moment();
      if (handOvers == null) {
        observed(new Observation.CallbackReturned());
      } else if (!over) {
        handOvers.returned();
      }
    }
  }

  /**
   * An engine that goes astray, and an oracle that does not understand, are no failures to skip.
   */
  private void failed(CallFailure failure) {
    if (failure.callee() == CallFailure.Callee.ENGINE
        || failure.callee() == CallFailure.Callee.RECORDER
        || failure.callee() == CallFailure.Callee.SNAPSHOT_STORE) {
      violated(ViolationKind.CRASH, failure.call() + " gave " + failure.cause());
    }
  }

  private ConnectionState state() {
    return connection == null ? engine.location().state() : connection.getConnectionState();
  }

  /** An executor keeps this change waiting, and with it all that are told after it. */
  private void handedOver(Observation seen) {
    if (!over) {
      isBack(Optional.empty());
      if (seen instanceof Observation.CallbackBegan begun && isWaiting()) {
        saw(new LogEntry.Queued(begun.change()));
      }
      drive.judged(seen);
    }
  }

  void beforeTime() {
    if (handOvers != null && !over) {
      handOvers.beforeTime();
    }
  }

  /** Whether an executor has callbacks that it did not call. */
  boolean isWaiting() {
    return handOvers != null && handOvers.isWaiting();
  }

  void end() {
    if (handOvers != null) {
      handOvers.end();
    }
  }

  /** The engine has answered: this is the decision. */
  private void decided(Step step) {
    if (over) {
      return;
    }
    armings +=
        (int) step.effects().stream().filter(each -> Timer.armedBy(each).isPresent()).count();
    begun += step.effects().contains(Effect.OPEN_TRANSPORT) ? 1 : 0;
    boolean isOfReturn =
        step.event() != Event.RECONNECT_WINDOW_USED_UP && isBack(Optional.of(step));
    if (!isOfReturn) {
      ObservedInput input = input(step.event());
      if (input == null) {
        violated(ViolationKind.DECISION, step.event().action() + " was decided, and nothing came");
      } else if (input.event() != step.event()) {
        violated(ViolationKind.DECISION, input.text() + " was decided as " + step.event().action());
      } else {
        observed(new Observation.Decided(input, step));
      }
    }
    timers.decided(step.effects());
    if (handOvers != null) {
      handOvers.decided(step);
    }
  }

  private @Nullable ObservedInput input(Event event) {
    Optional<ObservedInput> overdue = timers.overdue(event);
    if (overdue.isPresent()) {
      return overdue.get();
    }
    ObservedInput first = undecided.peek();
    if (first != null && first.event() == event) {
      return undecided.remove();
    }
    if (connection == null && event == Event.RECONNECT_WINDOW_USED_UP) {
      return new ObservedInput.Firing(Timer.RECONNECT_WINDOW, 0);
    }
    return timers.passed(event).orElseGet(undecided::poll);
  }
}
