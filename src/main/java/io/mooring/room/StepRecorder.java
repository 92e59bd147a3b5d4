package io.mooring.room;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import java.util.List;

/**
 * Receives everything that a room connection decides, in the order of decision: steps that were
 * taken, ignored or refused.
 *
 * <p>A step is recorded before listeners are notified of its changes, so that the trace has
 * everything that an application knows; one at a time, in order, and with no lock held. Effects do
 * not wait for it: on one thread a step is recorded once they were carried out. A recorder that
 * stalls delays later records and callbacks, and nothing else. Unlike listeners, a recorder also
 * receives what follows a release. What it throws is reported to the connection's {@link
 * FailureHandler}.
 */
@FunctionalInterface
public interface StepRecorder {

  /**
   * Called for each step.
   *
   * @param nanoTime when the event came in, by the connection's {@link RoomScheduler#nanoTime()};
   *     never less than that of the step before
   * @param sessionEpoch the session current after the step; 0 when there was none yet
   * @param step the row of the table
   */
  void recorded(long nanoTime, long sessionEpoch, Step step);

  /**
   * Called for each fact, and each firing of a timer, that was dropped as stale.
   *
   * @param nanoTime as for a step
   * @param sessionEpoch the session that the fact belongs to
   * @param event the fact
   * @param undone what is carried out on that session to undo a success that came too late;
   *     otherwise empty
   */
  default void stale(long nanoTime, long sessionEpoch, Event event, List<Effect> undone) {}

  /**
   * Called before anything else for a connection that is restored from a snapshot.
   *
   * @param nanoTime the time of the restoration
   * @param snapshot where the connection was
   * @param sinceLoss how long ago the links were lost that it had; all of it counts for its
   *     reconnect window
   * @param life the life that begins
   */
  default void restored(
      long nanoTime, ConnectionSnapshot snapshot, TimeAway sinceLoss, Life life) {}
}
