package io.mooring.mbt.tlc;

import io.mooring.checker.tlc.TlaValue;
import java.util.Collection;
import java.util.List;

/**
 * Maps what is observed of a run to actions of a specification. A mapping may keep what it needs of
 * one run; it is for one run and one thread.
 *
 * @param <O> the observations
 */
@FunctionalInterface
public interface Mapping<O> {

  /** The meaning of the next observation. */
  Move move(O observation);

  /**
   * The actions that may happen in a state before the next observation, without one of their own.
   */
  default Collection<SpecAction> unseen(SpecState state) {
    return List.of();
  }

  /** An observation in words. */
  default String text(O observation) {
    return String.valueOf(observation);
  }

  /** The value of a variable in words. */
  default String text(String variable, TlaValue value) {
    return value.toString();
  }

  /** An action in words; those of the same words are named once. */
  default String text(SpecAction action) {
    return action.toString();
  }

  /**
   * The actions that a rejection looks at to say which were enabled.
   *
   * @param space lists all that are, if the next-state relation is that of the specification
   */
  default Collection<SpecAction> candidates(StateSpace space, SpecState state) {
    return space.enabled(state);
  }
}
