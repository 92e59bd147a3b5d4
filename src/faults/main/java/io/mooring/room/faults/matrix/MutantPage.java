package io.mooring.room.faults.matrix;

import io.mooring.room.faults.matrix.MutantMachine.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pitest.mutationtest.engine.MutationDetails;

/** PIT's mutants and what each layer finds of them, for reading. */
final class MutantPage {
  private final int all;
  private final long seed;
  private final Map<MutationDetails, Row> rows;
  private final Row sound;

  /**
   * A page.
   *
   * @param all how many mutants there are
   * @param seed with which those of the rows were drawn from them
   * @param rows what each layer found of each
   * @param sound what each layer gave to the library itself
   */
  MutantPage(int all, long seed, Map<MutationDetails, Row> rows, Row sound) {
    this.all = all;
    this.seed = seed;
    this.rows = rows;
    this.sound = sound;
  }

  /** The page in Markdown. */
  String text() {
    StringBuilder text = new StringBuilder(MatrixPage.head("mutants"));
    text.append(
        String.format(
            Locale.ROOT,
            """

            %d of the %,d mutants that [PIT](https://pitest.org)'s default operators make of the runtime and the generated types (`io.mooring.room` and `io.mooring.room.spec`, without
            `toString`, `equals` and `hashCode`), drawn with seed %d. Each was shown to the [layers](faults-by-layer.md) one after the other, in a virtual machine of its own. A layer that
            breaks, or that goes on for a minute, has found it. [What that says](../../../src/docs/measured/kill-matrix.md) was written by people.
            """,
            rows.size(),
            all,
            seed));
    text.append("\n| class | mutants |");
    for (Layer layer : Layer.values()) {
      text.append(' ').append(MatrixPage.name(layer)).append(" |");
    }
    text.append(" none |\n|--|--:|").append("--:|".repeat(Layer.values().length + 1)).append('\n');
    Map<String, List<Row>> byClass = new TreeMap<>();
    rows.forEach(
        (mutant, row) ->
            byClass.computeIfAbsent(outer(mutant), name -> new ArrayList<>()).add(row));
    byClass.forEach((name, found) -> text.append(line("`" + name + "`", found)));
    text.append(line("*all*", rows.values()));
    text.append(cells("*found by no other layer*", this::alone));
    text.append(cells("*seconds, if there is nothing to find*", this::seconds));
    text.append("\nFound by none:\n\n");
    rows.forEach(
        (mutant, row) -> {
          if (isUnseen(row)) {
            text.append("- ").append(words(mutant)).append('\n');
          }
        });
    return text.toString();
  }

  private static String outer(MutationDetails mutant) {
    return mutant.getClassName().getNameWithoutPackage().asJavaName().replaceAll("\\$.*", "");
  }

  private static String words(MutationDetails mutant) {
    return "`"
        + mutant.getClassName().getNameWithoutPackage().asJavaName().replace('$', '.')
        + "."
        + mutant.getMethod()
        + "`: "
        + mutant.getDescription().replaceAll(" for \\S+::\\S+$", "").replace("::", ".");
  }

  private static String line(String name, Collection<Row> found) {
    return "| "
        + name
        + " | "
        + found.size()
        + " |"
        + Arrays.stream(Layer.values())
            .map(layer -> " " + found.stream().filter(row -> row.isKill(layer)).count() + " |")
            .collect(Collectors.joining())
        + " "
        + found.stream().filter(MutantPage::isUnseen).count()
        + " |\n";
  }

  private static String cells(String name, Function<Layer, Object> cell) {
    return "| "
        + name
        + " | |"
        + Arrays.stream(Layer.values())
            .map(layer -> " " + cell.apply(layer) + " |")
            .collect(Collectors.joining())
        + " |\n";
  }

  private long alone(Layer layer) {
    return rows.values().stream()
        .filter(row -> row.isKill(layer))
        .filter(row -> Arrays.stream(Layer.values()).filter(row::isKill).count() == 1)
        .count();
  }

  private long seconds(Layer layer) {
    return Math.max(1, Math.round(sound.millis().getOrDefault(layer, 0L) / 1000.0));
  }

  private static boolean isUnseen(Row row) {
    return Arrays.stream(Layer.values()).noneMatch(row::isKill);
  }
}
