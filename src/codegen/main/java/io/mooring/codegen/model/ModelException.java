package io.mooring.codegen.model;

import java.util.Locale;

/**
 * A specification that cannot become a model, in words for its author.
 *
 * <p>The message names the place, the construct or the names that are at fault, and the cure.
 */
public final class ModelException extends Exception {

  private static final long serialVersionUID = 1L;

  /** A refusal without a place. */
  public ModelException(String message) {
    super(message);
  }

  /** A refusal at a line of a module. */
  public ModelException(SourceLine line, String message) {
    super(line + ": " + message);
  }

  /** The same refusal, saying within which definition. */
  public ModelException in(String definition) {
    return new ModelException(
        String.format(Locale.ROOT, "%s (in %s)", getMessage(), definition), this);
  }

  /** A refusal that another failure caused. */
  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
