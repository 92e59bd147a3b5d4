package io.mooring.codegen.sink;

/**
 * A destination for generated files.
 *
 * <p>Paths are relative, separated by {@code /}, and put once each; texts end in LF and have no
 * other line ends.
 */
@FunctionalInterface
public interface Sink {

  /**
   * Takes one file.
   *
   * @throws IllegalArgumentException if the path is absolute, climbs out of the destination or was
   *     put before, or if the text is not of the form above
   */
  void put(String path, String text);
}
