package io.mooring.codegen.model;

/** Which of the states in scope an expression looks at; in Java, the name of a {@code Step}. */
public enum Moment {
  /** The state that a step leaves. */
  BEFORE,
  /** The state that a step enters; for an invariant, the only state. */
  AFTER,
  /** The one state that a {@link Helper} of {@link Helper.Level#STATE} is evaluated in. */
  AT
}
