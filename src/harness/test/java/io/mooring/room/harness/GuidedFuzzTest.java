package io.mooring.room.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.fuzz.CorpusFolder;
import io.mooring.mbt.fuzz.CorpusReport;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzProgress;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.RoomTours;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusInputs;
import io.mooring.room.harness.model.StimulusText;
import io.mooring.room.harness.step.ConnectionHarness;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that are made of what was found before, in memory and in a folder. */
class GuidedFuzzTest {
  private static final Fuzz<Stimulus> SOUND =
      fuzz("compiled", CompiledEngine::new).with(options -> options.withSeed(7));

  /** A kick is not heard while the client reconnects. */
  private static final Supplier<Engine> FAULTY =
      TamperedEngine.changed(
          Location.RECONNECTING,
          Event.KICKED,
          step -> Table.step(Location.RECONNECTING, Event.JOINED));

  private final Path folder;

  GuidedFuzzTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void itTakesAllThatAConnectionCanTake() {
    FuzzReport<Stimulus> report =
        SOUND.with(options -> options.withTries(60_000).withEndWhenCovered().withGuidance()).run();

    assertThat(report.isGood()).isTrue();
    assertThat(report.total().coverage().pairs().missing()).isEmpty();
    assertThat(RoomCoverage.firings(report.total().coverage()).missing()).isEmpty();
    assertThat(report.total().coverage().isExhausted()).isTrue();
    assertThat(report.total().tries()).isLessThan(60_000);
    assertThat(report.total().corpus()).isPositive();
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    Fuzz<Stimulus> fuzz = SOUND.with(options -> options.withTries(1000).withGuidance());
    FuzzProgress one = fuzz.run().total();
    FuzzProgress two = fuzz.run().total();
    FuzzProgress other = fuzz.with(options -> options.withSeed(8)).run().total();

    assertThat(two.steps()).isEqualTo(one.steps()).isNotEqualTo(other.steps());
    assertThat(two.coverage().pairs().missing()).isEqualTo(one.coverage().pairs().missing());
    assertThat(two.corpus()).isEqualTo(one.corpus());
  }

  @Test
  void aFaultIsFoundAndShrunk() {
    FuzzReport<Stimulus> report =
        fuzz("faulty", FAULTY).with(options -> options.withTries(5000).withGuidance()).run();

    assertThat(report.end()).isEqualTo(FuzzReport.End.FAILED);
    assertThat(report.failure().orElseThrow().run().inputs()).hasSize(5);
  }

  @Test
  void itTakesAnyNumberOfThreads() {
    FuzzReport<Stimulus> report =
        SOUND.with(options -> options.withTries(2000).withThreads(3).withGuidance()).run();

    assertThat(report.isGood()).isTrue();
    assertThat(report.total().tries()).isEqualTo(2000);
  }

  @Test
  void itEndsAfterItsTimeAndWhenCancelledAndWhenInterrupted() {
    Fuzz<Stimulus> endless =
        SOUND.with(options -> options.withTries(Long.MAX_VALUE).withGuidance());
    AtomicInteger questions = new AtomicInteger();

    assertThat(endless.with(options -> options.withDuration(Duration.ofMillis(300))).run().end())
        .isEqualTo(FuzzReport.End.COMPLETED);
    assertThat(endless.withStop(() -> questions.incrementAndGet() > 3).run().end())
        .isEqualTo(FuzzReport.End.STOPPED);
    Thread.currentThread().interrupt();
    assertThat(endless.run().end()).isEqualTo(FuzzReport.End.STOPPED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aCorpusRegainsWhatItHadCovered() throws IOException {
    FuzzProgress before =
        SOUND.with(options -> options.withTries(500).withCorpus(folder)).run().total();
    int files = files().size();
    FuzzProgress after =
        SOUND.with(options -> options.withTries(1).withCorpus(folder)).run().total();

    assertThat(files).isPositive().isEqualTo(before.corpus());
    assertThat(after.coverage().pairs().count())
        .isGreaterThanOrEqualTo(before.coverage().pairs().count());
    assertThat(after.tries()).isEqualTo(files + 1);
  }

  @Test
  void theCorpusIsOneListAFileNamedAfterItsContent() throws Exception {
    SOUND.with(options -> options.withTries(50).withCorpus(folder)).run();

    for (Path file : files()) {
      assertThat(file.getFileName().toString()).matches("[0-9a-f]{20}\\.events");
      assertThat(StimulusText.write(StimulusText.read(file))).isEqualTo(Files.readString(file));
    }
    CorpusFolder<Stimulus> again = folder();
    List<Stimulus> known = again.unseen().get(0);
    int before = files().size();
    again.write(known);
    assertThat(files()).hasSize(before);
    assertThat(again.unseen()).isEmpty();
  }

  @Test
  void twoWhoShareAFolderSeeWhatTheOtherHasWritten() {
    CorpusFolder<Stimulus> one = folder();
    CorpusFolder<Stimulus> two = folder();
    List<Stimulus> list = List.of(Stimulus.of(Event.INITIALIZE));

    one.write(list);

    assertThat(two.unseen()).containsExactly(list);
    assertThat(two.unseen()).isEmpty();
    assertThat(one.unseen()).isEmpty();
  }

  @Test
  void aListOfTheCorpusThatFailsIsAFailure() {
    folder().write(RoomTours.stimuli(List.of(Event.INITIALIZE, Event.JOIN_CHANNEL, Event.JOINED)));
    folder()
        .write(
            Stream.of(
                    Event.INITIALIZE,
                    Event.JOIN_CHANNEL,
                    Event.JOINED,
                    Event.MEDIA_LOST,
                    Event.KICKED)
                .map(Stimulus::of)
                .toList());

    FuzzReport<Stimulus> report =
        fuzz("faulty", FAULTY).with(options -> options.withTries(1).withCorpus(folder)).run();

    assertThat(report.end()).isEqualTo(FuzzReport.End.FAILED);
    assertThat(report.text()).contains("violated by a list of the corpus");
  }

  @Test
  void aCorpusIsMadeSmallerAndTakesTheSame() throws IOException {
    SOUND.with(options -> options.withTries(1000).withCorpus(folder)).run();
    Coverage before =
        SOUND.with(options -> options.withTries(1).withCorpus(folder)).run().total().coverage();
    Files.writeString(folder.resolve("odd.events"), "Initialise\n");
    int files = files().size();

    CorpusReport report = SOUND.with(options -> options.withCorpus(folder)).minimise();

    assertThat(report.before()).isEqualTo(files - 1);
    assertThat(report.after())
        .isPositive()
        .isLessThan(report.before())
        .isEqualTo(files().size() - 1);
    Coverage after = RoomCoverage.empty();
    ConnectionHarness harness = ConnectionHarness.of(CompiledEngine::new).withCoverage(after);
    folder().unseen().forEach(harness::run);
    assertThat(after.covered()).isEqualTo(report.coverage().covered());
    assertThat(before.pairs().count() - after.pairs().count()).isBetween(0L, 60L);
    assertThat(report.text()).contains("lists, ").contains("odd.events:1");
    assertThat(SOUND.with(options -> options.withCorpus(folder)).minimise().after())
        .isEqualTo(report.after());
  }

  @Test
  void ofListsThatTakeTheSameTheShortestStays() {
    CorpusFolder<Stimulus> corpus = folder();
    List<Stimulus> room = events(Event.INITIALIZE, Event.JOIN_CHANNEL, Event.JOINED);
    corpus.write(events(Event.INITIALIZE, Event.JOIN_CHANNEL));
    corpus.write(room);
    corpus.write(Stream.concat(room.stream(), Stream.of(new Stimulus.ThrowInCallback())).toList());

    CorpusReport report = SOUND.with(options -> options.withCorpus(folder)).minimise();

    assertThat(report.text()).startsWith("corpus          3 lists, 2 removed, 1 left\n");
    assertThat(folder().unseen()).containsExactly(room);
  }

  @Test
  void aListThatFailsIsKeptAndNamed() {
    CorpusFolder<Stimulus> corpus = folder();
    List<Stimulus> kicked =
        events(Event.INITIALIZE, Event.JOIN_CHANNEL, Event.JOINED, Event.MEDIA_LOST, Event.KICKED);
    corpus.write(kicked);
    corpus.write(kicked.subList(0, 4));

    CorpusReport report =
        fuzz("faulty", FAULTY).with(options -> options.withCorpus(folder)).minimise();

    assertThat(report.after()).isEqualTo(2);
    assertThat(report.violated()).hasSize(1);
    assertThat(report.text()).contains("violated, kept");
    assertThatThrownBy(() -> SOUND.minimise()).hasMessage("there is no corpus to be minimised");
  }

  private CorpusFolder<Stimulus> folder() {
    return CorpusFolder.open(folder, StimulusInputs.lives());
  }

  private static Fuzz<Stimulus> fuzz(String name, Supplier<? extends Engine> engine) {
    return Fuzz.of(name, "table", ConnectionHarness.of(engine));
  }

  private static List<Stimulus> events(Event... events) {
    return Stream.of(events).map(Stimulus::of).toList();
  }

  @Test
  void aFileThatIsNoListIsLeftOutAndNamed() throws IOException {
    Files.writeString(folder.resolve("odd.events"), "Initialize\nJoinChanel\n");
    Files.writeString(folder.resolve("notes.txt"), "nothing of ours\n");

    FuzzReport<Stimulus> report =
        SOUND.with(options -> options.withTries(1).withCorpus(folder)).run();

    assertThat(report.isGood()).isTrue();
    assertThat(report.notes()).hasSize(1);
    assertThat(report.text()).contains("left out").contains("odd.events:2").contains("JoinChanel");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
