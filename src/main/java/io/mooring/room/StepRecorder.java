package io.mooring.room;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import java.util.List;

/**
 * A witness of everything that a room connection decides, in the order of decision: steps that were
 * taken, ignored and refused.
 *
 * <p>A step is recorded before its changes are told, so that what an application knows is in the
 * trace; one at a time, in order, and with no lock held. Effects do not wait for it: on one thread
 * a step is recorded once they were carried out. A recorder that stalls keeps later records and
 * callbacks waiting, and nothing else. Unlike listeners, a recorder still hears of what follows a
 * release. What it throws is reported to the connection's {@link FailureHandler}.
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
   * Called before anything else for a connection that goes on from a snapshot.
   *
   * @param nanoTime the time of the restoring
   * @param snapshot where the connection was
   * @param sinceLoss how long ago the links were lost that it had; all of it counts for its
   *     reconnect window
   * @param life the life that begins
   */
  default void restored(
      long nanoTime, ConnectionSnapshot snapshot, TimeAway sinceLoss, Life life) {}
}
