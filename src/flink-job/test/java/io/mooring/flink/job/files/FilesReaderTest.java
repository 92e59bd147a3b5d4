package io.mooring.flink.job.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are read side by side. */
final class FilesReaderTest {
  private static final TimeOfLine TIMES = Long::parseLong;
  private static final long DISORDER = 10;

  private final Path folder;

  FilesReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** What is read; and that each file is open before the others are past its first line. */
  private static final class Collected implements ReaderOutput<String> {
    private final List<String> lines = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private int mostOpen;

    @Override
    public void collect(String line) {
      lines.add(line);
    }

    @Override
    public void collect(String line, long time) {
      assertThat(time).isEqualTo(Long.parseLong(line));
      lines.add(line);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      throw new AssertionError("the strategy makes watermarks");
    }

    @Override
    public void markIdle() {
      throw new AssertionError("the strategy finds what is idle");
    }

    @Override
    public void markActive() {
      throw new AssertionError("the strategy finds what is idle");
    }

    @Override
    public SourceOutput<String> createOutputForSplit(String split) {
      assertThat(open.add(split)).isTrue();
      mostOpen = Math.max(mostOpen, open.size());
      return this;
    }

    @Override
    public void releaseOutputForSplit(String split) {
      assertThat(open.remove(split)).isTrue();
    }
  }

  private TraceSplit file(String name, long first, long last) throws IOException {
    List<String> lines = new ArrayList<>();
    for (long time = first; time <= last; time++) {
      lines.add(Long.toString(time));
    }
    Path file = Files.write(folder.resolve(name), lines);
    return new TraceSplit(file.toUri().toString(), 0, first);
  }

  private static void end(FilesReader reader, Collected output) throws IOException {
    while (reader.pollNext(output) != InputStatus.END_OF_INPUT) {
      // The test would not end if it waited for something.
      assertThat(reader.isAvailable()).isCompleted();
    }
  }

  @Test
  void noFileIsAheadOfAnotherByMoreThanAFewLines() throws IOException {
    FilesReader reader = new FilesReader(TIMES, DISORDER);
    TraceSplit last = file("c", 5_000, 9_000);
    reader.addSplits(List.of(last, file("a", 0, 4_000), file("b", 1_000, 6_000)));
    reader.notifyNoMoreSplits();
    Collected output = new Collected();

    end(reader, output);

    assertThat(output.lines).hasSize(13_003);
    long latest = 0;
    for (String line : output.lines) {
      long time = Long.parseLong(line);
      assertThat(time).isGreaterThan(latest - 300);
      latest = Math.max(latest, time);
    }
    assertThat(output.open).containsExactly(last.path());
    // The third begins after the first has ended.
    assertThat(output.mostOpen).isEqualTo(2);
  }

  @Test
  void aRestoredReaderReadsTheRestAndNothingTwice() throws IOException {
    FilesReader reader = new FilesReader(TIMES, DISORDER);
    reader.addSplits(
        List.of(file("a", 0, 2_000), file("b", 1_000, 3_000), file("c", 2_900, 3_100)));
    Collected output = new Collected();
    for (int i = 0; i < 12; i++) {
      assertThat(reader.pollNext(output)).isEqualTo(InputStatus.MORE_AVAILABLE);
    }
    List<TraceSplit> saved = new ArrayList<>();
    Serializers.OfSplit serializer = new Serializers.OfSplit();
    for (TraceSplit each : reader.snapshotState(1)) {
      saved.add(serializer.deserialize(serializer.getVersion(), serializer.serialize(each)));
    }
    reader.close();
    assertThat(output.lines).hasSize(12 * 128);

    FilesReader next = new FilesReader(TIMES, DISORDER);
    Collected rest = new Collected();
    assertThat(next.pollNext(rest)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    next.addSplits(saved);
    next.notifyNoMoreSplits();
    end(next, rest);

    List<String> all = new ArrayList<>(output.lines);
    all.addAll(rest.lines);
    assertThat(all).hasSize(2_001 + 2_001 + 201);
    assertThat(new HashSet<>(all)).hasSize(3_101);
  }

  @Test
  void theWatermarkOfTheLatestFileStaysUntilAnotherIsAsFar() throws IOException {
    FilesReader reader = new FilesReader(TIMES, DISORDER);
    TraceSplit latest = file("a", 0, 4_000);
    reader.addSplits(List.of(latest, file("b", 0, 3_000)));
    Collected output = new Collected();
    while (reader.pollNext(output) != InputStatus.NOTHING_AVAILABLE) {
      assertThat(reader.isAvailable()).isCompleted();
    }
    assertThat(output.open).containsExactly(latest.path());

    TraceSplit next = file("c", 3_900, 4_500);
    reader.addSplits(List.of(next));
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.MORE_AVAILABLE);
    assertThat(output.open).contains(next.path()).doesNotContain(latest.path());
  }
}
