package io.mooring.room.harness;

import io.mooring.codegen.sink.WrittenText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What {@code src/docs/guide/fuzzing.md} says that there is to take. */
class FuzzingPageTest {
  private static final WrittenText COUNTS =
      WrittenText.part(Path.of("../docs/guide/fuzzing.md"), "counts");

  @Test
  void thePageSaysWhatThereIsToTake() throws IOException {
    EdgeCoverage all = new EdgeCoverage();

    COUNTS.require(
        "| what | how many there are | how many a connection can take |\n|--|--|--|\n"
            + row(
                "rows of the table: every outcome of every guard",
                all.rowsInAll(),
                all.rowsPossible())
            + row(
                "edges of the full graph: a whole state and an event",
                all.edgesInAll(),
                all.edgesPossible())
            + row(
                "edge pairs: an edge and one that follows it",
                all.edgePairsInAll(),
                all.edgePairsPossible())
            + row(
                "timer firings: a timer, a location, and whether another one was armed since",
                TimerFirings.inAll(),
                all.firingsPossible()),
        "mvn -q -pl src/harness -am verify -Dmooring.write=true");
  }

  private static String row(String what, int all, int possible) {
    return String.format(Locale.ROOT, "| %s | %,d | %,d |%n", what, all, possible)
        .replace(System.lineSeparator(), "\n");
  }
}
