package io.mooring.mbt.driver;

/**
 * What is wrong with an implementation.
 *
 * @param kind which check found it
 * @param step the number of the step, from 1; 0 for the beginning
 * @param text what was seen, what the specification allows, and why they differ
 */
public record Finding(Kind kind, int step, String text) {

  /** The checks. */
  public enum Kind {
    /** It carried out an action that the specification does not allow. */
    NOT_ALLOWED("carried out what the specification does not allow"),
    /** It refused an action that the specification allows. */
    REFUSED("refused what the specification allows"),
    /** It showed a value that the specification does not have. */
    SHOWN("showed what the specification does not have"),
    /** It threw an exception. */
    EXCEPTION("threw an exception"),
    /** A call did not end within the limit. */
    HANG("did not end within the limit of a step");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What the implementation did. */
    public String words() {
      return words;
    }
  }
}
