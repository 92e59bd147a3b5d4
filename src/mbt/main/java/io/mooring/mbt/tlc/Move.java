package io.mooring.mbt.tlc;

import io.mooring.mbt.tlc.StateTracker.StateCheck;
import io.mooring.mbt.tlc.StateTracker.StepCheck;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The meaning of one observation: how it advances the states that a specification may be in. */
@FunctionalInterface
public interface Move {

  /** The observation has no meaning in the specification. */
  Move NONE = tracker -> List.of();

  /**
   * Advances the states.
   *
   * @return why no state allows it; empty if one does
   */
  Collection<String> apply(StateTracker tracker);

  /** One of these actions happened, whatever it leads to. */
  static Move action(SpecAction... actions) {
    return action(StepCheck.NONE, actions);
  }

  /**
   * One of these actions happened.
   *
   * @param check what must hold before and after
   */
  static Move action(StepCheck check, SpecAction... actions) {
    List<SpecAction> any = Arrays.asList(actions);
    return tracker -> tracker.any(state -> any, check);
  }

  /**
   * An action happened: the first of these that is enabled.
   *
   * @param actions the actions to try, in a state
   * @param check what must hold before and after
   */
  static Move first(
      Function<SpecState, ? extends Collection<SpecAction>> actions, StepCheck check) {
    return tracker -> tracker.first(actions, check);
  }

  /** No action happened, but something was observed of the state. */
  static Move check(StateCheck check) {
    return tracker -> tracker.retain(check);
  }

  /** One of these actions may have happened, or none. */
  static Move maybe(SpecAction... actions) {
    List<SpecAction> any = Arrays.asList(actions);
    return tracker -> {
      tracker.maybe(state -> any);
      return List.of();
    };
  }

  /** Any number of actions without an observation of their own may have happened. */
  static Move unseen(Function<SpecState, ? extends Collection<SpecAction>> actions) {
    return tracker -> {
      tracker.addUnseen(actions);
      return List.of();
    };
  }

  /** This must not be. */
  static Move wrong(String why) {
    return tracker -> List.of(why);
  }

  /** This, and then another one. */
  default Move then(Move next) {
    return tracker -> {
      Collection<String> objections = apply(tracker);
      return objections.isEmpty() ? next.apply(tracker) : objections;
    };
  }

  /** This or another one: every state that either leads to. */
  default Move or(Move other) {
    return tracker -> {
      Set<SpecState> before = tracker.states();
      Collection<String> one = apply(tracker);
      Set<SpecState> after = one.isEmpty() ? tracker.states() : Set.of();
      tracker.goTo(before);
      Collection<String> two = other.apply(tracker);
      if (!one.isEmpty() && !two.isEmpty()) {
        return Stream.concat(one.stream(), two.stream()).distinct().toList();
      }
      Set<SpecState> both = new LinkedHashSet<>(after);
      if (two.isEmpty()) {
        both.addAll(tracker.states());
      }
      tracker.goTo(both);
      return List.of();
    };
  }
}
