package io.mooring.prover.model;

/** What a solver says of an obligation. */
public enum Verdict {
  /** No values break it: it holds for all. */
  PROVEN,
  /** Some values break it. */
  REFUTED,
  /** The solver gave up, or ran out of time. */
  UNKNOWN
}
