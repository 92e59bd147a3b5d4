package io.mooring.checker.report;

import io.mooring.checker.tlc.SourceSpan;

/**
 * A place in a file.
 *
 * @param file the file with forward slashes: relative to the root of the repository, or absolute if
 *     it is not in it
 * @param line the first line, from 1; 0 for the file as a whole
 * @param column the first column, from 1; 0 for the line as a whole
 * @param endLine the last line; 0 if only the first is known
 * @param endColumn the last column, inclusive; 0 if it is not known
 */
public record Place(String file, int line, int column, int endLine, int endColumn) {

  /** A whole file. */
  public static Place of(String file) {
    return new Place(file, 0, 0, 0, 0);
  }

  /** A line of a file; 0 for the file as a whole. */
  public static Place of(String file, int line) {
    return new Place(file, line, 0, 0, 0);
  }

  /** A piece of a module that stands in a file. */
  public static Place of(String file, SourceSpan span) {
    return new Place(file, span.beginLine(), span.beginColumn(), span.endLine(), span.endColumn());
  }

  /** Whether the file is in the repository, so that its name is relative to the root. */
  public boolean isInRepository() {
    return !file.startsWith("/") && !file.matches("[A-Za-z]:/.*");
  }

  /** The place as people write it: {@code spec/Queue.tla:12:5}. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
  }
}
