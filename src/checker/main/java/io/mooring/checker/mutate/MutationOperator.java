package io.mooring.checker.mutate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A mutation operator: a kind of small change. Users select it by its id, which mutants' ids
 * contain.
 */
public enum MutationOperator {
  /** A condition that is no longer checked. */
  DROP_CONJUNCT("drop-conjunct", "a condition of a conjunction becomes TRUE"),
  /** A missing case. */
  DROP_DISJUNCT("drop-disjunct", "a branch of a disjunction or an arm of a CASE becomes FALSE"),
  /** A condition the wrong way round. */
  NEGATE("negate", "a condition becomes its negation: = and #, \\in and \\notin, P and ~P"),
  /** And for or, or for and. */
  SWAP_JUNCTION("swap-junction", "/\\ and \\/ change places in a condition"),
  /** One for all, or all for one. */
  SWAP_QUANTIFIER("swap-quantifier", "\\A and \\E change places in a condition"),
  /** A comparison that is wrong at its bound. */
  SWAP_COMPARISON("swap-comparison", "< and <= change places, and > and >="),
  /** The two branches of a choice. */
  SWAP_BRANCHES("swap-branches", "the branches of an IF change places"),
  /** A wrong state, reason, code or message. */
  SWAP_CONSTANT(
      "swap-constant", "a constant or string becomes the next one of the set that it belongs to"),
  /** A wrong truth value. */
  FLIP_BOOLEAN("flip-boolean", "TRUE and FALSE change places"),
  /** A number that is wrong by one. */
  OFF_BY_ONE("off-by-one", "a number, or a constant for one, grows or shrinks by 1"),
  /** A variable that keeps its old value. */
  DROP_UPDATE(
      "drop-update", "x' = e becomes x' = x, an action x' = x for all that it sets, EXCEPT !e = @"),
  /** A missing effect, message or member. */
  DROP_ELEMENT("drop-element", "a tuple, sequence or set loses an element"),
  /** One side of a union, difference or concatenation. */
  DROP_OPERAND("drop-operand", "\\cup, \\cap, \\, \\o and Append lose one side"),
  /** Less fairness. */
  WEAKEN_FAIRNESS(
      "weaken-fairness", "a WF, an SF or another liveness assumption is gone, SF is WF");

  private final String id;
  private final String text;

  MutationOperator(String id, String text) {
    this.id = id;
    this.text = text;
  }

  /** The id on the command line. */
  public String id() {
    return id;
  }

  /** {@return the description of the operator, in one line} */
  public String text() {
    return text;
  }

  /** Whether the original alone describes the change. */
  boolean drops() {
    return this == DROP_CONJUNCT || this == DROP_DISJUNCT;
  }

  /** The operator of an id. */
  public static Optional<MutationOperator> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }

  /** All ids in order. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(MutationOperator::id).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
