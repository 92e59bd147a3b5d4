package io.mooring.codegen.model;

/** A calculation with integers. */
public enum Calculation {
  /** Sum. */
  PLUS,
  /** Difference. */
  MINUS,
  /** Product. */
  TIMES,
  /** {@code Math.floorDiv}. */
  DIV,
  /** {@code Math.floorMod}. */
  MOD
}
