package io.mooring.room;

/**
 * Keeps the snapshots of a connection, so that a later process can be restored from the latest one:
 * {@link RoomConnection.Builder#snapshots}.
 *
 * <p>It is called after each decided change, with no lock held, before the effects of the change
 * are carried out and before listeners are notified; and again when they were notified. Calls come
 * one at a time and in order. What {@link #save} throws is reported to the {@link FailureHandler},
 * and the connection continues.
 *
 * <p>While it runs, effects, callbacks and the commands of other threads wait for it; facts are
 * decided, and timers run. It must not wait for a thread that calls a command.
 */
@FunctionalInterface
public interface SnapshotStore {

  /**
   * Keeps a snapshot in place of the one before. It may hold a {@link ConnectionSnapshot#token()
   * secret}.
   *
   * @throws Exception when it cannot be kept
   */
  void save(ConnectionSnapshot snapshot) throws Exception;
}
