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
 * One life of the client of a {@link ConnectionRun}: one process with its connection, from its
 * birth to its death or the last stimulus. It is everything around the connection; what it sees it
 * shows to a {@link RunChecker}. What happens once it is dead nobody sees.
 */
final class ConnectionLife {
  private final ConnectionRun drive;
  private final Engine engine;
  private final VirtualTime time;
  private final ArmedTimers armed;
  private final SimulatedTransport transport = new SimulatedTransport();
  private final RunChecker watch;
  private final AttemptChecker attempts;
  private final @Nullable LivesChecker lives;
  private final ConnectionDriver driver;
  private final ResourceChecker rest;

  /** Nobody has it before it is built; a listener may be called while it is restored. */
  private @Nullable RoomConnection connection;

  private int stepsDue;
  private int callbacks;
  private int callbacksWitnessed;
  private int thrown;
  private int reported;
  private boolean over;

  /** What is around a connection, which is then {@linkplain #begin built}. */
  ConnectionLife(
      ConnectionRun drive, Engine engine, ArmedTimers armed, @Nullable LivesChecker lives) {
    this.drive = drive;
    this.engine = engine;
    this.armed = armed;
    this.lives = lives;
    watch = drive.watch();
    time = drive.time();
    attempts =
        new AttemptChecker(
            time, watch, RoomConnection.DEFAULT_RECONNECT_POLICY, () -> expires().isPresent());
    driver = new ConnectionDriver(this, drive, transport, armed, attempts);
    rest = new ResourceChecker(watch, transport, armed, attempts);
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
    transport.goesOn(drive.joins().sessions(), start.restart().wayBack());
    int before = watch.decisions();
    stepsDue = start.decides().size();
    build(start.restart()::restore);
    if (!over) {
      watch.requireRestored(before, start.decides());
      settle(before);
    }
  }

  private void build(UnaryOperator<RoomConnection.Builder> more) {
    RoomConnection.Builder builder =
        RoomConnection.builder(transport)
            .engine(() -> new ObservedEngine(engine, watch.location(), this::decided))
            .scheduler(
                new CheckedScheduler(
                    time, watch, armed, attempts, this::lengthOf, this::timerRuns, () -> over))
            .reconnectWindow(drive.window())
            .stepLog(1) // each failure renders it, which takes longer than all the rest
            .recorder(new CheckedRecorder(watch, () -> over))
            .onFailure(failure -> reported += over ? 0 : 1)
            .listener(this::told)
            .listener(change -> callbacksWitnessed += over ? 0 : 1);
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
    int before = watch.decisions();
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

  /** How many facts, ends of attempts and firings the connection has dropped. */
  long dropped() {
    return requireNonNull(connection).droppedStaleFacts();
  }

  /** One more step has to be decided. */
  void owesStep() {
    stepsDue++;
  }

  void nothing(String why) {
    watch.saw(new LogEntry.WithoutEffect(why));
  }

  /** What comes next is preceded by the end of a deadline that was slept through, if one was. */
  Optional<Event> expires() {
    Optional<Event> first = armed.overdue().map(Timer::fact);
    stepsDue += first.isPresent() ? 1 : 0;
    return first;
  }

  void command(Event command) {
    int index = watch.decisions();
    Optional<Event> first = expires();
    stepsDue++;
    ReturnCode code = call(command);
    if (over) {
      return;
    }
    watch.saw(new LogEntry.Returned(command, code));
    watch.requireDecided(index, first, command, code);
    requireStored(command.action() + " returned");
  }

  private ReturnCode call(Event command) {
    RoomConnection built = requireNonNull(connection);
    return switch (command) {
      case JOIN_CHANNEL -> watch.begin(command).returned(join(built));
      case LEAVE_CHANNEL -> watch.begin(command).returned(built.leaveChannel());
      default -> Commands.give(built, command);
    };
  }

  /** No two joins have the same user. */
  private CommandResult join(RoomConnection built) {
    long user = drive.joins().next();
    CommandResult result = built.joinChannel(Commands.ROOM, user);
    if (!result.accepted() && !over) {
      drive.joins().reject(user);
    }
    return result;
  }

  /** Whatever moves the time on: the run armed last is a fact, an older one is stale. */
  private void timerRuns(Timer timer, boolean newest) {
    if (over) {
      return;
    }
    watch.fired(timer, newest);
    stepsDue += newest ? 1 : 0;
  }

  /** Here the process may die. */
  private void moment() {
    over = over || (lives != null && lives.isDeath());
  }

  private void decided(Step step) {
    if (over) {
      return;
    }
    watch.decided(step);
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
    return lives == null ? drive.window() : lives.restOf(drive.window());
  }

  private void called(SimulatedTransport.Call call) {
    moment();
    if (over) {
      return;
    }
    requireStored(call.effect().value() + " was asked for");
    watch.ran(RunChecker.session(call.session()), call.effect());
    if (call.effect() == Effect.STOP_RECONNECTING) {
      attempts.stopped();
    } else if (call.effect() == Effect.OPEN_TRANSPORT) {
      opened(call.session());
    }
    moment();
  }

  private void opened(int session) {
    ChannelRequest opened = transport.session(0).orElseThrow().request();
    if (!opened.channelName().equals(Commands.ROOM) || !drive.joins().isOf(session, opened.uid())) {
      watch.violated(
          ViolationKind.EFFECT,
          RunChecker.session(session)
              + " was opened in "
              + opened
              + ", but the joins that were accepted are those of "
              + drive.joins().accepted());
    }
  }

  private void told(ConnectionChange change) {
    moment();
    if (over) {
      return;
    }
    watch.told(change);
    requireStored(change + " was told");
    requireGetter();
    boolean released = inside();
    if (over) {
      return;
    }
    // A release lets no callback start, not even that of the next listener.
    callbacks += released ? 0 : 1;
    RuntimeException exception = drive.callbacks().pollException();
    if (exception != null) {
      thrown++;
      watch.saw(new LogEntry.Threw());
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
      Stimulus stimulus = drive.callbacks().poll();
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
    watch.saw(new LogEntry.Inside(stimulus));
    int index = watch.decisions();
    Optional<Event> first = expires();
    ReturnCode code = call(command);
    if (!over) {
      watch.requireDecided(index, first, command, code);
      requireStored(command.action() + " returned");
      requireGetter();
      watch.returnedInside(command, code);
    }
    return command == Event.RELEASE;
  }

  private void requireGetter() {
    if (connection != null) {
      watch.requireGetter(connection.getConnectionState());
    }
  }

  /** Everything has come to rest: what is must be what the location says. */
  private void settle(int before) {
    watch.settle(stepsDue, before);
    if (callbacksWitnessed != callbacks || reported != thrown) {
      watch.violated(
          ViolationKind.LISTENER_FAILURE,
          "of "
              + callbacks
              + " callbacks the second listener had "
              + callbacksWitnessed
              + "; of "
              + thrown
              + " failures "
              + reported
              + " were reported");
    }
    requireGetter();
    Location location = watch.location();
    if (engine.location() != location) {
      watch.violated(
          ViolationKind.CHAIN,
          "the engine is in " + engine.location() + ", its last step led to " + location);
    }
    rest.require(location);
  }
}
