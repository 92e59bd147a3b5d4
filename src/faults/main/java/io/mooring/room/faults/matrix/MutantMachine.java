package io.mooring.room.faults.matrix;

import io.mooring.room.faults.matrix.FaultMatrix.Cell;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs every layer in a separate virtual machine, with a mutant first on its class path: one that
 * runs for ever, or uses up the memory, affects no other.
 */
final class MutantMachine {

  /** A layer that takes longer hangs; the slowest takes some seconds. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Duration OF_ALL = LIMIT.multipliedBy(Layer.values().length + 1L);

  private MutantMachine() {}

  /**
   * The result of each layer, and how long it takes.
   *
   * @param cells what it found; a missing layer did not end, which counts as a detection
   * @param millis for how long it looked
   */
  record Row(Map<Layer, Cell> cells, Map<Layer, Long> millis) {
    boolean isKill(Layer layer) {
      Cell cell = cells.get(layer);
      return cell == null || cell.isKill();
    }
  }

  /**
   * Looks for a mutant.
   *
   * @param mutant the folder of its class; empty where there is none
   * @param folder where to write what was found
   */
  static Row run(Path mutant, Path home, Path folder) throws IOException, InterruptedException {
    Path found = Files.createTempFile(folder, "found", ".txt");
    Path said = Files.createTempFile(folder, "said", ".txt");
    Path temporary = Files.createTempDirectory(folder, "temporary");
    Process machine =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                // It is halted, and leaves there what it had no time to remove.
                "-Djava.io.tmpdir=" + temporary,
                "-Dmooring.home=" + home.toAbsolutePath(),
                "-D" + TourFile.PROPERTY + "=" + System.getProperty(TourFile.PROPERTY),
                "-cp",
                mutant + File.pathSeparator + System.getProperty("java.class.path"),
                MutantMachine.class.getName(),
                found.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    machine.waitFor(OF_ALL.toSeconds(), TimeUnit.SECONDS);
    machine.destroyForcibly().waitFor();
    Row row = new Row(new EnumMap<>(Layer.class), new EnumMap<>(Layer.class));
    for (String line : Files.readAllLines(found)) {
      String[] words = line.split(" ", 4);
      Layer layer = Layer.valueOf(words[0]);
      row.cells().put(layer, new Cell(Long.parseLong(words[1]), words[3]));
      row.millis().put(layer, Long.parseLong(words[2]));
    }
    return row;
  }

  /** Inside that machine: a line for each layer. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path found = Path.of(arguments[0]);
    for (Layer layer : Layer.values()) {
      long begin = System.nanoTime();
      Cell cell = look(layer);
      String line =
          String.format(
              Locale.ROOT,
              "%s %d %d %s",
              layer.name(),
              cell.events(),
              Duration.ofNanos(System.nanoTime() - begin).toMillis(),
              cell.found().lines().findFirst().orElse(""));
      Files.write(found, List.of(line), StandardOpenOption.APPEND);
    }
    // A layer that hangs is still running.
    Runtime.getRuntime().halt(0);
  }

  private static Cell look(Layer layer) throws InterruptedException {
    try {
      return FaultMatrix.cell(layer, layer, LIMIT);
    } catch (IllegalStateException broken) {
      return new Cell(0, "it breaks: " + broken.getCause());
    }
  }
}
