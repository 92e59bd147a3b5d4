package io.mooring.room.testkit;

import io.mooring.room.ChannelRequest;
import io.mooring.room.CommandResult;
import io.mooring.room.ConnectionChange;
import io.mooring.room.Engine;
import io.mooring.room.RoomConnection;
import io.mooring.room.StepRecorder;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One walk of a {@link ConnectionHarness}: one connection, from its creation to the last stimulus.
 * It gives the stimuli and is everything around the connection; what it sees it shows to a {@link
 * Watch}.
 */
final class Drive {
  private static final String ROOM = "room";
  private static final Timer[] TIMERS = Timer.values();

  private final Engine engine;
  private final VirtualTime time = VirtualTime.hostile();
  private final ArmedTimers armed = new ArmedTimers();
  private final SimulatedTransport transport = new SimulatedTransport();
  private final RoomConnection connection;
  private final EdgeCoverage.@Nullable Trail trail;
  private final Watch watch;
  private final AttemptWatch attempts;

  /** Who was to join, in the order of the sessions that were opened or wait for it. */
  private final List<Long> joining = new ArrayList<>();

  private final Deque<Event> waitingForCallback = new ArrayDeque<>();
  private long joins;
  private int stepsDue;
  private int throwsWaiting;
  private int callbacks;
  private int callbacksWitnessed;
  private int thrown;
  private int reported;

  Drive(Engine engine, StepOracle oracle, EdgeCoverage.@Nullable Trail trail, Duration window) {
    this.engine = engine;
    this.trail = trail;
    watch = new Watch(oracle, trail, time, armed);
    Map<Timer, Duration> lengths =
        Map.of(
            Timer.RECONNECT_WINDOW,
            window,
            Timer.JOIN_TIMEOUT,
            RoomConnection.DEFAULT_JOIN_TIMEOUT);
    attempts = new AttemptWatch(time, watch, RoomConnection.DEFAULT_RECONNECT_POLICY);
    transport.onCall(this::called);
    transport.onAttempt((session, attempt) -> attempts.made(session.index(), attempt));
    connection =
        RoomConnection.builder(transport)
            .engine(() -> new WatchedEngine(engine, watch))
            .scheduler(new WatchedTime(time, watch, armed, attempts, lengths, this::timerRuns))
            .reconnectWindow(window)
            .stepLog(1) // each failure renders it, which takes longer than all the rest
            .recorder(new Recorder())
            .onFailure(failure -> reported++)
            .build();
    connection.addListener(this::told);
    connection.addListener(change -> callbacksWitnessed++);
  }

  /**
   * Gives the stimuli.
   *
   * @param story what was seen, for whoever wants to know: another drive's
   */
  Walk walk(List<Stimulus> stimuli, Supplier<List<Moment>> story) {
    watch.forgetting();
    give(stimuli);
    return new Walk(
        stimuli,
        watch.steps(),
        story,
        watch.violation(),
        trail == null ? List.of() : trail.finds());
  }

  /** Gives the stimuli, and says all that was seen. */
  List<Moment> story(List<Stimulus> stimuli) {
    give(stimuli);
    return watch.moments();
  }

  private void give(List<Stimulus> stimuli) {
    for (int i = 0; i < stimuli.size() && watch.isGood(); i++) {
      Stimulus stimulus = stimuli.get(i);
      watch.saw(new Moment.Given(i + 1, time.nanoTime(), stimulus));
      int before = watch.decisions();
      stepsDue = 0;
      try {
        give(stimulus);
        settle(before);
      } catch (RuntimeException | Error thrownAtCaller) {
        watch.violated(Violation.Kind.CRASH, "thrown at the caller: " + thrownAtCaller);
      }
      if (trail != null) {
        trail.given(i + 1);
      }
    }
  }

  private void give(Stimulus stimulus) {
    if (stimulus instanceof Stimulus.Command command) {
      command(command.event());
    } else if (stimulus instanceof Stimulus.InCallback waiting) {
      if (waiting.inside() instanceof Stimulus.Command command) {
        waitingForCallback.add(command.event());
      } else {
        watch.saw(new Moment.WithoutEffect("only timed runs have this inside callbacks"));
      }
    } else if (stimulus instanceof Stimulus.ThrowInCallback) {
      throwsWaiting++;
    } else if (stimulus instanceof Stimulus.Advance advance) {
      time.advance(advance.by());
    } else if (stimulus instanceof Stimulus.Fire fire) {
      fire(fire.timer(), fire.ago());
    } else if (stimulus instanceof Stimulus.AttemptEnds end) {
      attemptEnds(attempts.made(end.ago()), end.succeeded());
    } else if (stimulus instanceof Stimulus.Fact fact && fact.event().isOfAttempt()) {
      int session = transport.opened() - 1 - fact.ago();
      attemptEnds(attempts.latestOf(session), true);
    } else if (stimulus instanceof Stimulus.Fact fact) {
      Optional<Timer> timer = Stimulus.timerThatAloneTells(fact.event());
      if (timer.isPresent()) {
        fire(timer.get(), fact.ago());
      } else {
        fact(fact);
      }
    }
  }

  private void command(Event command) {
    int index = watch.decisions();
    stepsDue++;
    ReturnCode code = call(command);
    watch.saw(new Moment.Returned(command, code));
    watch.requireDecided(index, command, code);
  }

  private ReturnCode call(Event command) {
    return switch (command) {
      case JOIN_CHANNEL -> watch.begin(command).returned(join());
      case LEAVE_CHANNEL -> watch.begin(command).returned(connection.leaveChannel());
      default -> call(connection, command);
    };
  }

  /** No two joins ask for the same. */
  private CommandResult join() {
    Long user = ++joins;
    joining.add(user);
    CommandResult result = connection.joinChannel(ROOM, user);
    if (!result.accepted()) {
      joining.remove(user);
    }
    return result;
  }

  /** Gives a connection a command, and has what it returns at once. */
  static ReturnCode call(RoomConnection connection, Event command) {
    return switch (command) {
      case INITIALIZE -> connection.initialize();
      case JOIN_CHANNEL -> connection.joinChannel(ROOM, 7).code();
      case LEAVE_CHANNEL -> connection.leaveChannel().code();
      case RELEASE -> connection.release();
      default ->
          throw new IllegalArgumentException(
              command.action() + " is not a command of RoomConnection");
    };
  }

  private void fact(Stimulus.Fact fact) {
    Optional<SimulatedTransport.Session> session = transport.session(fact.ago());
    if (session.isEmpty()) {
      watch.saw(new Moment.WithoutEffect("no such session was opened"));
      return;
    }
    stepsDue += fact.ago() == 0 ? 1 : 0;
    int index = session.get().index();
    state(fact.event(), index, fact.ago() == 0, () -> session.get().state(fact.event()));
  }

  /**
   * An attempt that is over can end nothing in its own session; a success of it that comes while
   * nothing is being restored is a fact of its session like any other.
   */
  private void attemptEnds(Optional<AttemptWatch.Made> found, boolean succeeded) {
    if (found.isEmpty()) {
      watch.saw(new Moment.WithoutEffect("no such attempt was made"));
      return;
    }
    AttemptWatch.Made made = found.get();
    boolean underWay = attempts.isUnderWay(made);
    if (succeeded) {
      boolean current = made.session() == transport.opened() - 1;
      boolean decided = underWay || (current && !watch.location().reconnecting());
      stepsDue += decided ? 1 : 0;
      state(Event.REJOINED, made.session(), decided, made.attempt()::succeeded);
    } else if (underWay) {
      attempts.failed();
      made.attempt().failed();
    } else if (!isDropped(made.attempt()::failed)) {
      watch.violated(
          Violation.Kind.DECISION, "the end of an attempt that is over was not counted as dropped");
    }
  }

  private void fire(Timer timer, int ago) {
    Optional<VirtualTime.Timer> found = armed.find(timer, ago);
    if (found.isEmpty()) {
      watch.saw(new Moment.WithoutEffect(ArmedTimers.name(timer) + " was not armed so often"));
      return;
    }
    VirtualTime.Timer run = found.get();
    int session = transport.opened() - 1;
    Runnable firing = run.isPending() ? run::fireInTime : run::fireLate;
    state(timer.fact(), session, armed.isNewest(run), firing);
  }

  /** Whatever moves the time on: the run armed last is a fact, an older one is stale. */
  private void timerRuns(Timer timer, boolean newest) {
    watch.fired(timer, newest);
    stepsDue += newest ? 1 : 0;
  }

  /** What is current must be decided at once; what is not must be dropped and counted. */
  private void state(Event fact, int session, boolean current, Runnable statement) {
    if (!current) {
      watch.staleComes(session + 1L, fact);
      if (!isDropped(statement)) {
        watch.violated(
            Violation.Kind.DECISION, "a stale " + fact.action() + " was not counted as dropped");
      }
      return;
    }
    int index = watch.decisions();
    statement.run();
    watch.requireDecided(index, fact, null);
  }

  private boolean isDropped(Runnable statement) {
    long dropped = connection.droppedStaleFacts();
    statement.run();
    return connection.droppedStaleFacts() == dropped + 1;
  }

  private void called(SimulatedTransport.Call call) {
    watch.ran(Watch.session(call.session()), call.effect());
    if (call.effect() == Effect.STOP_RECONNECTING) {
      attempts.stopped();
    } else if (call.effect() == Effect.OPEN_TRANSPORT) {
      opened(call.session());
    }
  }

  private void opened(int session) {
    ChannelRequest opened = transport.sessions().get(session).request();
    boolean asked =
        session < joining.size()
            && opened.channelName().equals(ROOM)
            && opened.uid() == joining.get(session);
    if (!asked) {
      watch.violated(
          Violation.Kind.EFFECT,
          Watch.session(session)
              + " was opened in "
              + opened
              + ", but the joins that were accepted are those of "
              + joining);
    }
  }

  private void told(ConnectionChange change) {
    watch.told(change);
    watch.requireGetter(connection.getConnectionState());
    boolean released = false;
    while (!waitingForCallback.isEmpty()) {
      Event command = waitingForCallback.remove();
      stepsDue++;
      watch.saw(new Moment.GivenInside(command));
      int index = watch.decisions();
      ReturnCode code = call(command);
      watch.requireDecided(index, command, code);
      watch.requireGetter(connection.getConnectionState());
      watch.returnedInside(command, code);
      released |= command == Event.RELEASE;
    }
    // A release lets no callback start, not even that of the next listener.
    callbacks += released ? 0 : 1;
    if (throwsWaiting > 0) {
      throwsWaiting--;
      thrown++;
      watch.saw(new Moment.Threw());
      throw new ThrownOnPurpose();
    }
  }

  /** Everything has come to rest: what is must be what the location says. */
  private void settle(int before) {
    watch.settle(stepsDue, before);
    if (callbacksWitnessed != callbacks || reported != thrown) {
      watch.violated(
          Violation.Kind.LISTENER_FAILURE,
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
    watch.requireGetter(connection.getConnectionState());
    Location location = watch.location();
    if (engine.location() != location) {
      watch.violated(
          Violation.Kind.CHAIN,
          "the engine is in " + engine.location() + ", its last step led to " + location);
    }
    if (!transport.isAtRest(location.transportOpen(), location.reconnecting())) {
      sessions(location);
    }
    attempts.settle();
    for (Timer timer : TIMERS) {
      int waiting = armed.waiting(timer);
      resource(ArmedTimers.name(timer), "armed", TimerFirings.runs(timer, location), waiting > 0);
      if (waiting > 1) {
        watch.violated(
            Violation.Kind.RESOURCE,
            ArmedTimers.name(timer) + " runs " + waiting + " times at the same time");
      }
    }
  }

  private void sessions(Location location) {
    List<SimulatedTransport.Session> sessions = transport.sessions();
    for (SimulatedTransport.Session session : sessions) {
      boolean current = session.index() == sessions.size() - 1;
      String name = Watch.session(session.index());
      resource(name, "open", current && location.transportOpen(), session.isOpen());
      resource(name, "reconnecting", current && location.reconnecting(), session.isReconnecting());
    }
  }

  private void resource(String name, String what, boolean should, boolean does) {
    if (should != does) {
      watch.violated(
          Violation.Kind.RESOURCE,
          name + " " + what + ": " + watch.location() + " says " + should + ", it is " + does);
    }
  }

  /** What a listener throws. */
  private static final class ThrownOnPurpose extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Where it was thrown is of no interest, and takes long to find out. */
    ThrownOnPurpose() {
      super("a listener that throws on purpose", null, false, false);
    }
  }

  /** The connection's recorder. */
  private final class Recorder implements StepRecorder {
    @Override
    public void recorded(long nanoTime, long sessionEpoch, Step step) {
      watch.recorded(nanoTime, sessionEpoch, step);
    }

    @Override
    public void stale(long nanoTime, long sessionEpoch, Event event, List<Effect> undone) {
      watch.stale(sessionEpoch, event, undone);
    }
  }
}
