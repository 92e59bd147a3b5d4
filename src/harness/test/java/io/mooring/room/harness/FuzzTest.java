package io.mooring.room.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzProgress;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.step.ConnectionHarness;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzTest {
  /** Leaving while reconnecting leaves the window running. */
  private static final Supplier<Engine> FAULTY =
      TamperedEngine.changed(
          Location.RECONNECTING,
          Event.LEAVE_CHANNEL,
          step -> Steps.without(step, Effect.CANCEL_WINDOW));

  private static Fuzz<Stimulus> fuzz(String name, Supplier<? extends Engine> engine) {
    return Fuzz.of(name, "table", ConnectionHarness.of(engine));
  }

  @Test
  void aSoundEngineSurvives() {
    FuzzReport<Stimulus> report =
        fuzz("compiled", CompiledEngine::new)
            .with(options -> options.withTries(300).withSeed(7))
            .run();

    assertThat(report.isGood()).isTrue();
    assertThat(report.end()).isEqualTo(FuzzReport.End.COMPLETED);
    assertThat(report.total().tries()).isEqualTo(300);
    assertThat(report.text())
        .contains("engine          compiled\n")
        .contains("seed            7, lists of up to 60, 1 thread\n")
        .contains("tries           300\n")
        .contains("result          no violation\n");
  }

  @Test
  void aFaultIsFoundShrunkWrittenAndReplayed(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/faulty.events");
    Fuzz<Stimulus> fuzz =
        fuzz("faulty", FAULTY)
            .with(options -> options.withTries(5000).withSeed(1).withFailureFile(file));

    FuzzReport<Stimulus> report = fuzz.run();

    assertThat(report.end()).isEqualTo(FuzzReport.End.FAILED);
    FuzzReport.Failure<Stimulus> failure = report.failure().orElseThrow();
    assertThat(failure.run().steps()).isEqualTo(5);
    assertThat(failure.run().inputs())
        .contains(
            Stimulus.of(Event.INITIALIZE),
            Stimulus.of(Event.JOIN_CHANNEL),
            Stimulus.of(Event.JOINED),
            Stimulus.of(Event.LEAVE_CHANNEL));
    assertThat(failure.lengthBefore()).isGreaterThan(5);
    assertThat(Files.readString(file))
        .startsWith("# System faulty, oracle table, seed 1, try " + failure.tryNumber());
    assertThat(fuzz.replay(file).violation()).isEqualTo(failure.run().violation());
    assertThat(fuzz("compiled", CompiledEngine::new).replay(file).violation()).isEmpty();
    assertThat(report.text())
        .contains("violated in try " + failure.tryNumber())
        .contains("written to      " + file)
        .contains("Violated: ORACLE: the table has RECONNECTING --LeaveChannel-->");
  }

  @Test
  void aTryIsTheSameAloneAndWithAnyNumberOfThreads() {
    Fuzz<Stimulus> fuzz =
        fuzz("faulty", FAULTY).with(options -> options.withTries(5000).withSeed(1));
    FuzzReport.Failure<Stimulus> one = fuzz.run().failure().orElseThrow();
    FuzzReport.Failure<Stimulus> two =
        fuzz.with(options -> options.withThreads(2)).run().failure().orElseThrow();

    assertThat(two.tryNumber()).isEqualTo(one.tryNumber());
    assertThat(two.run().text()).isEqualTo(one.run().text());
    assertThat(ConnectionHarness.of(FAULTY).run(fuzz.list(one.tryNumber())).violation())
        .isPresent();
    assertThat(fuzz.list(3)).isEqualTo(fuzz.list(3)).isNotEqualTo(fuzz.list(4));
    assertThat(fuzz.with(options -> options.withSeed(2)).list(3)).isNotEqualTo(fuzz.list(3));
  }

  @Test
  void itStopsWhenItIsCancelled() {
    AtomicInteger questions = new AtomicInteger();
    FuzzReport<Stimulus> report =
        fuzz("compiled", CompiledEngine::new)
            .with(options -> options.withTries(1_000_000_000))
            .withStop(() -> questions.incrementAndGet() > 3)
            .run();

    assertThat(report.end()).isEqualTo(FuzzReport.End.STOPPED);
    assertThat(report.total().tries()).isPositive().isLessThan(1_000_000_000);
    assertThat(report.text()).contains("(stopped)");
  }

  @Test
  void itStopsWhenInterrupted() {
    Thread.currentThread().interrupt();
    FuzzReport<Stimulus> report =
        fuzz("compiled", CompiledEngine::new)
            .with(options -> options.withTries(1_000_000_000))
            .run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.end()).isEqualTo(FuzzReport.End.STOPPED);
  }

  @Test
  void itRunsForATimeAndReportsItsProgress() {
    List<FuzzProgress> progress = new ArrayList<>();
    FuzzReport<Stimulus> report =
        fuzz("compiled", CompiledEngine::new)
            .with(options -> options.withDuration(Duration.ofMillis(1500)))
            .withProgress(progress::add)
            .run();

    assertThat(report.end()).isEqualTo(FuzzReport.End.COMPLETED);
    assertThat(report.total().elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(1500));
    assertThat(progress).isNotEmpty();
    assertThat(progress.get(0).toString()).contains("events/s  rows ");
  }

  @Test
  void whatIsNotPositiveIsRefused() {
    Fuzz<Stimulus> fuzz = fuzz("compiled", CompiledEngine::new);

    assertThatThrownBy(() -> fuzz.with(options -> options.withTries(0)))
        .hasMessage("tries must be > 0, but was 0");
    assertThatThrownBy(() -> fuzz.with(options -> options.withThreads(-1)))
        .hasMessageContaining("threads");
    assertThatThrownBy(() -> fuzz.with(options -> options.withDuration(Duration.ZERO)))
        .hasMessageContaining("duration");
  }
}
