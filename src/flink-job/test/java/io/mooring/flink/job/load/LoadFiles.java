package io.mooring.flink.job.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mooring.room.testkit.fleet.FleetFault;
import io.mooring.room.testkit.fleet.FleetPlan;
import io.mooring.room.testkit.fleet.FleetRecipe;
import io.mooring.room.testkit.fleet.FleetSimulation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files of a fleet for measurements, made before. */
final class LoadFiles {

  /** As many sessions are faulty as a report of validate names. */
  private static final String RECIPE = "loss=20,kick=2,redispatch=5,proxy=5,death=3,bugs=0.05";

  private static final int SEED = 24;

  private LoadFiles() {}

  /**
   * The lines of a fleet.
   *
   * @param late the sessions with a line that comes too late
   */
  record Written(Path file, long lines, Set<String> late) {}

  static Written write(Path file, long clients, FleetPlan.Delivery delivery) throws IOException {
    FleetPlan plan =
        new FleetPlan(
            clients,
            SEED,
            clients * FleetPlan.LINES_OF_A_CLIENT,
            FleetRecipe.parse(RECIPE),
            0,
            FleetPlan.CLIENTS_PER_SECOND,
            delivery);
    Set<String> late = new HashSet<>();
    try (BufferedWriter writer = Files.newBufferedWriter(file, UTF_8)) {
      long lines =
          FleetSimulation.play(
              plan,
              new FleetSimulation.Receiver() {
                @Override
                public void line(String line) throws IOException {
                  writer.write(line);
                  writer.write('\n');
                }

                @Override
                public void faulty(String session, FleetFault bug) {}

                @Override
                public void late(String session) {
                  late.add(session);
                }
              });
      return new Written(file, lines, late);
    }
  }

  /** A folder with nothing in it. */
  static Path fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        deepestFirst.forEach(LoadFiles::delete);
      }
    }
    return Files.createDirectories(folder);
  }

  private static void delete(Path file) {
    try {
      // A cluster that ends may remove old checkpoints meanwhile.
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
