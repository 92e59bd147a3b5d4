package io.mooring.room.harness.timed;

import java.time.Duration;
import java.util.Optional;

/** What the executor of the listeners does with its tasks. */
@FunctionalInterface
public interface ExecutorPlan {

  /**
   * The delay of a task.
   *
   * @param task of the run, from 1
   * @return the delay; zero runs the task at once, inside {@code execute}; empty rejects it
   */
  Optional<Duration> delay(int task);
}
