package io.mooring.codegen.sink;

/**
 * A file in which a folder and the generator's output differ.
 *
 * @param path the file, relative to the folder
 * @param kind what is wrong with it
 * @param detail the first line that differs, the two checkers, or empty
 */
public record Difference(String path, Kind kind, String detail) {

  /** How a file can differ. */
  public enum Kind {
    /** It is generated and not there. */
    MISSING("is missing"),
    /** It is there with other content. */
    CHANGED("differs"),
    /** It is there, and the checker that it names is all that differs. */
    CHECKER("names another checker"),
    /** It is there and not generated. */
    ORPHAN("is not generated any more");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /** One line for a person. */
  @Override
  public String toString() {
    return path + " " + kind.text + (detail.isEmpty() ? "" : ": " + detail);
  }
}
