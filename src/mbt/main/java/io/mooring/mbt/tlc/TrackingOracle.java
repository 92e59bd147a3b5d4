package io.mooring.mbt.tlc;

import io.mooring.mbt.run.RunOracle;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks runs against any TLA+ specification: a run is accepted as long as a behaviour of the
 * specification explains what was observed of it.
 *
 * <p>Safe for use by several threads.
 *
 * @param <O> the observations
 */
public final class TrackingOracle<O> implements RunOracle<O> {
  private final StateSpace space;
  private final Supplier<? extends Mapping<O>> mappings;

  /**
   * An oracle.
   *
   * @param space the states of the specification
   * @param mappings returns a mapping for one run
   */
  public TrackingOracle(StateSpace space, Supplier<? extends Mapping<O>> mappings) {
    this.space = space;
    this.mappings = mappings;
  }

  @Override
  public Judge<O> begin() {
    return judge(space, mappings.get());
  }

  /** Checks one run with a mapping that is at the beginning of it. */
  public static <O> Judge<O> judge(StateSpace space, Mapping<O> mapping) {
    StateTracker tracker = new StateTracker(space);
    return observation -> {
      tracker.addUnseen(mapping::unseen);
      Collection<String> why = mapping.move(observation).apply(tracker);
      if (tracker.isFull()) {
        throw new IllegalStateException(
            "too many states are possible after " + mapping.text(observation));
      }
      return why.isEmpty()
          ? Optional.empty()
          : Optional.of(Rejection.text(mapping, tracker, observation, why));
    };
  }
}
