package io.mooring.checker.tlc;

/**
 * The place of a piece of TLA+ text: a module and the first and last character in it.
 *
 * @param module the module's name without {@code .tla}
 * @param beginLine first line, counted from 1
 * @param beginColumn first column, counted from 1
 * @param endLine last line, counted from 1
 * @param endColumn last column, inclusive, counted from 1
 */
public record SourceSpan(
    String module, int beginLine, int beginColumn, int endLine, int endColumn) {

  /** The place as people write it: {@code RoomConnection.tla:123}. */
  public String line() {
    return module + ".tla:" + beginLine;
  }

  /** The place to the column: {@code RoomConnection.tla:123:5}. */
  public String place() {
    return line() + ":" + beginColumn;
  }

  @Override
  public String toString() {
    return line();
  }
}
