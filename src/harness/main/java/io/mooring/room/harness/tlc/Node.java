package io.mooring.room.harness.tlc;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A state of the timed specification, with what a judge asks of it again and again read out of it
 * once. Two are equal when their states are; an oracle has one for each state, so that nearly
 * always they are the same object.
 */
final class Node {
  private final TlaState state;
  private final UnaryOperator<TlaState> part;
  private final TlaValue timer;
  private final Optional<TlaValue.Rec> head;
  private final int hash;

  /** Read when somebody asks for it: most nodes are made to find out that there is one already. */
  private @Nullable TlaState contract;

  /**
   * A node.
   *
   * @param state the state
   * @param part gives the part of it that the contract has
   */
  Node(TlaState state, UnaryOperator<TlaState> part) {
    this.state = state;
    this.part = part;
    this.timer = state.get("timer");
    this.head =
        ((TlaValue.Seq) state.get("pending"))
            .elements().stream().findFirst().map(TlaValue.Rec.class::cast);
    int mixed = 0;
    for (TlaValue value : state.values().values()) {
      mixed = mixed * 0x9E3779B1 + value.hashCode();
    }
    this.hash = mixed ^ mixed >>> 15;
  }

  TlaState state() {
    return state;
  }

  /** The part of the state that the contract has. */
  TlaState contract() {
    TlaState known = contract;
    if (known == null) {
      known = part.apply(state);
      contract = known;
    }
    return known;
  }

  /** The timer that is armed. */
  TlaValue timer() {
    return timer;
  }

  /** The first of what is pending. */
  Optional<TlaValue.Rec> head() {
    return head;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Node node && hash == node.hash && state.equals(node.state));
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
