package io.mooring.checker.mutate;

/**
 * A piece of a module's text that is replaced by another.
 *
 * @param begin index of the first character
 * @param end index after the last one
 * @param replacement the new text
 */
public record Edit(int begin, int end, String replacement) {

  /** The same for a text of which this is a part that begins at {@code offset}. */
  Edit from(int offset) {
    return new Edit(begin - offset, end - offset, replacement);
  }
}
