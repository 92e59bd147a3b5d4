package io.mooring.room.harness.model;

import io.mooring.codegen.sink.WrittenText;
import io.mooring.mbt.coverage.Coverage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The figures of {@code src/docs/guide/fuzzing.md}: what can be covered. */
class FuzzingPageTest {
  private static final WrittenText COUNTS =
      WrittenText.part(Path.of("../docs/guide/fuzzing.md"), "counts");

  @Test
  void thePageHasWhatCanBeCovered() throws IOException {
    Coverage all = RoomCoverage.empty();

    COUNTS.require(
        "| what | how many there are | how many a connection can take |\n|--|--|--|\n"
            + row(
                "rows of the table: every outcome of every guard",
                all.rows().total(),
                all.rows().possible())
            + row(
                "edges of the full graph: a whole state and an event",
                all.edges().total(),
                all.edges().possible())
            + row(
                "edge pairs: an edge and one that follows it",
                all.pairs().total(),
                all.pairs().possible())
            + row(
                "timer firings: a timer, a location, and whether another one was armed since",
                TimerFirings.total(),
                RoomCoverage.firings(all).possible()),
        "mvn -q -pl src/harness -am verify -Dmooring.write=true");
  }

  private static String row(String what, long all, long possible) {
    return String.format(Locale.ROOT, "| %s | %,d | %,d |%n", what, all, possible)
        .replace(System.lineSeparator(), "\n");
  }
}
