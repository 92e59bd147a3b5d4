package io.mooring.room.concurrency;

import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.SnapshotStore;
import io.mooring.room.spec.ConnectionState;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * A room with a snapshot store, which must hold every step before it is carried out, notified or
 * returned.
 */
public class StoredRoom extends WatchedRoom {

  private final Disk disk;

  /** What is stored; calls come one at a time. */
  private static final class Disk implements SnapshotStore {
    private final List<ConnectionSnapshot> kept = new ArrayList<>();
    private boolean atIt;
    private boolean twice;

    @Override
    public void save(ConnectionSnapshot snapshot) {
      twice |= atIt;
      atIt = true;
      kept.add(snapshot);
      atIt = false;
    }

    ConnectionSnapshot last() {
      return kept.get(kept.size() - 1);
    }
  }

  /** A room with an empty disk. */
  public StoredRoom() {
    this(new Disk());
  }

  private StoredRoom(Disk disk) {
    super(builder -> builder.snapshots(disk));
    this.disk = disk;
    room.whenAsked(
        () ->
            requireStored(
                disk.last().location().state() != ConnectionState.RECONNECTING, "is carried out"));
  }

  @Override
  void during(ConnectionChange change) {
    requireStored(disk.last().changes() >= change.sequence(), "is told");
  }

  /** A leave that must be stored when it returns. */
  @Operation
  public void leaveForGood() {
    leave();
    requireStored(
        disk.last().location().state() == ConnectionState.DISCONNECTED, "has returned to its user");
  }

  private void requireStored(boolean stored, String what) {
    if (!stored) {
      room.isWrong("What is not stored " + what);
    }
    if (disk.twice) {
      room.isWrong("Two snapshots are stored at once");
    }
  }
}
