package io.mooring.room;

/**
 * Where a connection's snapshots are kept, so that a later process can go on from the latest one:
 * {@link RoomConnection.Builder#snapshots}.
 *
 * <p>It is called after each decided change, with no lock held, before the effects of the change
 * are carried out and before it is told; and once more when it was told. Calls come one at a time
 * and in order. What {@link #save} throws is reported to the {@link FailureHandler}, and the
 * connection goes on.
 *
 * <p>While it runs, effects, callbacks and the commands of other threads wait for it; facts are
 * decided, and timers run. It must not wait for a thread that gives a command.
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
