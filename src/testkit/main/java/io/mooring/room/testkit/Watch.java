package io.mooring.room.testkit;

import io.mooring.room.ConnectionChange;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Judges what a connection does during one walk, and remembers it in the order of seeing. */
final class Watch {
  private static final String[] SESSIONS =
      IntStream.range(0, 100).mapToObj(Watch::sessionName).toArray(String[]::new);

  private final StepOracle oracle;
  private final EdgeCoverage.@Nullable Trail trail;
  private final VirtualTime time;
  private final Expected expected;
  private final Outcomes outcomes = new Outcomes();
  private @Nullable List<Moment> moments = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Deque<Promise> promises = new ArrayDeque<>();
  private Step last = Table.initial();
  private int sessionsDecided;
  private @Nullable Violation violation;

  Watch(
      StepOracle oracle, EdgeCoverage.@Nullable Trail trail, VirtualTime time, ArmedTimers armed) {
    this.oracle = oracle;
    this.trail = trail;
    this.time = time;
    this.expected = new Expected(timer -> armed.waiting(timer) > 0);
  }

  /**
   * What a command inside a callback returned and made visible at once; its step is recorded after
   * the callback.
   */
  private record Promise(Event command, ReturnCode code, ConnectionState seen, boolean silenced) {
    Promise silent() {
      return new Promise(command, code, seen, true);
    }
  }

  static String session(int index) {
    return index >= 0 && index < SESSIONS.length ? SESSIONS[index] : sessionName(index);
  }

  private static String sessionName(int index) {
    return "session " + (index + 1);
  }

  /** Judges alone: what it sees it forgets. */
  Watch forgetting() {
    moments = null;
    return this;
  }

  boolean isGood() {
    return violation == null;
  }

  List<Step> steps() {
    return Collections.unmodifiableList(steps);
  }

  /** What was seen, in the order of seeing. */
  List<Moment> moments() {
    return moments == null ? List.of() : List.copyOf(moments);
  }

  Optional<Violation> violation() {
    return Optional.ofNullable(violation);
  }

  void saw(Moment moment) {
    if (moments != null) {
      moments.add(moment);
    }
  }

  int decisions() {
    return steps.size();
  }

  /** Where the last step led to. */
  Location location() {
    return last.to();
  }

  // Steps.

  /** A join or a leave is about to be given. */
  Outcomes.Given begin(Event command) {
    return outcomes.begin(command);
  }

  void decided(long nanoTime, long epoch, Step step) {
    saw(new Moment.Decided(epoch, step));
    steps.add(step);
    outcomes.decided(step);
    if (nanoTime != time.nanoTime()) {
      violated(Violation.Kind.DECISION, "recorded for " + Wording.seconds(nanoTime));
    }
    if (step.from() != last.to()) {
      violated(Violation.Kind.CHAIN, Wording.step(step) + " does not begin in " + last.to());
    }
    Optional<String> objection = oracle.objection(last, step);
    if (objection.isPresent()) {
      violated(Violation.Kind.ORACLE, objection.get());
    }
    Optional<Rule> broken = Rules.broken(last, step);
    if (broken.isPresent()) {
      violated(
          Violation.Kind.RULE,
          broken.get().property()
              + " ("
              + broken.get().source()
              + ") does not hold from "
              + Wording.step(last)
              + " to "
              + Wording.step(step));
    }
    if (trail != null) {
      trail.add(step);
    }
    last = step;
    Promise promise = promises.poll();
    if (promise != null) {
      requireKept(promise, step);
    }
    expect(step, epoch, promise != null && promise.silenced());
  }

  private void expect(Step step, long epoch, boolean silenced) {
    List<Effect> effects = step.effects();
    for (int i = 0; i < effects.size(); i++) {
      Effect effect = effects.get(i);
      sessionsDecided += effect == Effect.OPEN_TRANSPORT ? 1 : 0;
      Timer timer = TimerEffects.timer(effect);
      if (timer != null) {
        expected.run(ArmedTimers.name(timer), effect);
      } else if (sessionsDecided > 0) {
        expected.run(session(sessionsDecided - 1), effect);
      }
    }
    if (epoch != sessionsDecided) {
      violated(
          Violation.Kind.DECISION,
          "recorded for session " + epoch + ", " + sessionsDecided + " were begun");
    }
    if (step.event() == Event.RELEASE) {
      expected.dropCallbacks();
    }
    List<Notification> told = step.notifications();
    for (int i = 0; i < told.size(); i++) {
      if (silenced) {
        expected.keepSilent();
      } else {
        expected.tell(step.from().state(), told.get(i), epoch);
      }
    }
  }

  /** A timer fires, in time or late; the latest is the one that was armed last of all. */
  void fired(Timer timer, boolean latest) {
    if (trail != null) {
      trail.fired(timer, location(), latest);
    }
  }

  /**
   * A late success of an old session must be undone there; everything else that is stale is dropped
   * without a trace.
   */
  void stale(long epoch, Event event, List<Effect> undone) {
    // While its own session is being restored, undoing it would hit the attempt under way.
    boolean restoring = event.isOfAttempt() && epoch == sessionsDecided;
    Step late = Table.step(restoring ? Location.CONNECTED : Location.DISCONNECTED, event);
    List<Effect> undo = late.outcome() == Outcome.TAKEN ? late.effects() : List.of();
    if (!undone.equals(undo)) {
      violated(
          Violation.Kind.EFFECT,
          "a stale " + event.action() + " is undone with " + undone + ", not with " + undo);
    }
    for (int i = 0; i < undo.size(); i++) {
      expected.run(session((int) epoch - 1), undo.get(i));
    }
  }

  void requireDecided(int index, Event event, @Nullable ReturnCode code) {
    if (index >= steps.size()) {
      violated(Violation.Kind.DECISION, event.action() + " was not decided when it came");
    } else if (steps.get(index).event() != event) {
      violated(
          Violation.Kind.DECISION,
          event.action() + " was decided as " + Wording.step(steps.get(index)));
    } else if (code != null && steps.get(index).code() != code) {
      violated(
          Violation.Kind.RETURN_CODE,
          event.action() + " returned " + code + ", its step says " + steps.get(index).code());
    }
  }

  // Effects and callbacks.

  /** The timer that must be armed next, if that is what comes next. */
  @Nullable Timer timerDue() {
    Effect due = expected.effectDue();
    return due == null ? null : TimerEffects.armed(due);
  }

  void ran(String where, Effect effect) {
    saw(new Moment.Ran(where, effect));
    violatedIf(expected.ran(where, effect));
  }

  void told(ConnectionChange change) {
    saw(new Moment.Told(change));
    violatedIf(expected.told(change));
  }

  void promised(Event command, ReturnCode code, ConnectionState seen) {
    saw(new Moment.Returned(command, code));
    promises.add(new Promise(command, code, seen, false));
    if (command == Event.RELEASE) {
      expected.dropCallbacks();
      List<Promise> silent = promises.stream().map(Promise::silent).toList();
      promises.clear();
      promises.addAll(silent);
    }
  }

  private void requireKept(Promise promise, Step step) {
    if (step.event() != promise.command()
        || step.code() != promise.code()
        || step.to().state() != promise.seen()) {
      violated(
          Violation.Kind.RETURN_CODE,
          promise.command().action()
              + " inside a callback returned "
              + promise.code()
              + " and made "
              + promise.seen()
              + " visible, but its step was "
              + Wording.step(step));
    }
  }

  void requireGetter(ConnectionState seen) {
    // The state is written when a step is decided; inside a callback that is ahead of what was
    // recorded.
    ConnectionState decided = promises.isEmpty() ? last.to().state() : promises.getLast().seen();
    if (seen != decided) {
      violated(
          Violation.Kind.GETTER,
          "getConnectionState says "
              + seen
              + " instead of "
              + decided
              + " after "
              + Wording.step(last));
    }
  }

  void settle(int stepsDue, int stepsBefore) {
    violatedIf(expected.settled());
    int decided = steps.size() - stepsBefore;
    if (decided != stepsDue) {
      violated(Violation.Kind.DECISION, decided + " steps were decided, " + stepsDue + " were due");
    }
    Optional<String> wrong = outcomes.wrong();
    if (wrong.isPresent()) {
      violated(Violation.Kind.OUTCOME, wrong.get());
    }
  }

  // Violations.

  void violated(Violation.Kind kind, String message) {
    violated(new Violation(kind, message));
  }

  private void violatedIf(Optional<Violation> found) {
    if (found.isPresent()) {
      violated(found.get());
    }
  }

  private void violated(Violation found) {
    // The first one is the cause; what follows is its consequence.
    if (violation == null) {
      violation = found;
    }
  }
}
