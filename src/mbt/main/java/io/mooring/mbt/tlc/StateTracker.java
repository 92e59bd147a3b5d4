package io.mooring.mbt.tlc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The set of states that a specification may be in after what was observed of a run. It is never
 * empty: an observation that no state allows leaves it unchanged.
 */
public final class StateTracker {

  /** As many states may be possible at once; more are a mapping without end. */
  private static final int MOST = 20_000;

  private final StateSpace space;
  private final int most;
  private Set<SpecState> states;
  private boolean full;
  private Listener listener = Listener.NONE;

  /** Begins in the initial states. */
  public StateTracker(StateSpace space) {
    this(space, MOST);
  }

  /**
   * Begins in the initial states.
   *
   * @param most how many states may be possible at once; with more it {@link #isFull()}
   */
  public StateTracker(StateSpace space, int most) {
    this.space = space;
    this.most = most;
    this.states = new LinkedHashSet<>(space.initial());
    this.full = states.size() > most;
  }

  /** What is wrong with a state, or empty. */
  @FunctionalInterface
  public interface StateCheck {
    /** What is wrong with the state, or empty. */
    Optional<String> objection(SpecState state);
  }

  /** What is wrong with a step, or empty. */
  @FunctionalInterface
  public interface StepCheck {
    /** Allows every step. */
    StepCheck NONE = (before, after) -> Optional.empty();

    /** What is wrong with the step, or empty. */
    Optional<String> objection(SpecState before, SpecState after);
  }

  /** Is notified of each state that is reached for the first time by an observation. */
  @FunctionalInterface
  public interface Listener {
    /** Ignores everything. */
    Listener NONE = (from, action, to) -> {};

    /** A step from one state to another that was not among those reached so far. */
    void reached(SpecState from, SpecAction action, SpecState to);
  }

  /** Notifies a listener of every step from now on, in place of the one before. */
  public void setListener(Listener other) {
    listener = other;
  }

  /** The states that may hold. */
  public Set<SpecState> states() {
    return states;
  }

  /**
   * Whether more states became possible than it was to keep. Then some are missing, and what a
   * later observation is answered says nothing.
   */
  public boolean isFull() {
    return full;
  }

  /** One of the states that may hold. */
  public SpecState any() {
    return states.iterator().next();
  }

  /** The states of the specification. */
  public StateSpace space() {
    return space;
  }

  /** Replaces the set of states; returns false, and keeps it, if there are none. */
  public boolean goTo(Set<SpecState> next) {
    if (next.isEmpty()) {
      return false;
    }
    states = next;
    full |= next.size() > most;
    return true;
  }

  /**
   * Keeps the states with which nothing is wrong.
   *
   * @return what is wrong with all of them, and all stay; empty if one is left
   */
  public Collection<String> retain(StateCheck check) {
    Set<SpecState> right = new LinkedHashSet<>();
    Set<String> objections = new LinkedHashSet<>();
    for (SpecState state : states) {
      Optional<String> objection = check.objection(state);
      if (objection.isEmpty()) {
        right.add(state);
      } else {
        objections.add(objection.get());
      }
    }
    return goTo(right) ? List.of() : objections;
  }

  /**
   * Takes one step in each state: the first of its actions that is enabled there.
   *
   * @param actions the actions to try, in a state
   * @param check what must hold before and after
   * @return why no state allows it, and all stay; empty if one does
   */
  public Collection<String> first(
      Function<SpecState, ? extends Collection<SpecAction>> actions, StepCheck check) {
    return step(actions, check, false, false);
  }

  /** Takes one step in each state: any of its actions that is enabled there. */
  public Collection<String> any(
      Function<SpecState, ? extends Collection<SpecAction>> actions, StepCheck check) {
    return step(actions, check, true, false);
  }

  /** Takes one step in each state, any of its actions that is enabled there, or none. */
  public void maybe(Function<SpecState, ? extends Collection<SpecAction>> actions) {
    step(actions, StepCheck.NONE, true, true);
  }

  private Collection<String> step(
      Function<SpecState, ? extends Collection<SpecAction>> actions,
      StepCheck check,
      boolean all,
      boolean stay) {
    Set<SpecState> next = new LinkedHashSet<>(stay ? states : Set.of());
    Set<String> objections = new LinkedHashSet<>();
    for (SpecState state : states) {
      if (next.size() > most) {
        break;
      }
      for (SpecAction action : actions.apply(state)) {
        List<SpecState> successors = space.successors(state, action);
        if (successors.isEmpty()) {
          objections.add(action + " is not enabled");
          continue;
        }
        for (SpecState successor : successors) {
          Optional<String> objection = check.objection(state, successor);
          if (objection.isPresent()) {
            objections.add(objection.get());
          } else if (next.add(successor)) {
            listener.reached(state, action, successor);
          }
        }
        if (!all) {
          break;
        }
      }
    }
    return goTo(next) ? List.of() : objections;
  }

  /**
   * Adds every state that unseen steps lead to, none, one or many of them.
   *
   * @param actions the actions without an observation, in a state
   * @throws IllegalStateException if there is no end of them
   */
  public void addUnseen(Function<SpecState, ? extends Collection<SpecAction>> actions) {
    addUnseen(actions, Integer.MAX_VALUE);
    if (full) {
      throw new IllegalStateException(
          "unseen steps lead to more than " + most + " states, for example to\n" + any());
    }
  }

  /**
   * Adds every state that up to a number of unseen steps leads to.
   *
   * @param actions the actions without an observation, in a state
   * @param steps how many of them may happen at most
   */
  public void addUnseen(Function<SpecState, ? extends Collection<SpecAction>> actions, int steps) {
    Collection<SpecState> last = states;
    Set<SpecState> reached = new LinkedHashSet<>(states);
    for (int step = 0; step < steps && !last.isEmpty() && !full; step++) {
      List<SpecState> added = new ArrayList<>();
      for (SpecState state : last) {
        for (SpecAction action : actions.apply(state)) {
          for (SpecState successor : space.successors(state, action)) {
            if (reached.add(successor)) {
              listener.reached(state, action, successor);
              added.add(successor);
            }
          }
        }
        if (reached.size() > most) {
          full = true;
          break;
        }
      }
      last = added;
    }
    states = reached;
  }
}
