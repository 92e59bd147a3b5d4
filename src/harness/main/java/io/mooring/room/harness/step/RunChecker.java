package io.mooring.room.harness.step;

import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.run.Violation;
import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.harness.log.LogEntry;
import io.mooring.room.harness.log.RoomText;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what a connection does during one run, and keeps the log of it. */
final class RunChecker {

  private final RememberingOracle oracle;
  private final @Nullable CoverageRecorder recorder;
  private final VirtualTime time;
  private ExpectedOutputs expected;
  private ExpectedOutcomes outcomes = new ExpectedOutcomes();
  private @Nullable List<LogEntry> log = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final RecordChecker records = new RecordChecker();
  private Step last = Table.initial();
  private int sessionsDecided;

  /** The session of an earlier life that no transport has resumed; 0 if there is none. */
  private int lost;

  /** The effects that undo a stale input are expected from the next decision on. */
  private @Nullable Runnable staleNext;

  private boolean restoring;
  private @Nullable ConnectionSnapshot restored;
  private @Nullable Violation violation;

  RunChecker(
      RememberingOracle oracle,
      @Nullable CoverageRecorder recorder,
      VirtualTime time,
      ArmedTimers armed) {
    this.oracle = oracle;
    this.recorder = recorder;
    this.time = time;
    this.expected = expected(armed);
  }

  private static ExpectedOutputs expected(ArmedTimers armed) {
    return new ExpectedOutputs(timer -> armed.waiting(timer) > 0);
  }

  /** Checks without a log. */
  RunChecker withoutLog() {
    log = null;
    return this;
  }

  // Lives.

  /** Starts a new client, or one that is {@linkplain #restored restored}. */
  void start(ArmedTimers armed) {
    expected = expected(armed);
    outcomes = new ExpectedOutcomes();
    records.clear();
    if (restored != null) {
      expected.restore(restored);
      if (lost == 0 && last.to().windowArmed()) {
        // Its timer and its attempts ended with the process, and begin again.
        expectEffects(TableSteps.beginningOf(last.to()).effects());
      }
    } else if (!steps.isEmpty()) {
      last = Table.initial();
      sessionsDecided = 0;
    }
    if (recorder != null && !steps.isEmpty()) {
      recorder.end();
    }
  }

  /**
   * Sets where the next life continues.
   *
   * @param step the step that led there
   * @param resumed whether its session is
   */
  void restored(ConnectionSnapshot snapshot, Step step, boolean resumed) {
    restored = snapshot;
    restoring = true;
    last = step;
    sessionsDecided = (int) snapshot.sessionEpoch();
    lost = resumed ? 0 : sessionsDecided;
  }

  boolean isRestoring() {
    return restoring;
  }

  /** Requires that restoring decided these events and no others. */
  void requireRestored(int before, List<Event> events) {
    restoring = false;
    List<Event> decided = steps.subList(before, steps.size()).stream().map(Step::event).toList();
    if (!decided.equals(events)) {
      violated(
          ViolationKind.RESTORE,
          "restoring decided " + decided + " in " + restored + ", expected was " + events);
    }
  }

  /** The number of the latest change; 0 before the first. */
  long latest() {
    return expected.latest();
  }

  boolean isLatest(Optional<ConnectionChange> change) {
    return expected.isLatest(change);
  }

  /** The number of sessions. */
  int sessions() {
    return sessionsDecided;
  }

  /** The latest step. */
  Step last() {
    return last;
  }

  boolean isGood() {
    return violation == null;
  }

  List<Step> steps() {
    return Collections.unmodifiableList(steps);
  }

  /** The log so far. */
  List<LogEntry> log() {
    return log == null ? List.of() : List.copyOf(log);
  }

  Optional<Violation> violation() {
    return Optional.ofNullable(violation);
  }

  void log(LogEntry entry) {
    if (log != null) {
      log.add(entry);
    }
  }

  int decisions() {
    return steps.size();
  }

  /** The location to which the latest step leads. */
  Location location() {
    return last.to();
  }

  // Steps.

  /** A join or a leave is going to be given. */
  ExpectedOutcomes.Given begin(Event command) {
    return outcomes.begin(command);
  }

  /** Checks a step that the engine returned; its outputs are expected from now on. */
  void decided(Step step) {
    expected.decided();
    expect(step);
    log(new LogEntry.Decided(step));
    steps.add(step);
    records.decided(time.nanoTime(), sessionsDecided, step);
    outcomes.decided(step);
    if (step.from() != last.to()) {
      violated(ViolationKind.CHAIN, RoomText.step(step) + " does not begin in " + last.to());
    }
    Optional<String> objection = oracle.objection(last, step);
    if (objection.isPresent()) {
      violated(ViolationKind.ORACLE, objection.get());
    }
    Optional<Rule> broken = RoomMachine.rules().broken(last, step);
    if (broken.isPresent()) {
      violated(
          ViolationKind.RULE,
          broken.get().property()
              + " ("
              + broken.get().source()
              + ") does not hold from "
              + RoomText.step(last)
              + " to "
              + RoomText.step(step));
    }
    if (recorder != null) {
      RoomMachine.record(recorder, step);
    }
    last = step;
    Runnable stale = staleNext;
    if (stale != null) {
      staleNext = null;
      stale.run();
    }
  }

  /** Checks a record of the connection: each step is recorded once, in order. */
  void recorded(long nanoTime, long epoch, Step step) {
    expected.recorded();
    violatedIf(records.recorded(nanoTime, epoch, step));
  }

  private void expect(Step step) {
    expectEffects(step.effects());
    if (step.event() == Event.RELEASE) {
      expected.dropCallbacks();
    }
    List<Notification> notifications = step.notifications();
    for (int i = 0; i < notifications.size(); i++) {
      expected.expectCallback(step.from().state(), notifications.get(i), sessionsDecided);
    }
  }

  private void expectEffects(List<Effect> effects) {
    for (int i = 0; i < effects.size(); i++) {
      Effect effect = effects.get(i);
      sessionsDecided += effect == Effect.OPEN_TRANSPORT ? 1 : 0;
      Timer timer = ArmedTimers.timer(effect);
      boolean isLost = lost > 0 && sessionsDecided == lost;
      if (timer != null && !(isLost && restoring)) {
        expected.expectEffect(ArmedTimers.name(timer), effect);
      } else if (timer == null && sessionsDecided > 0 && !isLost) {
        expected.expectEffect(SessionNames.of(sessionsDecided - 1), effect);
      }
    }
  }

  /**
   * Counts that a timer fires, in time or late.
   *
   * @param latest whether no timer was armed since
   */
  void fired(Timer timer, boolean latest) {
    if (recorder != null) {
      RoomCoverage.fired(recorder, timer, location(), latest);
    }
  }

  /**
   * Something stale is going to occur. A late success in an old session must be undone there; any
   * other stale input is discarded.
   */
  void staleComes(long epoch, Event event) {
    staleComes(epoch, event, Optional.empty());
  }

  /** The same, after an event that must be decided first. */
  void staleComes(long epoch, Event event, Optional<Event> first) {
    if (first.isPresent()) {
      staleNext = () -> staleComes(epoch, event);
      return;
    }
    List<Effect> undo = TableSteps.undoing(event, epoch == sessionsDecided);
    for (int i = 0; i < undo.size(); i++) {
      expected.expectEffect(SessionNames.of((int) epoch - 1), undo.get(i));
    }
  }

  /** Checks the record of something stale: which effects undo it. */
  void stale(long epoch, Event event, List<Effect> undone) {
    List<Effect> undo = TableSteps.undoing(event, epoch == sessionsDecided);
    if (!undone.equals(undo)) {
      violated(
          ViolationKind.EFFECT,
          "a stale " + event.action() + " is undone with " + undone + ", not with " + undo);
    }
  }

  /** The same, after an event that must be decided first. */
  void requireDecided(int index, Optional<Event> first, Event event, @Nullable ReturnCode code) {
    if (first.isPresent()) {
      requireDecided(index, first.get(), null);
    }
    requireDecided(first.isPresent() ? index + 1 : index, event, code);
  }

  /**
   * Requires that a step is that of an event.
   *
   * @param index of the step, from 0
   * @param code what a command returned; null for a fact
   */
  void requireDecided(int index, Event event, @Nullable ReturnCode code) {
    if (index >= steps.size()) {
      violated(ViolationKind.DECISION, event.action() + " was not decided when it occurred");
    } else if (steps.get(index).event() != event) {
      violated(
          ViolationKind.DECISION,
          event.action() + " was decided as " + RoomText.step(steps.get(index)));
    } else if (code != null && steps.get(index).code() != code) {
      violated(
          ViolationKind.RETURN_CODE,
          event.action() + " returned " + code + ", its step has " + steps.get(index).code());
    }
  }

  // Effects and callbacks.

  /** The timer that must be armed next; null if something else is next. */
  @Nullable Timer timerDue() {
    Effect due = expected.timerDue();
    return due == null ? null : Timer.armedBy(due).orElse(null);
  }

  void ran(String where, Effect effect) {
    log(new LogEntry.Ran(where, effect));
    violatedIf(expected.ran(where, effect));
  }

  void notified(ConnectionChange change) {
    log(new LogEntry.Notified(change));
    violatedIf(expected.notified(change));
  }

  /** A command inside a callback has returned: its effects must have been executed. */
  void returnedInside(Event command, ReturnCode code) {
    log(new LogEntry.Returned(command, code));
    violatedIf(expected.executed());
  }

  void requireGetter(ConnectionState seen) {
    ConnectionState decided = last.to().state();
    if (seen != decided) {
      violated(
          ViolationKind.GETTER,
          "getConnectionState returned "
              + seen
              + " instead of "
              + decided
              + " after "
              + RoomText.step(last));
    }
  }

  /** The connection is at rest: nothing may be pending. */
  void settle(int stepsDue, int stepsBefore) {
    violatedIf(expected.settled());
    violatedIf(records.settled());
    int decided = steps.size() - stepsBefore;
    if (decided != stepsDue) {
      violated(
          ViolationKind.DECISION, decided + " steps were decided, " + stepsDue + " were expected");
    }
    Optional<String> wrong = outcomes.wrong();
    if (wrong.isPresent()) {
      violated(ViolationKind.OUTCOME, wrong.get());
    }
  }

  // Violations.

  void violated(String kind, String message) {
    violated(new Violation(kind, message));
  }

  private void violatedIf(Optional<Violation> found) {
    if (found.isPresent()) {
      violated(found.get());
    }
  }

  private void violated(Violation found) {
    // The first one is the cause of the others.
    if (violation == null) {
      violation = found;
    }
  }
}
