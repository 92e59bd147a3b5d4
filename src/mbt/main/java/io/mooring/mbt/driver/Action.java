package io.mooring.mbt.driver;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.mbt.tlc.SpecAction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** An action of a specification that a driver is to carry out, with its arguments. Immutable. */
public final class Action {
  private final SpecAction action;
  private final Map<String, TlaValue> arguments;

  /**
   * An action.
   *
   * @param parameters the names of its parameters in the order of its definition
   */
  Action(SpecAction action, List<String> parameters) {
    this.action = action;
    Map<String, TlaValue> ordered = new LinkedHashMap<>();
    for (String parameter : parameters) {
      TlaValue value = action.arguments().get(parameter);
      if (value != null) {
        ordered.put(parameter, value);
      }
    }
    action.arguments().forEach(ordered::putIfAbsent);
    this.arguments = Collections.unmodifiableMap(ordered);
  }

  /** Its name. */
  public String name() {
    return action.name();
  }

  /** Its arguments by the names of its parameters, in the order of its definition. */
  public Map<String, TlaValue> arguments() {
    return arguments;
  }

  /**
   * An argument as the specification has it.
   *
   * @throws IllegalArgumentException if the action has no such parameter
   */
  public TlaValue get(String parameter) {
    TlaValue value = arguments.get(parameter);
    if (value == null) {
      throw new IllegalArgumentException(
          name() + " has no parameter " + parameter + "; it has " + arguments.keySet());
    }
    return value;
  }

  /**
   * An argument as a Java object, see {@link JavaValues}.
   *
   * @param type {@code Integer.class}, {@code String.class}, an enum, a record, {@code Set.class}
   * @throws IllegalArgumentException if the action has no such parameter, or it is of another type
   */
  public <T> T get(String parameter, Class<T> type) {
    TlaValue value = get(parameter);
    try {
      return type.cast(JavaValues.java(value, type));
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          name() + ", parameter " + parameter + ": " + unfit.getMessage(), unfit);
    }
  }

  /** An argument that is a string or a model value. */
  public String string(String parameter) {
    return get(parameter, String.class);
  }

  /** An argument that is an integer. */
  public int integer(String parameter) {
    return get(parameter, Integer.class);
  }

  /** An argument that is {@code TRUE} or {@code FALSE}. */
  public boolean bool(String parameter) {
    return get(parameter, Boolean.class);
  }

  /** An argument that is a set, of Boolean, Integer, String, List, Set or Map. */
  public Set<?> set(String parameter) {
    return Objects.requireNonNull(get(parameter, Set.class));
  }

  /** As the engine has it. */
  SpecAction spec() {
    return action;
  }

  /** For example {@code Put(item = "a")}. */
  @Override
  public String toString() {
    return action.toString();
  }
}
