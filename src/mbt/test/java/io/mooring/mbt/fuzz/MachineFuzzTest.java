package io.mooring.mbt.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineComparisonTest;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.run.MachineHarness;
import io.mooring.mbt.run.Run;
import io.mooring.mbt.run.StepProjection;
import io.mooring.mbt.run.SystemUnderTest;
import io.mooring.mbt.run.TableSystem;
import io.mooring.mbt.run.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MachineFuzzTest {
  private static final long TRIES = 2_000;

  private final Path folder;

  MachineFuzzTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Fuzz<MachineEvent> fuzz(Machine machine, Machine system) {
    return fuzz(machine, () -> new TableSystem<>(system, step -> step));
  }

  private static Fuzz<MachineEvent> fuzz(
      Machine machine, Supplier<? extends SystemUnderTest<MachineEvent, MachineStep>> system) {
    return Fuzz.of(
            "system", "table", MachineHarness.of(machine, system, new StepProjection(machine)))
        .with(options -> options.withSeed(7).withTries(TRIES));
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void guidedAndBlindListsCoverEverything(Machines machines) {
    Machine machine = machines.machine();
    Fuzz<MachineEvent> fuzz =
        fuzz(machine, machine).with(options -> options.withTries(100_000).withEndWhenCovered());

    for (FuzzReport<MachineEvent> report :
        List.of(fuzz.run(), fuzz.with(FuzzOptions::withGuidance).run())) {
      assertThat(report.isGood()).isTrue();
      assertThat(report.total().coverage().isExhausted()).isTrue();
      assertThat(report.total().coverage().impossible()).isEmpty();
      assertThat(report.total().tries()).isLessThan(100_000);
    }
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyRowThatIsChangedOrMissingIsFoundAndNamed(Machines machines) {
    Machine machine = machines.machine();
    for (MachineStep step : machine.steps()) {
      int row = machine.row(step.from(), step.event());
      List<Machine> faulty = new ArrayList<>(List.of(machine.without(row)));
      MachineComparisonTest.changes(machine, step)
          .forEach(changed -> faulty.add(machine.with(changed)));
      for (Machine system : faulty) {
        FuzzReport<MachineEvent> report = fuzz(machine, system).run();

        assertThat(violation(report).message()).startsWith(machine.rowText(row) + " must answer ");
        assertThat(report.total().tries()).isLessThan(TRIES);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void aHiddenStateIsFoundAndShrunk(Machines machines) {
    Machine machine = machines.machine();
    for (MachineStep step : machine.steps()) {
      int row = machine.row(step.from(), step.event());
      MachineStep changed = MachineComparisonTest.changes(machine, step).get(0);

      FuzzReport<MachineEvent> report =
          fuzz(machine, () -> new Wearing(machine, row, changed))
              .with(options -> options.withTries(20_000).withGuidance())
              .run();

      assertThat(violation(report).message()).startsWith(machine.rowText(row) + " must answer ");
      Run<MachineEvent> smallest = report.failure().orElseThrow().run();
      assertThat(smallest.inputs().stream().filter(machine.events().get(step.event())::equals))
          .hasSizeGreaterThanOrEqualTo(Wearing.RIGHT + 1);
      for (int i = 0; i < smallest.inputs().size(); i++) {
        List<MachineEvent> shorter = new ArrayList<>(smallest.inputs());
        shorter.remove(i);
        assertThat(
                MachineHarness.of(
                        machine,
                        () -> new Wearing(machine, row, changed),
                        new StepProjection(machine))
                    .run(shorter)
                    .violation())
            .isEmpty();
      }
    }
  }

  /** Does what a machine says, but for one row only some times. */
  private static final class Wearing implements SystemUnderTest<MachineEvent, MachineStep> {
    private static final int RIGHT = 2;

    private final Machine machine;
    private final int row;
    private final MachineStep changed;
    private int location;
    private int times;

    private Wearing(Machine machine, int row, MachineStep changed) {
      this.machine = machine;
      this.row = row;
      this.changed = changed;
      this.location = machine.initial().to();
    }

    @Override
    public MachineStep apply(MachineEvent event) {
      int now = machine.row(location, machine.find(event));
      MachineStep step = now == row && ++times > RIGHT ? changed : machine.step(now).orElseThrow();
      location = step.to();
      return step;
    }
  }

  @Test
  void aTryIsTheSameAloneAndWithAnyNumberOfThreads() {
    Machine turnstile = Machines.TURNSTILE.machine();
    MachineStep last = turnstile.steps().get(turnstile.steps().size() - 1);
    MachineStep changed = MachineComparisonTest.changes(turnstile, last).get(0);
    Supplier<Wearing> system =
        () -> new Wearing(turnstile, turnstile.row(last.from(), last.event()), changed);
    Fuzz<MachineEvent> fuzz = fuzz(turnstile, system);

    FuzzReport.Failure<MachineEvent> one = fuzz.run().failure().orElseThrow();
    for (int threads = 2; threads <= 4; threads++) {
      int many = threads;
      FuzzReport.Failure<MachineEvent> other =
          fuzz.with(options -> options.withThreads(many)).run().failure().orElseThrow();
      assertThat(other.tryNumber()).isEqualTo(one.tryNumber());
      assertThat(other.run().text()).isEqualTo(one.run().text());
      assertThat(other.lengthBefore()).isEqualTo(fuzz.list(one.tryNumber()).size());
    }
    assertThat(fuzz.list(3)).isEqualTo(fuzz.list(3)).isNotEqualTo(fuzz.list(4));
    assertThat(fuzz.with(options -> options.withSeed(8)).list(3)).isNotEqualTo(fuzz.list(3));
  }

  @Test
  void aGuidedRunWithOneThreadIsTheSameForTheSameSeed() {
    Machine breaker = Machines.CIRCUIT_BREAKER.machine();
    Fuzz<MachineEvent> fuzz = fuzz(breaker, breaker).with(FuzzOptions::withGuidance);

    FuzzProgress one = fuzz.run().total();
    FuzzProgress two = fuzz.run().total();
    FuzzProgress other = fuzz.with(options -> options.withSeed(8)).run().total();

    assertThat(two.steps()).isEqualTo(one.steps()).isNotEqualTo(other.steps());
    assertThat(two.coverage().covered()).isEqualTo(one.coverage().covered());
    assertThat(two.corpus()).isEqualTo(one.corpus()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void aCorpusStopsGoesOnAndIsMinimised(Machines machines) throws Exception {
    Machine machine = machines.machine();
    Fuzz<MachineEvent> fuzz =
        fuzz(machine, machine).with(options -> options.withTries(300).withCorpus(folder));
    FuzzProgress before = fuzz.run().total();
    long files = files();

    FuzzProgress after = fuzz.with(options -> options.withTries(1)).run().total();
    Files.writeString(folder.resolve("odd.events"), "Explode\n");
    CorpusReport report = fuzz.minimise();
    int again = fuzz.minimise().after();
    FuzzProgress minimal = fuzz.with(options -> options.withTries(1)).run().total();

    assertThat(files).isPositive().isEqualTo(before.corpus());
    assertThat(after.tries()).isEqualTo(files + 1);
    assertThat(after.coverage().covered()).containsAll(before.coverage().covered());
    assertThat(report.before()).isGreaterThanOrEqualTo((int) files);
    assertThat(report.after()).isPositive().isLessThan(report.before());
    assertThat(report.coverage().covered()).containsAll(before.coverage().covered());
    assertThat(minimal.coverage().covered()).containsAll(report.coverage().covered());
    assertThat(report.text())
        .contains(" lists, ")
        .contains("odd.events:1: \"Explode\" is no event");
    assertThat(again).isEqualTo(report.after());
  }

  @Test
  void twoWhoShareAFolderSeeWhatTheOtherHasWritten() {
    Machine door = Machines.DOOR.machine();
    var inputs = fuzz(door, door);
    var harness =
        MachineHarness.of(door, () -> new TableSystem<>(door, s -> s), new StepProjection(door));
    CorpusFolder<MachineEvent> one = CorpusFolder.open(folder, harness.inputs());
    CorpusFolder<MachineEvent> two = CorpusFolder.open(folder, harness.inputs());
    List<MachineEvent> list = inputs.list(0);

    one.write(list);
    one.write(list);

    assertThat(two.unseen()).containsExactly(list);
    assertThat(two.unseen()).isEmpty();
    assertThat(one.unseen()).isEmpty();
  }

  @Test
  void aFailureIsShrunkWrittenWithItsParametersAndReplayed() throws Exception {
    Machine turnstile = Machines.TURNSTILE.machine();
    MachineStep coin = turnstile.step(turnstile.initial().to(), 1).orElseThrow();
    Machine broken = turnstile.with(MachineComparisonTest.changes(turnstile, coin).get(0));
    Path file = folder.resolve("new/turnstile.events");
    Fuzz<MachineEvent> fuzz =
        fuzz(turnstile, broken).with(options -> options.withFailureFile(file));

    FuzzReport<MachineEvent> report = fuzz.run();

    FuzzReport.Failure<MachineEvent> failure = report.failure().orElseThrow();
    assertThat(failure.run().inputs()).containsExactly(turnstile.events().get(1));
    assertThat(Files.readString(file))
        .startsWith("# System system, oracle table, seed 7, try " + failure.tryNumber())
        .endsWith("\nInsert(coin = 2)\n");
    assertThat(fuzz.replay(file).violation()).isEqualTo(failure.run().violation());
    assertThat(fuzz(turnstile, turnstile).replay(file).violation()).isEmpty();
    assertThat(report.text())
        .contains("violated in try " + failure.tryNumber())
        .contains("written to      " + file)
        .contains("Violated: ANSWER: LOCKED");
    assertThat(fuzz(turnstile, broken).with(o -> o.withCorpus(folder.resolve("new"))).run().text())
        .contains("violated by a list of the corpus");
    assertThat(
            fuzz(turnstile, broken)
                .with(o -> o.withCorpus(folder.resolve("new")))
                .minimise()
                .text())
        .contains("violated, kept");
  }

  @Test
  void itEndsAfterItsTimeAndWhenAskedAndWhenInterrupted() {
    Machine door = Machines.DOOR.machine();
    Fuzz<MachineEvent> endless = fuzz(door, door).with(o -> o.withTries(Long.MAX_VALUE));
    AtomicInteger questions = new AtomicInteger();
    List<FuzzProgress> progress = new ArrayList<>();

    assertThat(
            endless
                .with(options -> options.withDuration(Duration.ofMillis(1200)))
                .withProgress(progress::add)
                .run()
                .end())
        .isEqualTo(FuzzReport.End.COMPLETED);
    assertThat(progress).isNotEmpty();
    assertThat(progress.get(0).toString()).contains("events/s  rows 100 %");
    FuzzReport<MachineEvent> stopped =
        endless.withStop(() -> questions.incrementAndGet() > 3).run();
    assertThat(stopped.end()).isEqualTo(FuzzReport.End.STOPPED);
    assertThat(stopped.text()).contains("(stopped)");
    Thread.currentThread().interrupt();
    assertThat(endless.run().end()).isEqualTo(FuzzReport.End.STOPPED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatIsNotPositiveIsRefused() {
    FuzzOptions options = FuzzOptions.DEFAULT;

    assertThatThrownBy(() -> options.withTries(0)).hasMessage("tries must be > 0, but was 0");
    assertThatThrownBy(() -> options.withThreads(-1)).hasMessageContaining("threads");
    assertThatThrownBy(() -> options.withDuration(Duration.ZERO)).hasMessageContaining("duration");
    assertThatThrownBy(() -> options.withMaxLength(0)).hasMessageContaining("maxLength");
    Machine door = Machines.DOOR.machine();
    assertThatThrownBy(() -> fuzz(door, door).minimise())
        .hasMessage("there is no corpus to be minimised");
  }

  private static Violation violation(FuzzReport<MachineEvent> report) {
    return report
        .failure()
        .orElseThrow(() -> new AssertionError(report.text()))
        .run()
        .violation()
        .orElseThrow();
  }

  private long files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
