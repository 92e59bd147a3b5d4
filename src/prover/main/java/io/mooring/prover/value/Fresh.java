package io.mooring.prover.value;

import io.mooring.prover.smt.Sort;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;

/**
 * Names that occur nowhere else.
 *
 * <p>The numbering belongs to a thread and is begun again with each specification, so the same
 * specification has the same text.
 */
public final class Fresh {

  private static final ThreadLocal<int[]> LAST = ThreadLocal.withInitial(() -> new int[2]);

  private Fresh() {}

  /** Numbers from 1 again: for a specification that shares no term with those before. */
  public static void begin() {
    LAST.set(new int[2]);
  }

  /** A name for a quantifier to bind. */
  static Term bound(Sort sort) {
    return Terms.symbol("!" + ++LAST.get()[0], sort);
  }

  /** A number for a value that is left open. */
  static int open() {
    return ++LAST.get()[1];
  }

  /** A name for a value that a step chooses. */
  public static String chosen(String what) {
    return what + "!" + ++LAST.get()[0];
  }
}
