package io.mooring.prover.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be proven.
 *
 * @param module the file of the module
 * @param specification the definition {@code Init /\ [][Next]_vars}, which may have fairness
 * @param invariant the definition of the inductive invariant; conjuncts of it say of each variable
 *     which set it is in
 * @param properties what the invariant must imply: predicates of states, and {@code [][A]_v}
 * @param replaced definitions of the module that others stand in for, as {@code CONSTANT key <-
 *     value} of a configuration says
 */
public record Question(
    Path module,
    String specification,
    String invariant,
    List<String> properties,
    Map<String, String> replaced) {

  /** Copies the properties and the replacements. */
  public Question {
    properties = List.copyOf(properties);
    replaced = Map.copyOf(replaced);
  }

  /** A question about a module as it is. */
  public Question(Path module, String specification, String invariant, List<String> properties) {
    this(module, specification, invariant, properties, Map.of());
  }
}
