package io.mooring.mbt.tlc;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;

/**
 * A state of a specification. Two are equal when their values are; a {@link StateSpace} has one
 * object for each state, so that nearly always a comparison ends with the object.
 */
public final class SpecState {
  private final TlaState state;
  private final int hash;

  SpecState(TlaState state) {
    this.state = state;
    int mixed = 0;
    for (TlaValue value : state.values().values()) {
      mixed = mixed * 0x9E3779B1 + value.hashCode();
    }
    this.hash = mixed ^ mixed >>> 15;
  }

  /** The values of all variables. */
  public TlaState state() {
    return state;
  }

  /** The value of a variable. */
  public TlaValue get(String variable) {
    return state.get(variable);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof SpecState node && hash == node.hash && state.equals(node.state));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return state.toString();
  }
}
