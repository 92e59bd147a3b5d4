package io.mooring.codegen.emit;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as lines in which each column begins at one place. */
public final class Columns {

  private Columns() {}

  /** The lines, without blanks at their ends; all rows have the same number of cells. */
  public static List<String> align(List<List<String>> rows) {
    return align(rows, 1);
  }

  /** The lines, with this many blanks between columns. */
  public static List<String> align(List<List<String>> rows, int gap) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        if (column == widths.size()) {
          widths.add(0);
        }
        widths.set(column, Math.max(widths.get(column), row.get(column).length()));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(gap + widths.get(column) - cell.length()));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** The rows as a table in Markdown, the first one as its head. */
  static List<String> markdown(List<List<String>> rows) {
    List<List<String>> cells = new ArrayList<>();
    for (List<String> row : rows) {
      cells.add(row.stream().map(cell -> "| " + cell.replace("|", "\\|")).toList());
    }
    cells.add(1, rows.get(0).stream().map(head -> "|--").toList());
    return align(cells).stream().map(line -> line + " |").toList();
  }
}
