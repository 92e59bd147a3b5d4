package io.mooring.room.harness.timed;

import io.mooring.room.harness.log.ObservedInput;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inputs that a connection has neither decided nor discarded so far. */
final class PendingInputs {
  private final Deque<ObservedInput> inputs = new ArrayDeque<>();
  private final ObservedScheduler timers;

  PendingInputs(ObservedScheduler timers) {
    this.timers = timers;
  }

  void add(ObservedInput input) {
    inputs.add(input);
  }

  /** Removes and returns the first; null if there is none. */
  @Nullable ObservedInput poll() {
    return inputs.poll();
  }

  /**
   * Removes and returns the input of a decision; null if there is none. A timer need not have
   * fired: the connection itself detects that a deadline has passed.
   *
   * @param isRestoring whether the connection is being restored
   */
  @Nullable ObservedInput decided(Event event, boolean isRestoring) {
    Optional<ObservedInput> overdue = timers.overdue(event);
    if (overdue.isPresent()) {
      return overdue.get();
    }
    ObservedInput first = inputs.peek();
    if (first != null && first.event() == event) {
      return inputs.remove();
    }
    if (isRestoring && event == Event.RECONNECT_WINDOW_USED_UP) {
      return new ObservedInput.Firing(Timer.RECONNECT_WINDOW, 0);
    }
    return timers.passed(event).orElseGet(inputs::poll);
  }
}
