package io.mooring.prover.model;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Trace;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A state, or a step, that breaks an obligation, as a solver has found it: with all that a model
 * checker needs to see it, too.
 *
 * <p>Texts are TLA+ of the module, or a name that it defines. Their lines keep their columns, since
 * bulleted lists depend on them.
 *
 * @param kind what the obligation is for
 * @param trace one state, or two
 * @param constants the values of the declared constants
 * @param modelValues the model values among the values
 * @param open what has no value that a model checker can read; empty if everything has
 * @param assumed the texts of what the module assumes of its constants
 * @param premise the text of what the first state satisfies: the initial predicate, or the
 *     invariant
 * @param step the text of the action; empty if there is no step
 * @param claim the text of what is broken
 * @param broken where that is written
 */
public record Found(
    Obligation.Kind kind,
    Trace trace,
    Map<String, TlaValue> constants,
    List<String> modelValues,
    List<String> open,
    List<String> assumed,
    String premise,
    String step,
    String claim,
    Obligation.Claim broken) {

  /** Copies the collections. */
  public Found {
    constants = Collections.unmodifiableMap(new TreeMap<>(constants));
    modelValues = List.copyOf(modelValues);
    open = List.copyOf(open);
    assumed = List.copyOf(assumed);
  }
}
