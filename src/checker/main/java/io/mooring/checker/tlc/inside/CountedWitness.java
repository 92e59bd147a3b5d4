package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.SearchResult.WitnessResult;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tlc2.tool.TLCState;

/** A predicate whose states or steps are counted, with the first behaviour that leads to it. */
final class CountedWitness {

  private final Witness witness;
  private long count;
  private List<TLCState> first = List.of();

  CountedWitness(Witness witness) {
    this.witness = witness;
  }

  /** A behaviour of the search that ends with a step. */
  interface Behaviours {
    /** The behaviour. */
    List<TLCState> to(TLCState before, TLCState after);
  }

  /** Looks at an initial state. */
  void look(TLCState initial) {
    if (witness.isMet(initial, initial, false)) {
      count(List.of(initial));
    }
  }

  /**
   * Looks at a step. A predicate on states is decided once for each state, when it is found.
   *
   * @param isNew whether it leads to a state that was not seen before
   */
  void look(TLCState before, TLCState after, boolean isNew, Behaviours behaviours) {
    if ((isNew || !witness.isOnStates()) && witness.isMet(before, after, true)) {
      count(count > 0 ? List.of() : behaviours.to(before, after));
    }
  }

  private void count(List<TLCState> behaviour) {
    if (count++ == 0) {
      first = List.copyOf(behaviour);
    }
  }

  WitnessResult result(Traces traces) {
    return new WitnessResult(
        witness.name(),
        !witness.isOnStates(),
        OptionalLong.of(count),
        traces.of(first, List.of(), OptionalInt.empty()));
  }
}
