package io.mooring.prover.model;

import io.mooring.checker.tlc.SourceSpan;

/**
 * What must be possible in some state that satisfies the invariant, lest a proof is about nothing.
 *
 * @param kind of what kind it is
 * @param name the action, the definition or the variable
 * @param span where it is written
 */
public record Possibility(Kind kind, String name, SourceSpan span) {

  /** Of what kind a possibility is. */
  public enum Kind {
    /** Some step of an action. */
    ACTION,
    /** A state, or a step, that satisfies the premise of an implication. */
    PREMISE,
    /** A state in which a sequence is not empty. */
    NOT_EMPTY
  }

  /** In one line. */
  @Override
  public String toString() {
    String what =
        switch (kind) {
          case ACTION -> "a step of " + name;
          case PREMISE -> "the premise of " + name;
          case NOT_EMPTY -> name + " that is not empty";
        };
    return what + " (" + span.module() + ".tla:" + span.beginLine() + ")";
  }
}
