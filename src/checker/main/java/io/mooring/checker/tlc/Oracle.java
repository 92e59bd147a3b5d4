package io.mooring.checker.tlc;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A loaded specification that answers what it allows, one step at a time.
 *
 * <p>Safe for use by several threads. A question that the specification cannot answer (an unknown
 * name, a state that lacks a variable, an expression that TLC cannot evaluate) is an {@link
 * IllegalArgumentException} with one clear message.
 */
public interface Oracle extends AutoCloseable {

  /** The files of its modules, its own first; those of standard modules are not among them. */
  List<Path> files();

  /** Names of the variables in the order of their declaration. */
  List<String> variables();

  /** The actions of the next-state relation, in its order, each with its arguments once. */
  List<ListedAction> actions();

  /**
   * The names of the parameters of a definition, in their order.
   *
   * @throws IllegalArgumentException if the specification has no such definition
   */
  List<String> parameters(String definition);

  /** The names of all model values, sorted. */
  List<String> modelValues();

  /** The initial states. */
  List<TlaState> initial();

  /** Whether a state satisfies the constraints of the configuration. */
  boolean isInModel(TlaState state);

  /**
   * All steps from a state, in the order of the actions in the next-state relation, without those
   * that the action constraints of the configuration leave out.
   */
  List<Successor> successors(TlaState state);

  /**
   * The states that one action with given parameters leads to, each once; none if it is not
   * enabled, or an action constraint of the configuration leaves out all its steps.
   *
   * <p>The action is a part of the next-state relation; or, if that has none of this name and
   * parameters, a definition of the module. So a configuration whose next-state relation would be
   * too long to list can name a short one, and callers query the rest.
   *
   * @param parameters the values of all parameters of the action, by name; empty if it has none
   */
  List<TlaState> successors(TlaState state, String action, Map<String, TlaValue> parameters);

  /**
   * Why an action is not enabled in a state: of each of its disjuncts the first conjunct about the
   * state alone that is false there, as its place and its text; or, if there is a step, the action
   * constraints that leave it out.
   *
   * @param parameters the values of all parameters of the action, by name; empty if it has none
   * @return empty if there is none
   */
  List<String> obstacles(TlaState state, String action, Map<String, TlaValue> parameters);

  /**
   * Whether a property allows a step.
   *
   * @param property the name of a state predicate, decided on {@code after}; or of an action
   *     property {@code [][A]_v}, for which {@code [A]_v} is decided on the step
   */
  boolean holds(String property, TlaState before, TlaState after);

  /** The value of a definition without parameters, which may mention variables but no primes. */
  default TlaValue evaluate(String operator, TlaState state) {
    return evaluate(operator, Map.of(), state);
  }

  /** The value of a definition whose parameters have these values; there are no other ones. */
  TlaValue evaluate(String operator, Map<String, TlaValue> arguments, TlaState state);

  /**
   * These values in the order in which TLC tries the elements of a set, and by which it chooses.
   *
   * <p>Integers ascend; strings and model values stand in the order in which TLC has met them,
   * which differs from one specification to the next.
   */
  List<TlaValue> ordered(Collection<TlaValue> values);

  /** Releases the checker; a closed oracle answers nothing. */
  @Override
  void close();
}
