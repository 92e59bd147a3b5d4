package io.mooring.mbt.events;

import io.mooring.checker.tlc.TlaState;
import io.mooring.mbt.tlc.Rejection;
import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.StateSpace;
import io.mooring.mbt.tlc.StateTracker;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What an event makes of a set of states, remembered for a while. */
final class Steps {

  /** As many members of sets as fit into some ten megabytes; then all is forgotten. */
  private static final int REMEMBERED = 2_000_000;

  private final StateSpace space;
  private final EventMapping mapping;
  private final int most;
  private final int unseen;
  private final Function<SpecState, Collection<SpecAction>> unseenActions;
  private final Map<Set<SpecState>, States> known = new HashMap<>();
  private long remembered;

  Steps(StateSpace space, EventMapping mapping, EventTraces.Options options) {
    this.space = space;
    this.mapping = mapping;
    this.most = options.states();
    this.unseen = options.unseen();
    this.unseenActions =
        options.unseenActions().isEmpty()
            ? space::enabled
            : state ->
                space.enabled(state).stream()
                    .filter(action -> options.unseenActions().contains(action.name()))
                    .toList();
  }

  /** A set of states, of which there is one object. */
  static final class States {
    private final Set<SpecState> all;
    private final Map<Event, States> next = new HashMap<>();
    private Optional<StateTracker> withUnseen = Optional.empty();

    States(Set<SpecState> all) {
      this.all = all;
    }

    /** The values of each of them. */
    List<TlaState> values() {
      return all.stream().map(SpecState::state).toList();
    }
  }

  /** The states that have these values, at least one. */
  States of(List<TlaState> values) {
    Set<SpecState> states = new LinkedHashSet<>();
    values.forEach(each -> states.add(space.state(each)));
    return one(states);
  }

  /** Why a set of states has no successor. */
  static final class NoStepException extends Exception {
    private static final long serialVersionUID = 1L;

    NoStepException(String why) {
      super(why);
    }
  }

  /** More states are possible than may be. */
  static final class TooManyException extends Exception {
    private static final long serialVersionUID = 1L;

    TooManyException(int most) {
      super("more than " + most + " states are possible");
    }
  }

  /** The initial states. */
  States initial() {
    return one(new LinkedHashSet<>(space.initial()));
  }

  /**
   * The states after an event.
   *
   * @throws NoStepException if there are none
   * @throws IllegalArgumentException if the specification cannot be evaluated
   */
  States after(States before, Event event) throws NoStepException, TooManyException {
    States remember = before.next.get(event);
    if (remember != null) {
      return remember;
    }
    StateTracker tracker = new StateTracker(space, most);
    tracker.goTo(withUnseen(before).states());
    Collection<String> why = mapping.move(event).apply(tracker);
    if (tracker.isFull()) {
      throw new TooManyException(most);
    }
    if (!why.isEmpty()) {
      throw new NoStepException(explained(tracker, event));
    }
    States after = one(tracker.states());
    remembered++;
    before.next.put(event, after);
    return after;
  }

  /** Why there is no successor, in an order that does not depend on how the states were met. */
  private String explained(StateTracker tracker, Event event) {
    Set<SpecState> ordered = new LinkedHashSet<>();
    tracker.states().stream()
        .sorted(Comparator.comparing(SpecState::toString))
        .forEach(ordered::add);
    tracker.goTo(ordered);
    return Rejection.text(mapping, tracker, event, mapping.move(event).apply(tracker));
  }

  private StateTracker withUnseen(States before) throws TooManyException {
    if (before.withUnseen.isEmpty()) {
      StateTracker tracker = new StateTracker(space, most);
      tracker.goTo(before.all);
      tracker.addUnseen(unseenActions, unseen);
      if (tracker.isFull()) {
        throw new TooManyException(most);
      }
      remembered += tracker.states().size();
      before.withUnseen = Optional.of(tracker);
    }
    return before.withUnseen.get();
  }

  private States one(Set<SpecState> states) {
    States same = known.get(states);
    if (same != null) {
      return same;
    }
    if (remembered > REMEMBERED) {
      for (States each : List.copyOf(known.values())) {
        each.next.clear();
        each.withUnseen = Optional.empty();
      }
      known.clear();
      remembered = 0;
    }
    States made = new States(states);
    known.put(states, made);
    remembered += states.size();
    return made;
  }
}
