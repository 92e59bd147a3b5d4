package io.mooring.checker.tlc;

import java.util.List;

/**
 * The output of a specification during a run ({@code Print}, {@code PrintT}): the first and the
 * last texts, so that a specification that prints without end needs bounded memory.
 *
 * @param first the first texts, in order; each is one call
 * @param leftOut how many texts stand between the first and the last ones
 * @param last the last texts after those that were left out
 */
public record Printed(List<String> first, long leftOut, List<String> last) {

  /** Nothing was printed. */
  public static final Printed NOTHING = new Printed(List.of(), 0, List.of());

  /** Copies the texts. */
  public Printed {
    first = List.copyOf(first);
    last = List.copyOf(last);
  }

  /** How many texts were printed. */
  public long count() {
    return first.size() + leftOut + last.size();
  }
}
