package io.mooring.checker.tlc;

import java.util.List;

/**
 * What a check evaluated, and how often.
 *
 * @param actions the actions of the next-state relation, in its order
 * @param unevaluated the expressions of the next-state relation and of the invariants that were
 *     never evaluated, in the order of their places; of an expression and its parts the whole alone
 */
public record Coverage(List<ActionCount> actions, List<Unevaluated> unevaluated) {

  /** Copies the lists. */
  public Coverage {
    actions = List.copyOf(actions);
    unevaluated = List.copyOf(unevaluated);
  }

  /**
   * How often an action happened.
   *
   * @param name the action
   * @param span its first disjunct
   * @param steps how many steps it made, within the constraints
   * @param newStates how many of these led to a state that was new
   */
  public record ActionCount(String name, SourceSpan span, long steps, long newStates) {}

  /**
   * An expression that was never evaluated.
   *
   * @param span its place
   * @param text its text, in one line
   */
  public record Unevaluated(SourceSpan span, String text) {}
}
