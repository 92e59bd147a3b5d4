package io.mooring.codegen.model;

import java.util.List;

/**
 * A definition that properties use: a private static method, or a constant, of the generated rules.
 *
 * <p>Which parameters it has besides its own depends on its level. A helper calls only helpers that
 * stand before it in the model.
 *
 * @param name its name in the module
 * @param javaName its name in Java: {@code UPPER_SNAKE} for a constant (level {@code CONSTANT}, no
 *     parameters), lower camel case otherwise
 * @param level what it looks at
 * @param parameters its own parameters
 * @param body its value; the type is the type of the body
 * @param doc its comment; may be empty
 * @param line where it is defined
 */
public record Helper(
    String name,
    String javaName,
    Level level,
    List<Expression.Binding> parameters,
    Expression body,
    String doc,
    SourceLine line) {

  /** Copies the parameters. */
  public Helper {
    parameters = List.copyOf(parameters);
  }

  /** The states that a helper reads. */
  public enum Level {
    /** At no state: {@code name(own parameters)}, or a constant. */
    CONSTANT,
    /** At one state: {@code name(Step at, own parameters)}; its body mentions {@link Moment#AT}. */
    STATE,
    /**
     * At a step: {@code name(Step before, Step after, own parameters)}; its body mentions {@link
     * Moment#BEFORE} and {@link Moment#AFTER}.
     */
    ACTION
  }

  /** Whether it is a Java constant and not a method. */
  public boolean isConstant() {
    return level == Level.CONSTANT && parameters.isEmpty();
  }
}
