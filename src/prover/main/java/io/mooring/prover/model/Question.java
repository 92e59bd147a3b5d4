package io.mooring.prover.model;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be proven.
 *
 * @param module the file of the module
 * @param specification the definition {@code Init /\ [][Next]_vars}, which may have fairness
 * @param invariant the definition of the inductive invariant; conjuncts of it say of each variable
 *     which set it is in
 * @param properties what the invariant must imply: predicates of states, and {@code [][A]_v}
 */
public record Question(
    Path module, String specification, String invariant, List<String> properties) {

  /** Copies the properties. */
  public Question {
    properties = List.copyOf(properties);
  }
}
