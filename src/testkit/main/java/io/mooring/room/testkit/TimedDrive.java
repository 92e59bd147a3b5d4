package io.mooring.room.testkit;

import io.mooring.room.CallFailure;
import io.mooring.room.ConnectionChange;
import io.mooring.room.Engine;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link TimedHarness}: one connection, whose time passes one unit after the other. It
 * gives the stimuli and is everything around the connection; what it sees it writes down, and shows
 * to a judge at once.
 */
final class TimedDrive {
  private final RunOracle.Judge judge;
  private final Duration unit;
  private final Engine engine;
  private final VirtualTime time = VirtualTime.hostile();
  private final SimulatedTransport transport = new SimulatedTransport();
  private final ObservedTime timers;
  private final RoomConnection connection;

  /** The executor of the listeners, if there is one. */
  private final @Nullable HandOvers handOvers;

  private final List<Moment> moments = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<ReconnectAttempt> attempts = new ArrayList<>();
  private final Deque<Stimulus> waitingForCallback = new ArrayDeque<>();

  /** What came in and was not decided so far: if it is not, it was dropped. */
  private final Deque<Observation.Input> undecided = new ArrayDeque<>();

  /** How many were decided: some may still wait to be carried out. */
  private int armings;

  private int throwsWaiting;
  private final EdgeCoverage.@Nullable Trail trail;
  private @Nullable Violation violation;

  TimedDrive(TimedHarness harness, EdgeCoverage.@Nullable Trail trail) {
    this.trail = trail;
    RunOracle oracle = harness.oracle();
    judge = oracle.begin();
    unit = oracle.unit();
    engine = harness.engine().get();
    timers = new ObservedTime(time, this::observed, this::arrives, this::attemptTime);
    transport.onAttempt(
        (session, attempt) -> {
          attempts.add(attempt);
          observed(
              new Observation.AttemptBegan(attempts.size(), session.index() + 1, attempt.number()));
        });
    transport.onCall(this::called);
    RoomConnection.Builder builder =
        RoomConnection.builder(harness.transport().apply(transport))
            .engine(ObservedEngine::new)
            .scheduler(harness.scheduler().apply(timers))
            .reconnectWindow(harness.window())
            .reconnectPolicy(harness.policy())
            .onFailure(this::failed);
    ExecutorPlan plan = harness.listenerExecutor();
    handOvers =
        plan == null
            ? null
            : new HandOvers(
                plan,
                time,
                this::state,
                this::handedOver,
                wrong -> violated(Violation.Kind.CALLBACK, wrong));
    if (handOvers != null) {
      builder.listenerExecutor(handOvers);
    }
    connection = builder.build();
    connection.addListener(harness.listener().apply(this::told));
  }

  Walk walk(List<Stimulus> stimuli) {
    try {
      for (int i = 0; i < stimuli.size() && violation == null; i++) {
        moments.add(new Moment.Given(i + 1, time.nanoTime(), stimuli.get(i)));
        give(stimuli.get(i));
        if (trail != null) {
          trail.given(i + 1);
        }
      }
      // Whatever is to be done must have been done before time goes on.
      pass(1);
      if (handOvers != null) {
        while (handOvers.isWaiting() && violation == null) {
          pass(1);
        }
        handOvers.end();
      }
    } catch (RuntimeException | Error thrown) {
      violated(Violation.Kind.CRASH, "thrown at the caller: " + thrown);
    }
    return new Walk(
        stimuli,
        List.copyOf(steps),
        () -> List.copyOf(moments),
        Optional.ofNullable(violation),
        trail == null ? List.of() : trail.finds());
  }

  // Stimuli.

  private void give(Stimulus stimulus) {
    if (stimulus instanceof Stimulus.Command command) {
      command(command.event());
    } else if (stimulus instanceof Stimulus.InCallback waiting) {
      waitingForCallback.add(waiting.inside());
    } else if (stimulus instanceof Stimulus.ThrowInCallback) {
      throwsWaiting++;
    } else if (stimulus instanceof Stimulus.Advance advance) {
      pass(advance.by().toNanos() / unit.toNanos());
    } else if (stimulus instanceof Stimulus.Fire fire) {
      fire(fire.timer(), fire.ago());
    } else if (stimulus instanceof Stimulus.AttemptEnds end) {
      ended(attempts.size() - end.ago(), end.succeeded());
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
    arrives(
        new Observation.Command(command),
        () -> moments.add(new Moment.Returned(command, DrivenLife.call(connection, command))));
  }

  private void fact(Stimulus.Fact fact) {
    Optional<SimulatedTransport.Session> session = transport.session(fact.ago());
    if (session.isEmpty()) {
      nothing("no such session was opened");
    } else if (fact.event().isOfAttempt()) {
      List<ReconnectAttempt> made = session.get().attempts();
      ended(made.isEmpty() ? 0 : attempts.indexOf(made.get(made.size() - 1)) + 1, true);
    } else {
      arrives(
          new Observation.Fact(fact.event(), session.get().index() + 1),
          () -> session.get().state(fact.event()));
    }
  }

  /**
   * The transport tells the end of an attempt.
   *
   * @param number which of all, from 1
   */
  private void ended(int number, boolean succeeded) {
    if (number < 1) {
      nothing("no such attempt was made");
      return;
    }
    ReconnectAttempt attempt = attempts.get(number - 1);
    if (succeeded) {
      arrives(new Observation.Success(number), attempt::succeeded);
    } else {
      boolean heard = isHeard(attempt::failed);
      observed(new Observation.AttemptFailed(number, false, heard));
    }
  }

  /** The client's own time for an attempt, or for the pause after it, is up. */
  private void attemptTime(boolean ofAttempt, Runnable task) {
    int number = attempts.size();
    if (isHeard(task) && ofAttempt) {
      observed(new Observation.AttemptFailed(number, true, true));
    }
  }

  private boolean isHeard(Runnable end) {
    long dropped = connection.droppedStaleFacts();
    end.run();
    return connection.droppedStaleFacts() == dropped;
  }

  private void fire(Timer timer, int ago) {
    Optional<ObservedTime.Run> found = timers.find(timer, ago);
    if (found.isEmpty()) {
      nothing("the " + timer.value() + " was not armed so often");
      return;
    }
    if (found.get().isPending()) {
      pass((found.get().untilDue().toNanos() + unit.toNanos() - 1) / unit.toNanos());
    } else {
      found.get().fireLate();
    }
  }

  /** Time passes, also inside a callback, which may take as long as it likes. */
  private void pass(long units) {
    for (long rest = units; rest > 0 && violation == null; rest--) {
      // What is due now is done before time goes on.
      time.advance(Duration.ZERO);
      if (handOvers != null) {
        handOvers.beforeTime();
      }
      observed(new Observation.Ticked(time.nanoTime() + unit.toNanos()));
      time.advance(unit);
    }
  }

  private void nothing(String why) {
    moments.add(new Moment.WithoutEffect(why));
  }

  // What is seen.

  /** Something comes in that the connection decides or drops before it returns. */
  private void arrives(Observation.Input input, Runnable call) {
    if (trail != null && input instanceof Observation.Firing firing) {
      trail.fired(firing.timer(), engine.location(), firing.run() == armings);
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
    dropUndecided();
    if (call.effect() == Effect.STOP_RECONNECTING) {
      timers.stopped();
    }
    observed(new Observation.Called(call.session() + 1, call.effect()));
  }

  private void told(ConnectionChange change) {
    if (handOvers == null) {
      observed(new Observation.CallbackBegan(change, state()));
    } else {
      moments.add(new Moment.Told(change));
      handOvers.tells(change);
    }
    try {
      while (!waitingForCallback.isEmpty()) {
        Stimulus inside = waitingForCallback.remove();
        moments.add(new Moment.Inside(inside));
        give(inside);
      }
      if (throwsWaiting > 0) {
        throwsWaiting--;
        moments.add(new Moment.Threw());
        throw new IllegalStateException("a listener that throws on purpose");
      }
    } finally {
      if (handOvers == null) {
        observed(new Observation.CallbackReturned());
      } else {
        handOvers.returned();
      }
    }
  }

  /**
   * An engine that goes astray, and an oracle that does not understand, are no failures to skip.
   */
  private void failed(CallFailure failure) {
    if (failure.callee() == CallFailure.Callee.ENGINE
        || failure.callee() == CallFailure.Callee.RECORDER) {
      violated(Violation.Kind.CRASH, failure.call() + " gave " + failure.cause());
    }
  }

  private ConnectionState state() {
    return connection.getConnectionState();
  }

  private void observed(Observation seen) {
    if (violation != null) {
      return;
    }
    if (seen instanceof Observation.Decided decided) {
      steps.add(decided.step());
      armings += (int) decided.step().effects().stream().filter(TimerEffects::arms).count();
      if (trail != null) {
        trail.add(decided.step());
      }
    }
    moments.add(moment(seen));
    judged(seen);
  }

  private void judged(Observation seen) {
    judge.objection(seen).ifPresent(objection -> violated(Violation.Kind.RUN, objection));
  }

  /** An executor keeps this change waiting, and with it all that are told after it. */
  private void handedOver(Observation seen) {
    if (violation == null) {
      if (seen instanceof Observation.CallbackBegan begun
          && handOvers != null
          && handOvers.isWaiting()) {
        moments.add(new Moment.HandedOver(begun.change()));
      }
      judged(seen);
    }
  }

  private Moment moment(Observation seen) {
    if (seen instanceof Observation.Called called) {
      return new Moment.Ran(Watch.session(called.session() - 1), called.effect());
    }
    if (seen instanceof Observation.CallbackBegan begun) {
      return new Moment.Told(begun.change());
    }
    return new Moment.Observed(seen);
  }

  private void violated(Violation.Kind kind, String message) {
    violation = violation == null ? new Violation(kind, message) : violation;
  }

  /** The engine, whose answers are the decisions. */
  private final class ObservedEngine implements Engine {
    @Override
    public Location location() {
      return engine.location();
    }

    @Override
    public Step step(Event event) {
      Step step = engine.step(event);
      Observation.Input input = undecided.peek();
      if (input == null || input.event() != event) {
        input = timers.passed(event).orElseGet(undecided::poll);
      } else {
        undecided.remove();
      }
      if (input == null) {
        violated(Violation.Kind.DECISION, event.action() + " was decided, and nothing came");
      } else if (input.event() != event) {
        violated(Violation.Kind.DECISION, input.text() + " was decided as " + event.action());
      } else {
        observed(new Observation.Decided(input, step));
        timers.decided(step.effects());
        if (handOvers != null) {
          handOvers.decided(step);
        }
      }
      return step;
    }
  }
}
