package io.mooring.room.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.faults.Fault;
import io.mooring.room.faults.FaultyLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the kill matrix is what the layers find. */
class KillMatrixTest {

  private static final Path HOME = Path.of(System.getProperty("mooring.home"));

  @Test
  void noLayerFindsAnythingWhereThereIsNoFault() throws Exception {
    try (FaultyLibrary library = FaultyLibrary.without(HOME)) {
      long t = System.nanoTime();
      KillMatrix.row(library).forEach((l, c) -> System.out.println(l + " " + c));
      System.out.println((System.nanoTime() - t) / 1000000);
      assertThat(KillMatrix.row(library).values()).noneMatch(KillMatrix.Cell::isKill);
    }
  }

  @Test
  void matrix(@TempDir Path folder) throws IOException, InterruptedException {
    for (Fault fault : Fault.in(HOME.resolve("src/faults/patches"))) {
      Map<Fault, Map<Layer, KillMatrix.Cell>> m =
          KillMatrix.of(java.util.List.of(fault), HOME, folder);
      m.getOrDefault(fault, Map.of())
          .forEach(
              (l, c) ->
                  System.out.println(
                      "CELL "
                          + fault
                          + " "
                          + l
                          + " "
                          + c.events()
                          + " "
                          + c.found().lines().findFirst().orElse("-")));
    }
  }
}
