package io.mooring.checker.tlc;

import java.util.List;

/**
 * A named operator of a module.
 *
 * @param name its name; a definition that an {@code INSTANCE} brings in carries the prefix {@code
 *     I!}
 * @param parameters names of its parameters
 * @param body its expression
 * @param comment the comment block directly above it, without comment marks; empty if there is none
 * @param span the whole definition
 * @param definedIn name of the module whose text contains it
 * @param local whether it is {@code LOCAL}
 * @param level 0 constant, 1 state, 2 action, 3 temporal
 */
public record Definition(
    String name,
    List<String> parameters,
    Expr body,
    String comment,
    SourceSpan span,
    String definedIn,
    boolean local,
    int level) {

  /** Copies the parameters. */
  public Definition {
    parameters = List.copyOf(parameters);
  }
}
