package io.mooring.room.testkit.call;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ConnectionListener;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.Engine;
import io.mooring.room.RoomConnection;
import io.mooring.room.TimeAway;
import io.mooring.room.testkit.SimulatedNetwork;
import io.mooring.room.testkit.SimulatedRoom;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * User A through one process or two: the connection, what it has stored, and the way to the room.
 */
final class UserA {

  private final VirtualTime time;
  private final SimulatedRoom room;
  private final Schedule schedule;
  private final Supplier<? extends Engine> engine;
  private final ConnectionListener listener;
  private final Runnable onAttempt;

  private ProcessTime process;
  private SimulatedNetwork network;
  private @Nullable ConnectionSnapshot stored;
  private long storedAt;
  private long diedAt;

  UserA(
      VirtualTime time,
      SimulatedRoom room,
      Schedule schedule,
      Supplier<? extends Engine> engine,
      ConnectionListener listener,
      Runnable onAttempt) {
    this.time = time;
    this.room = room;
    this.schedule = schedule;
    this.engine = engine;
    this.listener = listener;
    this.onAttempt = onAttempt;
    process = new ProcessTime(time);
    network = network();
  }

  private SimulatedNetwork network() {
    SimulatedNetwork created = new SimulatedNetwork(room, "A", process, schedule.detection());
    created.onAttempt(onAttempt);
    return created;
  }

  private RoomConnection.Builder builder() {
    ProcessTime mine = process;
    RoomConnection.Builder builder =
        RoomConnection.builder(network)
            .engine(engine)
            .scheduler(mine)
            .reconnectWindow(schedule.window())
            .listener(listener);
    if (schedule.loss() == Loss.DEATH) {
      builder.snapshots(
          snapshot -> {
            stored = snapshot;
            storedAt = time.nanoTime();
          });
    }
    return builder;
  }

  void join() {
    RoomConnection connection = builder().build();
    connection.initialize();
    connection.joinChannel("room", 1);
  }

  void lose() {
    if (schedule.loss() == Loss.DEATH) {
      process.die();
      diedAt = time.nanoTime();
      room.lose("A");
    } else {
      network.cut();
    }
  }

  void sleep() {
    process.sleep();
  }

  void back() {
    if (schedule.loss() == Loss.DEATH) {
      process = new ProcessTime(time);
      network = network();
      builder().restore(requireNonNull(stored), since(storedAt), since(diedAt)).build();
    } else {
      network.heal();
      process.wake();
    }
  }

  private TimeAway since(long then) {
    return TimeAway.exactly(Duration.ofNanos(time.nanoTime() - then));
  }
}
