package io.mooring.room.faults.matrix;

import io.mooring.room.faults.Fault;
import io.mooring.room.faults.matrix.FaultMatrix.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Faults and what each layer finds of them, for reading. */
final class MatrixPage {

  /** The command that writes the pages. */
  static final String CURE = "mvn -Pdeep verify -pl src/faults -am -Dmooring.write=true";

  private static final String HEAD =
      head("faults")
          + """

          [Faults](../../../src/faults/patches) that were put into the library one at a time, and the layers of the testkit that find them. A number says how many events were given
          until the fault was found, to one digit; a blank, that it was not. [What that says](../../../src/docs/measured/kill-matrix.md) was written by people.

          """;

  private static final String FOUND = " |";

  private final Map<Fault, Map<Layer, Cell>> rows;
  private final Map<Layer, Cell> sound;

  /**
   * A page.
   *
   * @param rows what each layer found of each fault
   * @param sound what each layer gave to a library without a fault
   */
  MatrixPage(Map<Fault, Map<Layer, Cell>> rows, Map<Layer, Cell> sound) {
    this.rows = rows;
    this.sound = sound;
  }

  /** How both pages begin. */
  static String head(String what) {
    return String.format(
        Locale.ROOT,
        """
        <!-- Generated from what the layers found by FaultMatrixTest. Do not edit; run: %s -->

        # What each layer finds of the %s
        """,
        CURE,
        what);
  }

  /** The page in Markdown. */
  String text() {
    StringBuilder lines = new StringBuilder(HEAD).append(layers());
    lines.append("\n| fault | class |");
    for (Layer layer : Layer.values()) {
      lines.append(' ').append(name(layer)).append(FOUND);
    }
    lines.append("\n|--|--|").append("--:|".repeat(Layer.values().length)).append('\n');
    rows.forEach(
        (fault, row) -> {
          lines.append("| ").append(fault.summary()).append(" | ").append(fault.bugClass());
          lines.append(FOUND);
          for (Layer layer : Layer.values()) {
            Cell cell = row.getOrDefault(layer, new Cell(0, ""));
            lines.append(cell.isKill() ? " " + rounded(cell.events()) : "").append(FOUND);
          }
          lines.append('\n');
        });
    lines.append("| *found* | |");
    for (Layer layer : Layer.values()) {
      lines.append(" *").append(found(layer)).append(" of ").append(rows.size()).append("*");
      lines.append(FOUND);
    }
    lines.append("\n| *events, if there is nothing to find* | |");
    for (Layer layer : Layer.values()) {
      Cell all = sound.getOrDefault(layer, new Cell(0, ""));
      lines.append(" *").append(rounded(all.events())).append("*").append(FOUND);
    }
    return lines.append('\n').toString();
  }

  /** {@return what each layer does, one per line} */
  private static String layers() {
    return Arrays.stream(Layer.values())
        .map(layer -> "- **" + name(layer) + "**: " + layer.what() + ".\n")
        .collect(Collectors.joining());
  }

  /** The faults that no layer finds. */
  List<String> unseen() {
    return rows.entrySet().stream()
        .filter(row -> row.getValue().values().stream().noneMatch(Cell::isKill))
        .map(row -> row.getKey().name())
        .toList();
  }

  private long found(Layer layer) {
    return rows.values().stream()
        .filter(row -> row.getOrDefault(layer, new Cell(0, "")).isKill())
        .count();
  }

  static String name(Layer layer) {
    return layer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** One digit, because the second one depends on the run. */
  private static String rounded(long events) {
    long unit = 1;
    while (events / unit >= 10) {
      unit *= 10;
    }
    return String.format(Locale.ROOT, "%,d", Math.round((double) events / unit) * unit);
  }
}
