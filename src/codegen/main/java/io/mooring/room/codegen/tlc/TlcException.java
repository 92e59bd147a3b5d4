package io.mooring.room.codegen.tlc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A specification, a configuration or a checker that cannot be used.
 *
 * <p>Its message is written for the person who typed the command: it names the file, the line and
 * the offending text where they are known. It never says that a property is violated; that is a
 * {@link CheckResult}.
 */
public class TlcException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable SourceSpan span;

  /** A refusal without a place in a module. */
  public TlcException(String message) {
    this(message, null, null);
  }

  /** A refusal with its cause. */
  public TlcException(String message, @Nullable Throwable cause) {
    this(message, null, cause);
  }

  /** A refusal at a place in a module. */
  public TlcException(String message, @Nullable SourceSpan span, @Nullable Throwable cause) {
    super(message, cause);
    this.span = span;
  }

  /** Where in a module the fault is, when the tools say so. */
  public Optional<SourceSpan> span() {
    return Optional.ofNullable(span);
  }
}
