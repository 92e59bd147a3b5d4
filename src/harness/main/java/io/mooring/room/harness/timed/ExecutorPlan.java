package io.mooring.room.harness.timed;

import java.time.Duration;
import java.util.Optional;

/** What the executor of a connection's listeners does with the tasks that it is given. */
@FunctionalInterface
public interface ExecutorPlan {

  /**
   * What becomes of one task.
   *
   * @param task which one of the run, from 1
   * @return how long it waits before it is run; zero runs it at once, inside of {@code execute};
   *     and empty refuses it
   */
  Optional<Duration> delay(int task);
}
