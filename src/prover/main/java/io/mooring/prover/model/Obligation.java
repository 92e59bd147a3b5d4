package io.mooring.prover.model;

import io.mooring.checker.tlc.SourceSpan;
import io.mooring.prover.smt.Query;

/**
 * One thing to prove.
 *
 * @param kind what it is for
 * @param action the action whose steps it is about; empty if it is about states
 * @param claim what must hold: a conjunct of the invariant, or a property
 * @param query has an answer exactly if the claim can be broken
 */
public record Obligation(Kind kind, String action, Claim claim, Query query) {

  /** What an obligation is for. */
  public enum Kind {
    /** Every initial state satisfies the invariant. */
    INITIAL,
    /** Every initial state satisfies what a property says of them. */
    INITIAL_PROPERTY,
    /** Every step from a state that satisfies the invariant keeps it. */
    STEP,
    /** Every state that satisfies the invariant satisfies a property. */
    IMPLIED,
    /** Every step from a state that satisfies the invariant satisfies a property of steps. */
    STEP_PROPERTY;

    /** Whether it is about initial states. */
    public boolean isInitial() {
      return this == INITIAL || this == INITIAL_PROPERTY;
    }
  }

  /**
   * What must hold.
   *
   * @param name the definition that it is written in
   * @param span where it is written
   */
  public record Claim(String name, SourceSpan span) {
    @Override
    public String toString() {
      return name + " (" + span.module() + ".tla:" + span.beginLine() + ")";
    }
  }

  /** In one line. */
  @Override
  public String toString() {
    return text(kind, action, claim);
  }

  /** An obligation in one line. */
  public static String text(Kind kind, String action, Claim claim) {
    return switch (kind) {
      case INITIAL, INITIAL_PROPERTY -> "initially " + claim;
      case STEP -> action + " keeps " + claim;
      case IMPLIED -> "always " + claim;
      case STEP_PROPERTY -> action + " satisfies " + claim;
    };
  }
}
