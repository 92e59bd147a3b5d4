package io.mooring.room.harness.timed;

import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.run.RunOracle.Judge;
import io.mooring.mbt.run.Violation;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.harness.log.LogEntry;
import io.mooring.room.harness.log.Observation;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.harness.model.BlockingCall;
import io.mooring.room.harness.model.CallbackScript;
import io.mooring.room.harness.model.Restart;
import io.mooring.room.harness.model.Restarts;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.Step;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link TimedHarness}: one client, for which time passes in units. It applies the
 * stimuli; what it observes it logs, and passes to a judge at once. When a process dies another one
 * continues from the latest stored snapshot.
 */
final class TimedRun {
  private final TimedHarness harness;
  private final Judge<Observation> judge;
  private final Duration unit;
  private final VirtualTime time = VirtualTime.hostile();
  private final List<Stimulus> stimuli;
  private final boolean hasStore;
  private final List<LogEntry> log = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final @Nullable CoverageRecorder recorder;
  private final RunThreads threads = new RunThreads(this::proceed);

  /** The attempts of all lives. */
  private final List<ReconnectAttempt> attempts = new ArrayList<>();

  private final CallbackScript callbacks = new CallbackScript();
  private final Set<BlockingCall> blocking = EnumSet.noneOf(BlockingCall.class);
  private final Restarts restarts;
  private boolean callFromAnotherThread;
  private int next;
  private boolean isOver;
  private @Nullable Violation violation;

  private TimedLife life;

  TimedRun(TimedHarness harness, List<Stimulus> stimuli, @Nullable CoverageRecorder recorder) {
    this.harness = harness;
    this.stimuli = stimuli;
    this.recorder = recorder;
    TimedOracle oracle = harness.oracle();
    RunKind kind = RunKind.of(stimuli);
    hasStore = kind == RunKind.LIVES;
    judge = oracle.begin(kind);
    unit = oracle.unit();
    restarts = new Restarts(time, unit);
    life = new TimedLife(this, harness, null);
  }

  StimulusRun run() {
    proceed();
    threads.awaitEnd();
    return new StimulusRun(
        harness.inputs(),
        stimuli,
        List.copyOf(steps),
        () -> List.copyOf(log),
        Optional.ofNullable(violation),
        recorder == null ? List.of() : recorder.covered());
  }

  /** Applies the remaining stimuli, as long as the calling thread is the current one. */
  private void proceed() {
    try {
      if (next == 0) {
        life.begin();
      }
      if (callFromAnotherThread) {
        callFromAnotherThread = false;
        life.callFromAnotherThread();
      }
      while (threads.isCurrent() && next < stimuli.size() && violation == null) {
        Stimulus stimulus = stimuli.get(next);
        next++;
        log.add(new LogEntry.Given(next, time.nanoTime(), stimulus));
        life.apply(stimulus);
        if (threads.isCurrent()) {
          applied();
        }
      }
      if (threads.isCurrent()) {
        settle();
      }
    } catch (RuntimeException | Error thrown) {
      violated(ViolationKind.CRASH, "the caller got " + thrown);
    }
    if (threads.isCurrent()) {
      isOver = true;
      life.die();
      threads.unblockAll();
      threads.end();
    } else {
      threads.returns();
    }
  }

  private void applied() {
    while (life.isOver() && violation == null) {
      restart();
    }
    if (recorder != null) {
      recorder.done(next);
    }
  }

  /** Lets time pass, so that the judge sees whether something is missing. */
  private void settle() {
    advance(unit);
    applied();
    while (life.isWaiting() && violation == null) {
      advance(unit);
      applied();
    }
    life.end();
  }

  // Stimuli.

  CallbackScript callbacks() {
    return callbacks;
  }

  /** The next call blocks, if none does or is going to; none where an executor calls listeners. */
  void block(BlockingCall call) {
    boolean isPossible = !threads.isBlocked(call) && harness.listenerExecutor() == null;
    if (!isPossible || !blocking.add(call)) {
      nothing("it blocks already, or cannot block");
    }
  }

  /** The blocked call returns. */
  void unblock(BlockingCall call) {
    if (!threads.isBlocked(call)) {
      nothing("no such call is blocked");
    }
    blocking.remove(call);
    threads.unblock(call);
  }

  /** Sets when the process dies. */
  void die(Stimulus.Die how) {
    died(restarts.die(how));
  }

  /** Time passes, also inside a callback, which may take any time. */
  void advance(Duration by) {
    for (long rest = by.dividedBy(unit); rest > 0 && isRunning(); rest--) {
      // What is due now happens first.
      time.advance(Duration.ZERO);
      life.beforeTime();
      if (isRunning()) {
        observed(new Observation.Ticked(time.nanoTime() + unit.toNanos()));
        time.advance(unit);
      }
    }
  }

  private boolean isRunning() {
    return violation == null && !life.isOver() && threads.isCurrent();
  }

  /** Time passes, and nothing happens. */
  void sleep(Duration by) {
    for (long rest = by.dividedBy(unit); rest > 0 && isRunning(); rest--) {
      observed(new Observation.Slept(time.nanoTime() + unit.toNanos()));
      time.sleep(unit);
    }
  }

  void nothing(String why) {
    log.add(new LogEntry.WithoutEffect(why));
  }

  // Calls that block.

  /** Whether the next call of a kind blocks. */
  boolean blocks(BlockingCall call) {
    return blocking.contains(call) && life.isBuilt() && !life.isOver();
  }

  /**
   * Blocks until an {@link Stimulus.Unblock}, if the call is to block. A connection has no thread:
   * what a thread that is blocked in the transport was about to deliver, the next thread delivers
   * that calls the connection; so one does.
   */
  void mayBlock(BlockingCall call) {
    if (blocks(call)) {
      blocking.remove(call);
      callFromAnotherThread = call == BlockingCall.TRANSPORT;
      threads.block(call);
    }
  }

  // Callbacks.

  /** What happens while a listener is called. */
  void inCallback() {
    while (!life.isOver()) {
      Stimulus inside = callbacks.poll();
      if (inside == null) {
        return;
      }
      log.add(new LogEntry.Inside(inside));
      life.apply(inside);
    }
  }

  /** The exception of the listener at the end of this callback; null if there is none. */
  @Nullable RuntimeException exception() {
    RuntimeException exception = callbacks.pollException();
    if (exception != null) {
      log.add(new LogEntry.Threw());
    }
    return exception;
  }

  // Death.

  /** Whether decisions are stored: only in a run in which a process dies or sleeps. */
  boolean hasStore() {
    return hasStore;
  }

  /** A moment in which the process may die. */
  void moment() {
    died(restarts.isDeath());
  }

  private void died(boolean isDeath) {
    if (isDeath && !life.isOver()) {
      observed(new Observation.Died(restarts.death().wayBack()));
      life.die();
      if (recorder != null) {
        recorder.end();
      }
    }
  }

  void stored(ConnectionSnapshot snapshot) {
    restarts.store(snapshot);
    observed(new Observation.Stored(snapshot));
  }

  /** Some time later another process starts. */
  private void restart() {
    threads.unblockAll();
    Restart restart = restarts.restart();
    for (long rest = restart.sinceDeath().dividedBy(unit); rest > 0; rest--) {
      observed(new Observation.Away());
    }
    life = new TimedLife(this, harness, restart);
    life.begin();
  }

  // Observations.

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

  /** Logs an observation that the judge has already, or does not need. */
  void log(LogEntry entry) {
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

  /** Passes an observation to the judge that is not logged in this form. */
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
