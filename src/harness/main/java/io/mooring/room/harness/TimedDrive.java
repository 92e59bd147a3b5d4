package io.mooring.room.harness;

import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.run.RunOracle.Judge;
import io.mooring.mbt.run.Violation;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.TimeAway;
import io.mooring.room.spec.Step;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link TimedHarness}: one client, whose time passes one unit after the other. It
 * gives the stimuli; what it sees it writes down, and shows to a judge at once. When a process dies
 * another one goes on from what was stored.
 */
final class TimedDrive {
  private final TimedHarness harness;
  private final Judge<Observation> judge;
  private final Duration unit;
  private final VirtualTime time = VirtualTime.hostile();
  private final List<Stimulus> stimuli;
  private final boolean hasStore;
  private final List<LogEntry> log = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final @Nullable CoverageRecorder recorder;
  private final Baton baton = new Baton(this::goOn);

  /** Of all lives. */
  private final List<ReconnectAttempt> attempts = new ArrayList<>();

  private final Deque<Stimulus> waitingForCallback = new ArrayDeque<>();
  private final List<Stimulus.Place> sticking = new ArrayList<>();
  private boolean comesBy;
  private int throwsWaiting;
  private int next;
  private boolean isOver;
  private @Nullable Violation violation;

  private TimedLife life;
  private @Nullable ConnectionSnapshot stored;
  private long storedAt;
  private long diedAt;
  private Stimulus.Die death = new Stimulus.Die(Duration.ZERO);
  private int momentsLeft;

  TimedDrive(TimedHarness harness, List<Stimulus> stimuli, @Nullable CoverageRecorder recorder) {
    this.harness = harness;
    this.stimuli = stimuli;
    this.recorder = recorder;
    RunOracle oracle = harness.oracle();
    RunOracle.Kind kind = RunOracle.Kind.of(stimuli);
    hasStore = kind == RunOracle.Kind.LIVES;
    judge = oracle.begin(kind);
    unit = oracle.unit();
    life = new TimedLife(this, harness, null);
  }

  StimulusRun run() {
    goOn();
    baton.awaitEnd();
    return new StimulusRun(
        harness.inputs(),
        stimuli,
        List.copyOf(steps),
        () -> List.copyOf(log),
        Optional.ofNullable(violation),
        recorder == null ? List.of() : recorder.covered());
  }

  /** Gives what is left to be given, for as long as the calling thread is not stuck. */
  private void goOn() {
    try {
      if (next == 0) {
        life.begin(builder -> builder);
      }
      if (comesBy) {
        comesBy = false;
        life.comesBy();
      }
      while (baton.isHeld() && next < stimuli.size() && violation == null) {
        Stimulus stimulus = stimuli.get(next);
        next++;
        log.add(new LogEntry.Given(next, time.nanoTime(), stimulus));
        give(stimulus);
        if (baton.isHeld()) {
          given();
        }
      }
      if (baton.isHeld()) {
        settle();
      }
    } catch (RuntimeException | Error thrown) {
      violated(ViolationKind.CRASH, "thrown at the caller: " + thrown);
    }
    if (baton.isHeld()) {
      isOver = true;
      life.dies();
      baton.releaseAll();
      baton.end();
    } else {
      baton.rests();
    }
  }

  private void given() {
    while (life.isOver() && violation == null) {
      comesBack();
    }
    if (recorder != null) {
      recorder.done(next);
    }
  }

  /** Whatever is to be done must have been done before time goes on. */
  private void settle() {
    pass(1);
    given();
    while (life.isWaiting() && violation == null) {
      pass(1);
      given();
    }
    life.end();
  }

  // Stimuli.

  void give(Stimulus stimulus) {
    if (stimulus instanceof Stimulus.InCallback waiting) {
      waitingForCallback.add(waiting.inside());
    } else if (stimulus instanceof Stimulus.ThrowInCallback) {
      throwsWaiting++;
    } else if (stimulus instanceof Stimulus.Advance advance) {
      pass(advance.by().toNanos() / unit.toNanos());
    } else if (stimulus instanceof Stimulus.Sleep sleep) {
      sleep(sleep.time().toNanos() / unit.toNanos());
    } else if (stimulus instanceof Stimulus.Die how) {
      death = how;
      momentsLeft = how.moments() + 1;
      moment();
    } else if (stimulus instanceof Stimulus.Stick stick) {
      stick(stick.place());
    } else if (stimulus instanceof Stimulus.Return back) {
      if (!baton.isStuck(back.place())) {
        nothing("no such call is stuck");
      }
      sticking.remove(back.place());
      baton.release(back.place());
    } else {
      life.give(stimulus);
    }
  }

  /** One call of a place is stuck at a time, and none is where an executor calls listeners. */
  private void stick(Stimulus.Place place) {
    if (sticking.contains(place) || baton.isStuck(place) || harness.listenerExecutor() != null) {
      nothing("it is stuck, or cannot be");
    } else {
      sticking.add(place);
    }
  }

  /** Time passes, also inside a callback, which may take as long as it likes. */
  void pass(long units) {
    for (long rest = units; rest > 0 && goesOn(); rest--) {
      // What is due now is done before time goes on.
      time.advance(Duration.ZERO);
      life.beforeTime();
      if (goesOn()) {
        observed(new Observation.Ticked(time.nanoTime() + unit.toNanos()));
        time.advance(unit);
      }
    }
  }

  private boolean goesOn() {
    return violation == null && !life.isOver() && baton.isHeld();
  }

  /** Time passes, and nothing is done. */
  private void sleep(long units) {
    for (long rest = units; rest > 0 && goesOn(); rest--) {
      observed(new Observation.Slept(time.nanoTime() + unit.toNanos()));
      time.sleep(unit);
    }
  }

  void nothing(String why) {
    log.add(new LogEntry.WithoutEffect(why));
  }

  // Calls that do not return.

  /** Whether a call of that place, which is about to be made, does not return. */
  boolean sticks(Stimulus.Place place) {
    return sticking.contains(place) && life.isBuilt() && !life.isOver();
  }

  /**
   * Does not return until somebody says so, if it is to be so. No connection has a thread: what a
   * thread that is stuck in the transport was about to tell, the next one tells that comes by; so
   * one does.
   */
  void mayStick(Stimulus.Place place) {
    if (sticks(place)) {
      sticking.remove(place);
      comesBy = place == Stimulus.Place.TRANSPORT;
      baton.hold(place);
    }
  }

  // Callbacks.

  /** What happens while a listener is called. */
  void inCallback() {
    while (!waitingForCallback.isEmpty() && !life.isOver()) {
      Stimulus inside = waitingForCallback.remove();
      log.add(new LogEntry.Inside(inside));
      give(inside);
    }
  }

  /** Whether the listener is to throw. */
  boolean isToThrow() {
    if (throwsWaiting == 0) {
      return false;
    }
    throwsWaiting--;
    log.add(new LogEntry.Threw());
    return true;
  }

  // Death.

  /** Whether what is decided is stored: only where a process dies or sleeps. */
  boolean hasStore() {
    return hasStore;
  }

  /** Here the process may die. */
  void moment() {
    if (momentsLeft > 0 && --momentsLeft == 0 && !life.isOver()) {
      diedAt = time.nanoTime();
      observed(new Observation.Died(death.wayBack()));
      life.dies();
      if (recorder != null) {
        recorder.end();
      }
    }
  }

  void stored(ConnectionSnapshot snapshot) {
    stored = snapshot;
    storedAt = time.nanoTime();
    observed(new Observation.Stored(snapshot));
  }

  /** Some time later another process goes on. */
  private void comesBack() {
    baton.releaseAll();
    time.clear();
    long away = death.away().toNanos() / unit.toNanos();
    for (long rest = away; rest > 0; rest--) {
      observed(new Observation.Away());
    }
    Duration sinceDeath = unit.multipliedBy(away);
    time.sleep(sinceDeath);
    Duration sinceCapture = sinceDeath.plusNanos(diedAt - storedAt);
    Stimulus.Known known = death.known();
    ConnectionSnapshot from = stored == null ? null : ConnectionSnapshot.parse(stored.text());
    life =
        new TimedLife(
            this,
            harness,
            new TimedReturn(
                from,
                known.longest(sinceCapture, unit),
                known.longest(sinceDeath, unit),
                death.wayBack()));
    TimeAway capture = known.of(sinceCapture, unit);
    TimeAway dead = known.of(sinceDeath, unit);
    life.begin(builder -> from == null ? builder : builder.restore(from, capture, dead));
  }

  // What is seen.

  Duration unit() {
    return unit;
  }

  VirtualTime time() {
    return time;
  }

  List<ReconnectAttempt> attempts() {
    return attempts;
  }

  @Nullable CoverageRecorder recorder() {
    return recorder;
  }

  /** Writes down what the judge knows already, or need not know. */
  void saw(LogEntry entry) {
    log.add(entry);
  }

  void observed(Observation seen) {
    if (violation != null || isOver) {
      return;
    }
    seen.decision().ifPresent(this::decided);
    log.add(seen);
    judged(seen);
  }

  private void decided(Step step) {
    steps.add(step);
    if (recorder != null) {
      RoomMachine.record(recorder, step);
    }
  }

  /** Shows something to the judge that is not written down as it is. */
  void judged(Observation seen) {
    if (violation == null && !isOver) {
      judge.objection(seen).ifPresent(objection -> violated(ViolationKind.RUN, objection));
    }
  }

  void violated(String kind, String message) {
    if (!isOver) {
      violation = violation == null ? new Violation(kind, message) : violation;
    }
  }
}
