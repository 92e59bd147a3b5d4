package io.mooring.room.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.sink.WrittenText;
import io.mooring.room.faults.Fault;
import io.mooring.room.faults.FaultyLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.pitest.mutationtest.engine.MutationDetails;

/** The pages of the kill matrix are what the layers find. */
class FaultMatrixTest {

  private static final Path HOME = Path.of(System.getProperty("mooring.home"));
  private static final Path PAGES = HOME.resolve("generated/docs/measured");

  private static final int MUTANTS = Integer.getInteger("mooring.mutants", 100);
  private static final long SEED = 1;

  /** Once for all the libraries that are looked at. */
  @BeforeAll
  static void planTours(@TempDir Path folder) throws IOException {
    TourFile.write(folder.resolve("tours"));
  }

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
    MatrixPage page = new MatrixPage(FaultMatrix.of(faults, HOME, folder), sound());
    WrittenText.file(PAGES.resolve("faults-by-layer.md"))
        .require(page.text(), FaultMatrixTest::blanks, MatrixPage.CURE);
  }

  /** As many as are worth the time; each takes seconds, and a layer that hangs a minute. */
  @Test
  @EnabledIfSystemProperty(
      named = "mooring.deep",
      matches = "true",
      disabledReason = "takes half an hour")
  void thePageSaysWhichLayerFindsHowManyMutants(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path none = Files.createDirectory(folder.resolve("none"));
    MutantMachine.Row sound = MutantMachine.run(none, HOME, folder);
    assertThat(Layer.values()).noneMatch(sound::isKill);
    Mutants mutants = new Mutants(HOME.resolve("src/target/classes"));
    List<MutationDetails> all = mutants.all();
    Map<MutationDetails, MutantMachine.Row> rows = new LinkedHashMap<>();
    for (MutationDetails mutant : Mutants.sample(all, MUTANTS, SEED)) {
      Path changed = Files.createTempDirectory(folder, "mutant");
      mutants.write(mutant, changed);
      rows.put(mutant, MutantMachine.run(changed, HOME, folder));
    }
    WrittenText.file(PAGES.resolve("mutants-by-layer.md"))
        .require(
            new MutantPage(all.size(), SEED, rows, sound).text(),
            FaultMatrixTest::blanks,
            MatrixPage.CURE);
  }

  private static Map<Layer, FaultMatrix.Cell> sound() throws IOException, InterruptedException {
    try (FaultyLibrary library = FaultyLibrary.without(HOME)) {
      return FaultMatrix.row(library);
    }
  }

  /**
   * How many events it took depends on the run, and what is found by a layer that hangs on how fast
   * the machine is; what nothing finds does not.
   */
  private static String blanks(String table) {
    return table.replaceAll("[0-9][0-9,]*", "n");
  }
}
