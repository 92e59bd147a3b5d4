package io.mooring.codegen.model;

/** A way to make one set of two. */
public enum SetOperator {
  /** In either. */
  UNION,
  /** In both. */
  INTERSECTION,
  /** In the left one alone. */
  DIFFERENCE
}
