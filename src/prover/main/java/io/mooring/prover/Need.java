package io.mooring.prover;

import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Premise;
import org.jspecify.annotations.Nullable;

/**
 * Whether a conjunct of the invariant is needed.
 *
 * @param premise the conjunct
 * @param kind how it is needed, if at all
 * @param by the first obligation that is not proven without it; null if there is none, or none was
 *     looked for
 */
public record Need(Premise premise, Kind kind, @Nullable Obligation by) {

  /** How a conjunct is needed. */
  public enum Kind {
    /** It says what a variable is, so without it nothing can be given to a solver. */
    TYPE,
    /** Without it some values break an obligation. */
    REFUTED,
    /** Without it a solver gives up on an obligation, which no small state breaks. */
    UNDECIDED,
    /** Without it, and the others that are not needed, everything else is still proven. */
    NOT_NEEDED
  }

  /** What was found, in one line. */
  public String words() {
    return switch (kind) {
      case TYPE -> "says what " + premise.types().orElseThrow() + " is";
      case REFUTED -> "needed for " + by;
      case UNDECIDED -> "needed for " + by + ", which no small state breaks";
      case NOT_NEEDED -> "not needed";
    };
  }

  /** The conjunct and what was found, in one line. */
  @Override
  public String toString() {
    return premise.claim() + ": " + words();
  }
}
