package io.mooring.room.harness.step;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ChannelRequest;
import io.mooring.room.CommandResult;
import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.Engine;
import io.mooring.room.RoomConnection;
import io.mooring.room.harness.log.LogEntry;
import io.mooring.room.harness.log.ObservedEngine;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.harness.model.Commands;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One life of the client of a {@link ConnectionRun}: one process with its connection, until its
 * death or the last stimulus. It is the environment of the connection, and passes what it observes
 * to a {@link RunChecker}; nothing once it is dead.
 */
final class ConnectionLife {
  private final ConnectionRun run;
  private final Engine engine;
  private final VirtualTime time;
  private final ArmedTimers armed;
  private final SimulatedTransport transport = new SimulatedTransport();
  private final RunChecker checker;
  private final AttemptChecker attempts;
  private final @Nullable LivesChecker lives;
  private final ConnectionDriver driver;
  private final ResourceChecker rest;

  /** Null until it is built; a listener may be called while it is restored. */
  private @Nullable RoomConnection connection;

  private int stepsDue;
  private int callbacks;
  private int callbacksOfOthers;
  private int thrown;
  private int reported;
  private boolean over;

  /** The environment of a connection, which is then {@linkplain #begin built}. */
  ConnectionLife(
      ConnectionRun run, Engine engine, ArmedTimers armed, @Nullable LivesChecker lives) {
    this.run = run;
    this.engine = engine;
    this.armed = armed;
    this.lives = lives;
    checker = run.checker();
    time = run.time();
    attempts =
        new AttemptChecker(
            time, checker, RoomConnection.DEFAULT_RECONNECT_POLICY, () -> expires().isPresent());
    driver = new ConnectionDriver(this, run, transport, armed, attempts);
    rest = new ResourceChecker(checker, transport, armed, attempts);
    transport.onCall(this::called);
    transport.onAttempt(
        (session, attempt) -> {
          if (!over) {
            attempts.made(session.index(), attempt);
            moment();
          }
        });
  }

  /** The first life. */
  void begin() {
    build(builder -> builder);
  }

  /** A later one: what restoring decides, executes and notifies of is checked at once. */
  void restore(LivesChecker.Start start) {
    transport.goesOn(run.joins().sessions(), start.restart().wayBack());
    int before = checker.decisions();
    stepsDue = start.decides().size();
    build(start.restart()::restore);
    if (!over) {
      checker.requireRestored(before, start.decides());
      settle(before);
    }
  }

  private void build(UnaryOperator<RoomConnection.Builder> more) {
    RoomConnection.Builder builder =
        RoomConnection.builder(transport)
            .engine(() -> new ObservedEngine(engine, checker.location(), this::decided))
            .scheduler(
                new CheckedScheduler(
                    time, checker, armed, attempts, this::lengthOf, this::timerRuns, () -> over))
            .reconnectWindow(run.window())
            .stepLog(1) // each failure formats it, which takes longer than everything else
            .recorder(new CheckedRecorder(checker, () -> over))
            .onFailure(failure -> reported += over ? 0 : 1)
            .listener(this::notified)
            .listener(change -> callbacksOfOthers += over ? 0 : 1);
    if (lives != null) {
      builder.snapshots(this::stored);
    }
    connection = more.apply(builder).build();
  }

  /** Whether its process has died. */
  boolean isOver() {
    return over;
  }

  /** Applies a stimulus, and waits until everything is at rest. */
  void apply(Stimulus stimulus) {
    int before = checker.decisions();
    stepsDue = 0;
    stimulus.apply(driver);
    if (!over) {
      settle(before);
    }
  }

  /** Sets when the process dies. */
  void die(Stimulus.Die death) {
    if (lives != null) {
      over = lives.die(death);
    }
  }

  /** The number of facts, ends of attempts and firings that the connection has discarded. */
  long dropped() {
    return requireNonNull(connection).droppedStaleFacts();
  }

  /** One more step has to be decided. */
  void owesStep() {
    stepsDue++;
  }

  void nothing(String why) {
    checker.log(new LogEntry.WithoutEffect(why));
  }

  /** The event of a deadline that passed during a sleep: it is decided before anything else. */
  Optional<Event> expires() {
    Optional<Event> first = armed.overdue().map(Timer::fact);
    stepsDue += first.isPresent() ? 1 : 0;
    return first;
  }

  void command(Event command) {
    int index = checker.decisions();
    Optional<Event> first = expires();
    stepsDue++;
    ReturnCode code = call(command);
    if (over) {
      return;
    }
    checker.log(new LogEntry.Returned(command, code));
    checker.requireDecided(index, first, command, code);
    requireStored(command.action() + " returned");
  }

  private ReturnCode call(Event command) {
    RoomConnection built = requireNonNull(connection);
    return switch (command) {
      case JOIN_CHANNEL -> checker.begin(command).returned(join(built));
      case LEAVE_CHANNEL -> checker.begin(command).returned(built.leaveChannel());
      default -> Commands.give(built, command);
    };
  }

  /** No two joins have the same user. */
  private CommandResult join(RoomConnection built) {
    long user = run.joins().next();
    CommandResult result = built.joinChannel(Commands.ROOM, user);
    if (!result.accepted() && !over) {
      run.joins().reject(user);
    }
    return result;
  }

  /** A timer fires: its latest run is decided, an older one is stale. */
  private void timerRuns(Timer timer, boolean newest) {
    if (over) {
      return;
    }
    checker.fired(timer, newest);
    stepsDue += newest ? 1 : 0;
  }

  /** A moment in which the process may die. */
  private void moment() {
    over = over || (lives != null && lives.isDeath());
  }

  private void decided(Step step) {
    if (over) {
      return;
    }
    checker.decided(step);
    if (lives != null) {
      lives.decided(step);
    }
  }

  private void stored(ConnectionSnapshot snapshot) {
    moment();
    if (lives != null && !over) {
      lives.stored(snapshot);
      moment();
    }
  }

  private void requireStored(String what) {
    if (lives != null) {
      lives.requireStored(what);
    }
  }

  private Duration lengthOf(Timer timer) {
    if (timer != Timer.RECONNECT_WINDOW) {
      return RoomConnection.DEFAULT_JOIN_TIMEOUT;
    }
    return lives == null ? run.window() : lives.restOf(run.window());
  }

  private void called(SimulatedTransport.Call call) {
    moment();
    if (over) {
      return;
    }
    requireStored(call.effect().value() + " was called");
    checker.ran(SessionNames.of(call.session()), call.effect());
    if (call.effect() == Effect.STOP_RECONNECTING) {
      attempts.stopped();
    } else if (call.effect() == Effect.OPEN_TRANSPORT) {
      opened(call.session());
    }
    moment();
  }

  private void opened(int session) {
    ChannelRequest opened = transport.session(0).orElseThrow().request();
    if (!opened.channelName().equals(Commands.ROOM) || !run.joins().isOf(session, opened.uid())) {
      checker.violated(
          ViolationKind.EFFECT,
          SessionNames.of(session)
              + " was opened in "
              + opened
              + ", but the joins that were accepted are those of "
              + run.joins().accepted());
    }
  }

  private void notified(ConnectionChange change) {
    moment();
    if (over) {
      return;
    }
    checker.notified(change);
    requireStored(change + " was delivered");
    requireGetter();
    boolean released = inside();
    if (over) {
      return;
    }
    // A release lets no callback start, not even that of the next listener.
    callbacks += released ? 0 : 1;
    RuntimeException exception = run.callbacks().pollException();
    if (exception != null) {
      thrown++;
      checker.log(new LogEntry.Threw());
      returns(change);
      throw exception;
    }
    returns(change);
  }

  private void returns(ConnectionChange change) {
    moment();
    if (lives != null && !over) {
      lives.returned(change.sequence());
    }
  }

  /** Applies what waited for the callback; returns whether there was a release. */
  private boolean inside() {
    boolean released = false;
    while (!over) {
      Stimulus stimulus = run.callbacks().poll();
      if (stimulus == null) {
        break;
      }
      released |= inside(stimulus);
    }
    return released;
  }

  private boolean inside(Stimulus stimulus) {
    if (!(stimulus instanceof Stimulus.Command given)) {
      stimulus.apply(driver);
      return false;
    }
    if (connection == null) {
      nothing("there is no connection before it is restored");
      return false;
    }
    Event command = given.event();
    stepsDue++;
    checker.log(new LogEntry.Inside(stimulus));
    int index = checker.decisions();
    Optional<Event> first = expires();
    ReturnCode code = call(command);
    if (!over) {
      checker.requireDecided(index, first, command, code);
      requireStored(command.action() + " returned");
      requireGetter();
      checker.returnedInside(command, code);
    }
    return command == Event.RELEASE;
  }

  private void requireGetter() {
    if (connection != null) {
      checker.requireGetter(connection.getConnectionState());
    }
  }

  /** The connection is at rest: nothing is pending, and everything is as the location says. */
  private void settle(int before) {
    checker.settle(stepsDue, before);
    if (callbacksOfOthers != callbacks || reported != thrown) {
      checker.violated(
          ViolationKind.LISTENER_FAILURE,
          "of "
              + callbacks
              + " callbacks the second listener got "
              + callbacksOfOthers
              + "; of "
              + thrown
              + " failures "
              + reported
              + " were reported");
    }
    requireGetter();
    Location location = checker.location();
    if (engine.location() != location) {
      checker.violated(
          ViolationKind.CHAIN,
          "the engine is in " + engine.location() + ", its last step led to " + location);
    }
    rest.require(location);
  }
}
