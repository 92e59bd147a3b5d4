package io.mooring.room.harness.step;

import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.run.Inputs;
import io.mooring.room.Engine;
import io.mooring.room.harness.log.LogEntry;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.harness.model.CallbackScript;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusLists;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link ConnectionHarness}: one client, from its creation to the last stimulus. When
 * its process dies another one continues from the latest stored snapshot.
 */
final class ConnectionRun {
  private final Supplier<? extends Engine> engines;
  private final @Nullable CoverageRecorder recorder;
  private final Duration window;
  private final VirtualTime time = VirtualTime.hostile();
  private final RunChecker checker;
  private final CallbackScript callbacks = new CallbackScript();
  private final JoinRequests joins = new JoinRequests();

  ConnectionRun(
      Supplier<? extends Engine> engines,
      RememberingOracle oracle,
      @Nullable CoverageRecorder recorder,
      Duration window) {
    this.engines = engines;
    this.recorder = recorder;
    this.window = window;
    checker = new RunChecker(oracle, recorder, time, new ArmedTimers());
  }

  /**
   * Applies the stimuli.
   *
   * @param format writes the stimuli
   * @param log the log for the report, which another run of the same list writes
   */
  StimulusRun run(Inputs<Stimulus> format, List<Stimulus> stimuli, Supplier<List<LogEntry>> log) {
    checker.withoutLog();
    apply(stimuli);
    return new StimulusRun(
        format,
        stimuli,
        checker.steps(),
        log,
        checker.violation(),
        recorder == null ? List.of() : recorder.covered());
  }

  /** Applies the stimuli, and returns the log. */
  List<LogEntry> log(List<Stimulus> stimuli) {
    apply(stimuli);
    return checker.log();
  }

  /** A connection has a store only if a process dies. */
  private void apply(List<Stimulus> stimuli) {
    LivesChecker lives =
        StimulusLists.haveDeath(stimuli) ? new LivesChecker(time, checker, joins, window) : null;
    try {
      ConnectionLife life = start(lives);
      life.begin();
      for (int i = 0; i < stimuli.size() && checker.isGood(); i++) {
        checker.log(new LogEntry.Given(i + 1, time.nanoTime(), stimuli.get(i)));
        life.apply(stimuli.get(i));
        while (lives != null && life.isOver() && checker.isGood()) {
          LivesChecker.Start start = lives.restart();
          life = start(lives);
          life.restore(start);
        }
        if (recorder != null) {
          recorder.done(i + 1);
        }
      }
    } catch (RuntimeException | Error thrownAtCaller) {
      checker.violated(ViolationKind.CRASH, "the caller got " + thrownAtCaller);
    }
  }

  private ConnectionLife start(@Nullable LivesChecker lives) {
    ArmedTimers armed = new ArmedTimers();
    checker.start(armed);
    return new ConnectionLife(this, engines.get(), armed, lives);
  }

  RunChecker checker() {
    return checker;
  }

  VirtualTime time() {
    return time;
  }

  CallbackScript callbacks() {
    return callbacks;
  }

  JoinRequests joins() {
    return joins;
  }

  Duration window() {
    return window;
  }
}
