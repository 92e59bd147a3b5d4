package io.mooring.prover.translate;

import io.mooring.checker.tlc.SourceSpan;

/** A construct that cannot be given to a solver; the message names it, its module and line. */
public final class UntranslatableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UntranslatableException(String message) {
    super(message);
  }

  UntranslatableException(String construct, SourceSpan span) {
    this(construct + " cannot be given to a solver", "", span);
  }

  UntranslatableException(String what, String cure, SourceSpan span) {
    super(
        span.module()
            + ".tla:"
            + span.beginLine()
            + ": "
            + what
            + (cure.isEmpty() ? "" : "; " + cure));
  }
}
