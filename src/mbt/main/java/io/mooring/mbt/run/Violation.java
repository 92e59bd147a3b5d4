package io.mooring.mbt.run;

/**
 * Something that a system did and must not do, or did not do and must.
 *
 * @param kind which check found it: a word that the harness chooses
 * @param message what was expected, what was found; the first line says it all
 */
public record Violation(String kind, String message) {

  /** The kind and the message. */
  @Override
  public String toString() {
    return kind + ": " + message;
  }
}
