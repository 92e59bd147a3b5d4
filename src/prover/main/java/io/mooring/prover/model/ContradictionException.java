package io.mooring.prover.model;

/**
 * Two programs answer the same question differently, so one of them is wrong, or the translation
 * between them: the solvers contradict each other, or the model checker contradicts a solver. No
 * answer of the proof can be relied on then.
 */
public final class ContradictionException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /** A contradiction, in one line. */
  public ContradictionException(String message) {
    super(message);
  }
}
