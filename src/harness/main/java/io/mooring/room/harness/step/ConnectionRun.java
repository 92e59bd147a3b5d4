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
 * its process dies another one goes on from what was stored.
 */
final class ConnectionRun {
  private final Supplier<? extends Engine> engines;
  private final @Nullable CoverageRecorder recorder;
  private final Duration window;
  private final VirtualTime time = VirtualTime.hostile();
  private final RunChecker watch;
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
    watch = new RunChecker(oracle, recorder, time, new ArmedTimers());
  }

  /**
   * Gives the stimuli.
   *
   * @param format writes the stimuli
   * @param log the log for the report, which another run of the same list writes
   */
  StimulusRun run(Inputs<Stimulus> format, List<Stimulus> stimuli, Supplier<List<LogEntry>> log) {
    watch.forgetting();
    give(stimuli);
    return new StimulusRun(
        format,
        stimuli,
        watch.steps(),
        log,
        watch.violation(),
        recorder == null ? List.of() : recorder.covered());
  }

  /** Applies the stimuli, and returns the log. */
  List<LogEntry> log(List<Stimulus> stimuli) {
    give(stimuli);
    return watch.log();
  }

  /** A connection whose process never dies has no store: most have none. */
  private void give(List<Stimulus> stimuli) {
    LivesChecker lives =
        StimulusLists.haveDeath(stimuli) ? new LivesChecker(time, watch, joins, window) : null;
    try {
      ConnectionLife life = born(lives);
      life.begin();
      for (int i = 0; i < stimuli.size() && watch.isGood(); i++) {
        watch.saw(new LogEntry.Given(i + 1, time.nanoTime(), stimuli.get(i)));
        life.apply(stimuli.get(i));
        while (lives != null && life.isOver() && watch.isGood()) {
          LivesChecker.Start start = lives.restart();
          life = born(lives);
          life.restore(start);
        }
        if (recorder != null) {
          recorder.done(i + 1);
        }
      }
    } catch (RuntimeException | Error thrownAtCaller) {
      watch.violated(ViolationKind.CRASH, "thrown at the caller: " + thrownAtCaller);
    }
  }

  private ConnectionLife born(@Nullable LivesChecker lives) {
    ArmedTimers armed = new ArmedTimers();
    watch.born(armed);
    return new ConnectionLife(this, engines.get(), armed, lives);
  }

  RunChecker watch() {
    return watch;
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
