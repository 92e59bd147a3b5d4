package io.mooring.mbt.driver;

import io.mooring.checker.tlc.TlaValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of an action that a driver was given, and what could be seen. Immutable. */
public final class Outcome {

  /** What became of the action. */
  public enum Kind {
    /** The implementation carried it out: the specification must allow it. */
    APPLIED,
    /**
     * The implementation refused it, and nothing changed: the specification must not allow it, in
     * one of the states that are possible.
     */
    REFUSED,
    /**
     * The driver cannot take it here: nothing happened, and nothing is judged but what is shown.
     */
    IGNORED,
    /** It is not known whether it happened: both are followed. */
    UNKNOWN
  }

  private final Kind kind;
  private final Map<String, TlaValue> shown;
  private final Map<String, TlaValue> answers;

  private Outcome(Kind kind, Map<String, TlaValue> shown, Map<String, TlaValue> answers) {
    this.kind = kind;
    this.shown = Collections.unmodifiableMap(shown);
    this.answers = Collections.unmodifiableMap(answers);
  }

  /** The implementation carried the action out. */
  public static Outcome applied() {
    return of(Kind.APPLIED);
  }

  /** The implementation refused the action, because it is not allowed. */
  public static Outcome refused() {
    return of(Kind.REFUSED);
  }

  /** The driver cannot take the action; it is counted. */
  public static Outcome ignored() {
    return of(Kind.IGNORED);
  }

  /** No result came: maybe the action happened, and maybe it did not. */
  public static Outcome unknown() {
    return of(Kind.UNKNOWN);
  }

  private static Outcome of(Kind kind) {
    return new Outcome(kind, Map.of(), Map.of());
  }

  /**
   * The outcome with something that can be seen after the action.
   *
   * @param name a variable of the specification, or a definition without parameters
   * @param value its value, see {@link JavaValues}
   */
  public Outcome showing(String name, Object value) {
    return new Outcome(kind, with(shown, name, value), answers);
  }

  /**
   * The outcome with an argument that the implementation chose, in place of the one that it was
   * given: a result that is a parameter of the action in the specification.
   *
   * @param parameter a parameter of the action
   * @param value its value, see {@link JavaValues}
   */
  public Outcome answering(String parameter, Object value) {
    return new Outcome(kind, shown, with(answers, parameter, value));
  }

  private static Map<String, TlaValue> with(
      Map<String, TlaValue> values, String name, Object value) {
    Map<String, TlaValue> more = new LinkedHashMap<>(values);
    try {
      more.put(name, JavaValues.tla(value));
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException(name + ": " + unfit.getMessage(), unfit);
    }
    return more;
  }

  /** What became of the action. */
  public Kind kind() {
    return kind;
  }

  /** What could be seen, by names of variables and definitions. */
  public Map<String, TlaValue> shown() {
    return shown;
  }

  /** The arguments that the implementation chose. */
  public Map<String, TlaValue> answers() {
    return answers;
  }
}
