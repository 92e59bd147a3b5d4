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
import io.mooring.room.spec.Outcome;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Judges what a connection does during one walk, and remembers it in the order of seeing. */
final class RunChecker {

  private static final String[] SESSIONS =
      IntStream.range(0, 100).mapToObj(RunChecker::sessionName).toArray(String[]::new);

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

  /** The session of an earlier life that no transport has taken up; 0 if there is none. */
  private int gone;

  /** Something stale that comes after the next decision. */
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

  static String session(int index) {
    return index >= 0 && index < SESSIONS.length ? SESSIONS[index] : sessionName(index);
  }

  private static String sessionName(int index) {
    return "session " + (index + 1);
  }

  /** Judges alone: what it sees it forgets. */
  RunChecker forgetting() {
    log = null;
    return this;
  }

  // Lives.

  /** A client begins anew, or where it was {@linkplain #restored restored}. */
  void born(ArmedTimers armed) {
    expected = expected(armed);
    outcomes = new ExpectedOutcomes();
    records.clear();
    if (restored != null) {
      expected.goOnFrom(restored);
      if (gone == 0 && last.to().windowArmed()) {
        // Its timer and its attempts died with the process, and are begun again.
        run(beginning(last.to()).effects());
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
   * The next life goes on from here.
   *
   * @param step the step that had led to it
   * @param takenUp whether its session is
   */
  void restored(ConnectionSnapshot snapshot, Step step, boolean takenUp) {
    restored = snapshot;
    restoring = true;
    last = step;
    sessionsDecided = (int) snapshot.sessionEpoch();
    gone = takenUp ? 0 : sessionsDecided;
  }

  private static Step beginning(Location episode) {
    return Table.steps().stream()
        .filter(step -> step.event() == Event.SIGNAL_LOST && step.to() == episode)
        .filter(step -> step.outcome() == Outcome.TAKEN && !step.from().windowArmed())
        .findFirst()
        .orElseThrow();
  }

  boolean isRestoring() {
    return restoring;
  }

  /** These and nothing else had to be decided by restoring. */
  void requireRestored(int before, List<Event> events) {
    restoring = false;
    List<Event> decided = steps.subList(before, steps.size()).stream().map(Step::event).toList();
    if (!decided.equals(events)) {
      violated(
          ViolationKind.RETURN,
          "restoring decided " + decided + " in " + restored + ", due was " + events);
    }
  }

  /** The number of the latest change. */
  long latest() {
    return expected.latest();
  }

  boolean isLatest(Optional<ConnectionChange> change) {
    return expected.isLatest(change);
  }

  /** How many sessions were begun. */
  int sessions() {
    return sessionsDecided;
  }

  /** The step that was decided last. */
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

  void saw(LogEntry entry) {
    if (log != null) {
      log.add(entry);
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
  ExpectedOutcomes.Given begin(Event command) {
    return outcomes.begin(command);
  }

  /** The engine has answered: this is the decision, whatever follows from it and when. */
  void decided(Step step) {
    expected.decided();
    expect(step);
    saw(new LogEntry.Decided(step));
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

  /** Every decision is recorded, in its order. */
  void recorded(long nanoTime, long epoch, Step step) {
    expected.recorded();
    violatedIf(records.recorded(nanoTime, epoch, step));
  }

  private void expect(Step step) {
    run(step.effects());
    if (step.event() == Event.RELEASE) {
      expected.dropCallbacks();
    }
    List<Notification> told = step.notifications();
    for (int i = 0; i < told.size(); i++) {
      expected.tell(step.from().state(), told.get(i), sessionsDecided);
    }
  }

  private void run(List<Effect> effects) {
    for (int i = 0; i < effects.size(); i++) {
      Effect effect = effects.get(i);
      sessionsDecided += effect == Effect.OPEN_TRANSPORT ? 1 : 0;
      Timer timer = ArmedTimers.timer(effect);
      boolean isGone = gone > 0 && sessionsDecided == gone;
      if (timer != null && !(isGone && restoring)) {
        expected.run(ArmedTimers.name(timer), effect);
      } else if (timer == null && sessionsDecided > 0 && !isGone) {
        expected.run(session(sessionsDecided - 1), effect);
      }
    }
  }

  /** A timer fires, in time or late; the latest is the one that was armed last of all. */
  void fired(Timer timer, boolean latest) {
    if (recorder != null) {
      RoomCoverage.fired(recorder, timer, location(), latest);
    }
  }

  /**
   * Something stale is about to come. A late success of an old session must be undone there;
   * everything else that is stale is dropped without a trace.
   */
  void staleComes(long epoch, Event event) {
    staleComes(epoch, event, Optional.empty());
  }

  /** The same, once something was decided that has to be decided first. */
  void staleComes(long epoch, Event event, Optional<Event> first) {
    if (first.isPresent()) {
      staleNext = () -> staleComes(epoch, event);
      return;
    }
    List<Effect> undo = undoing(epoch, event);
    for (int i = 0; i < undo.size(); i++) {
      expected.run(session((int) epoch - 1), undo.get(i));
    }
  }

  private List<Effect> undoing(long epoch, Event event) {
    // While its own session is being restored, undoing it would hit the attempt under way.
    boolean restoring = event.isOfAttempt() && epoch == sessionsDecided;
    Step late = Table.step(restoring ? Location.CONNECTED : Location.DISCONNECTED, event);
    return late.outcome() == Outcome.TAKEN ? late.effects() : List.of();
  }

  /** Something stale was recorded, with what is carried out to undo it. */
  void stale(long epoch, Event event, List<Effect> undone) {
    List<Effect> undo = undoing(epoch, event);
    if (!undone.equals(undo)) {
      violated(
          ViolationKind.EFFECT,
          "a stale " + event.action() + " is undone with " + undone + ", not with " + undo);
    }
  }

  /** The same, after something that had to be decided first. */
  void requireDecided(int index, Optional<Event> first, Event event, @Nullable ReturnCode code) {
    if (first.isPresent()) {
      requireDecided(index, first.get(), null);
    }
    requireDecided(first.isPresent() ? index + 1 : index, event, code);
  }

  void requireDecided(int index, Event event, @Nullable ReturnCode code) {
    if (index >= steps.size()) {
      violated(ViolationKind.DECISION, event.action() + " was not decided when it came");
    } else if (steps.get(index).event() != event) {
      violated(
          ViolationKind.DECISION,
          event.action() + " was decided as " + RoomText.step(steps.get(index)));
    } else if (code != null && steps.get(index).code() != code) {
      violated(
          ViolationKind.RETURN_CODE,
          event.action() + " returned " + code + ", its step says " + steps.get(index).code());
    }
  }

  // Effects and callbacks.

  /** The timer that must be armed next, if that is what comes next. */
  @Nullable Timer timerDue() {
    Effect due = expected.timerDue();
    return due == null ? null : Timer.armedBy(due).orElse(null);
  }

  void ran(String where, Effect effect) {
    saw(new LogEntry.Ran(where, effect));
    violatedIf(expected.ran(where, effect));
  }

  void told(ConnectionChange change) {
    saw(new LogEntry.Notified(change));
    violatedIf(expected.told(change));
  }

  /** A command inside a callback has returned: what it asks for has been carried out by then. */
  void returnedInside(Event command, ReturnCode code) {
    saw(new LogEntry.Returned(command, code));
    violatedIf(expected.carriedOut());
  }

  void requireGetter(ConnectionState seen) {
    ConnectionState decided = last.to().state();
    if (seen != decided) {
      violated(
          ViolationKind.GETTER,
          "getConnectionState says "
              + seen
              + " instead of "
              + decided
              + " after "
              + RoomText.step(last));
    }
  }

  void settle(int stepsDue, int stepsBefore) {
    violatedIf(expected.settled());
    violatedIf(records.settled());
    int decided = steps.size() - stepsBefore;
    if (decided != stepsDue) {
      violated(ViolationKind.DECISION, decided + " steps were decided, " + stepsDue + " were due");
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
    // The first one is the cause; what follows is its consequence.
    if (violation == null) {
      violation = found;
    }
  }
}
