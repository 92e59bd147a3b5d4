package io.mooring.prover.translate;

/**
 * How much of what has no bounds is considered.
 *
 * @param longest the length up to which sequences, and the size up to which sets of unknown
 *     elements are considered, so that no quantifier over them is left; negative for all
 */
record Extent(int longest) {

  /** Everything: for a proof. */
  static final Extent ALL = new Extent(-1);
}
