package io.mooring.room.harness;

import io.mooring.room.spec.Step;

/**
 * A state as the specification has it, as a key: a location together with the outputs of the last
 * step. It is known by a step that leads to it; two are equal when their steps lead to the same
 * state.
 */
@SuppressWarnings("EnumOrdinal") // mixed into a hash of this process, never stored
public final class WholeState {
  private final Step step;
  private final int hash;

  /** The state that a step leads to. */
  public WholeState(Step step) {
    this.step = step;
    // Lengths, not contents: cheap, and enough to tell nearly all states apart.
    int mixed = step.to().ordinal();
    mixed = mixed * 31 + step.event().ordinal();
    mixed = mixed * 31 + step.outcome().ordinal();
    mixed = mixed * 31 + step.code().ordinal();
    mixed = mixed * 31 + step.notifications().size();
    hash = mixed * 31 + step.effects().size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WholeState state && state.step.sameStateAs(step);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Wording.step(step);
  }
}
