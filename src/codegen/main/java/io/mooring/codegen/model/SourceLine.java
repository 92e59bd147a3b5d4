package io.mooring.codegen.model;

/**
 * A line of a module, as it is cited in messages and in generated code.
 *
 * @param file the module's file name without a folder, such as {@code RoomConnection.tla}
 * @param line counted from 1
 */
public record SourceLine(String file, int line) {

  /** {@code file:line}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
