package io.mooring.room.harness.timed;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.mbt.tlc.SpecState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The timers of a run: their names in the specification, and which of them are pending. */
final class RunningTimers {
  private final TlaValue none;

  /** The name in the specification of each arming. */
  private final Map<Integer, TlaValue.Rec> named = new HashMap<>();

  /** The armings that neither fired nor were cancelled. */
  private final Set<Integer> running = new TreeSet<>();

  /**
   * No timers.
   *
   * @param none the name of no timer in the specification
   */
  RunningTimers(TlaValue none) {
    this.none = none;
  }

  void armed(int run, TlaValue.Rec timer) {
    named.put(run, timer);
    running.add(run);
  }

  /** A timer fires, or was cancelled. */
  void ends(int run) {
    running.remove(run);
  }

  /** The process died. */
  void clear() {
    running.clear();
    named.clear();
  }

  /** The name in the specification of each arming. */
  Map<Integer, TlaValue.Rec> named() {
    return named;
  }

  /** What is wrong unless exactly the timer that is armed in a state is pending. */
  Optional<String> difference(SpecState state) {
    TlaValue timer = state.get("timer");
    boolean right =
        running.isEmpty()
            ? timer.equals(none)
            : running.size() == 1 && timer.equals(named.get(running.iterator().next()));
    if (right) {
      return Optional.empty();
    }
    Set<TlaValue> armed = timer.equals(none) ? Set.of() : Set.of(timer);
    List<TlaValue.Rec> run = running.stream().map(named::get).toList();
    return Optional.of("the specification has armed " + armed + ", but what runs is " + run);
  }
}
