package io.mooring.room.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A table whose columns stand under each other, row by row: the widths are set before the first row
 * is known, so that a long command can print each row when it is there.
 */
final class ColumnPrinter {

  private static final String GAP = "  ";

  private final List<Column> columns = new ArrayList<>();

  private record Column(String title, int width, boolean right) {}

  /** The content of a column, and its colour. */
  record Cell(String text, UnaryOperator<String> style) {
    static Cell of(String text) {
      return new Cell(text, UnaryOperator.identity());
    }
  }

  /** Adds a column of words, as wide as the widest of its title and these. */
  ColumnPrinter words(String title, List<String> all) {
    return add(title, all, false);
  }

  /** Adds a column of figures, as wide as the widest of its title and these. */
  ColumnPrinter figures(String title, List<String> all) {
    return add(title, all, true);
  }

  private ColumnPrinter add(String title, List<String> all, boolean right) {
    int width = all.stream().mapToInt(String::length).reduce(title.length(), Math::max);
    columns.add(new Column(title, width, right));
    return this;
  }

  /** The titles. */
  String header() {
    return line(columns.stream().map(column -> Cell.of(column.title())).toList());
  }

  /** One row of plain words. */
  String row(String... cells) {
    return line(List.of(cells).stream().map(Cell::of).toList());
  }

  /** One row. */
  String line(List<Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells for " + columns.size() + " columns");
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      Column column = columns.get(i);
      Cell cell = cells.get(i);
      String blanks = " ".repeat(Math.max(0, column.width() - cell.text().length()));
      String painted = cell.style().apply(cell.text());
      line.append(column.right() ? blanks + painted : painted + blanks);
      if (i < cells.size() - 1) {
        line.append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }
}
