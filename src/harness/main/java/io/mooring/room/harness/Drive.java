package io.mooring.room.harness;

import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.run.Inputs;
import io.mooring.room.Engine;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link ConnectionHarness}: one client, from its creation to the last stimulus. When
 * its process dies another one goes on from what was stored.
 */
final class Drive {
  private final Supplier<? extends Engine> engines;
  private final @Nullable CoverageRecorder recorder;
  private final Duration window;
  private final VirtualTime time = VirtualTime.hostile();
  private final Watch watch;
  private final Script script;

  Drive(
      Supplier<? extends Engine> engines,
      StepOracle oracle,
      @Nullable CoverageRecorder recorder,
      Duration window) {
    this.engines = engines;
    this.recorder = recorder;
    this.window = window;
    watch = new Watch(oracle, recorder, time, new ArmedTimers());
    script = new Script(window);
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
    LivesWatch lives =
        Stimulus.isMortal(stimuli) ? new LivesWatch(time, watch, script, window) : null;
    try {
      DrivenLife life = born(lives);
      life.begin(window);
      for (int i = 0; i < stimuli.size() && watch.isGood(); i++) {
        watch.saw(new LogEntry.Given(i + 1, time.nanoTime(), stimuli.get(i)));
        life.walk(stimuli.get(i));
        while (lives != null && life.isOver() && watch.isGood()) {
          LivesWatch.Return back = lives.goOn();
          life = born(lives);
          life.restore(back, window);
        }
        if (recorder != null) {
          recorder.done(i + 1);
        }
      }
    } catch (RuntimeException | Error thrownAtCaller) {
      watch.violated(ViolationKind.CRASH, "thrown at the caller: " + thrownAtCaller);
    }
  }

  private DrivenLife born(@Nullable LivesWatch lives) {
    ArmedTimers armed = new ArmedTimers();
    watch.born(armed);
    return new DrivenLife(engines.get(), script, watch, time, armed, lives);
  }

  /** What is to be done, and was asked for: it outlives every process. */
  static final class Script {
    final Deque<Stimulus> waitingForCallback = new ArrayDeque<>();
    int throwsWaiting;

    private final Duration window;
    private long users;

    /** Who was to join, in the order of the sessions that were opened or wait for it. */
    private final List<Long> joins = new ArrayList<>();

    private Script(Duration window) {
      this.window = window;
    }

    /** Somebody is going to join, as nobody did before. */
    long asks() {
      joins.add(++users);
      return users;
    }

    void isRefused(Long user) {
      joins.remove(user);
    }

    boolean isAsked(int session, long user) {
      return session < joins.size() && user == joins.get(session);
    }

    List<Long> joins() {
      return joins;
    }

    /** How many sessions there are, opened or about to be. */
    int sessions() {
      return joins.size();
    }

    /** What was asked for since was not stored, and never was. */
    void forgetsAllAfter(int sessions) {
      joins.subList(Math.min(sessions, joins.size()), joins.size()).clear();
    }

    Duration lengthOf(Timer timer) {
      return timer == Timer.RECONNECT_WINDOW ? window : RoomConnection.DEFAULT_JOIN_TIMEOUT;
    }
  }
}
