package io.mooring.room.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.faults.Fault;
import io.mooring.room.faults.FaultyLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The page of the kill matrix is what the layers find. */
class KillMatrixTest {

  private static final Path HOME = Path.of(System.getProperty("mooring.home"));
  private static final Path PAGE = HOME.resolve("src/docs/kill-matrix.md");
  private static final String BEGIN = "<!-- matrix:begin -->\n";
  private static final String END = "<!-- matrix:end -->";

  @Test
  void noLayerFindsAnythingWhereThereIsNoFault() throws IOException, InterruptedException {
    assertThat(sound())
        .allSatisfy((layer, cell) -> assertThat(cell.found()).as("%s", layer).isEmpty());
  }

  /** With {@code -Dmooring.write=true} the page is written, otherwise its blanks are compared. */
  @Test
  @EnabledIfSystemProperty(
      named = "mooring.deep",
      matches = "true",
      disabledReason = "takes minutes")
  void thePageSaysWhichLayerFindsWhat(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<Fault> faults = Fault.in(HOME.resolve("src/faults/patches"));
    MatrixPage page = new MatrixPage(KillMatrix.of(faults, HOME, folder), sound());
    String text = Files.readString(PAGE);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (Boolean.getBoolean("mooring.write")) {
      Files.writeString(
          PAGE,
          text.substring(0, begin)
              + MatrixPage.layers()
              + "\n"
              + page.table()
              + text.substring(end));
      return;
    }
    assertThat(blanks(text.substring(begin, end)))
        .as("run: mvn -Pdeep verify -pl src/faults -am -Dmooring.write=true")
        .isEqualTo(blanks(MatrixPage.layers() + "\n" + page.table()));
  }

  private static Map<Layer, KillMatrix.Cell> sound() throws IOException, InterruptedException {
    try (FaultyLibrary library = FaultyLibrary.without(HOME)) {
      return KillMatrix.row(library);
    }
  }

  /** How many events it took depends on the run; whether it was found does not. */
  private static String blanks(String table) {
    return table.replaceAll("[0-9][0-9,]*", "n");
  }
}
