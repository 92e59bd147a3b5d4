package io.mooring.room.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.Registration;
import io.mooring.room.RoomConnection;
import io.mooring.room.benchmarks.subject.IdleNetwork;
import io.mooring.room.spec.ConnectionState;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** What a connection that nobody uses keeps in the heap, walked object by object. */
final class FootprintTest {

  /** What it keeps today: whoever adds to it should know. */
  private static final long MOST_BYTES = 256;

  private final IdleNetwork network = new IdleNetwork();

  @Test
  void anIdleConnectionIsSmall() {
    RoomConnection one = RoomConnection.builder(network).build();
    RoomConnection two = RoomConnection.builder(network).build();

    // What both reach is not counted twice.
    GraphLayout both = GraphLayout.parseInstance(one, two);
    GraphLayout own = both.subtract(GraphLayout.parseInstance(one));

    assertThat(own.totalSize()).as(own.toFootprint()).isPositive().isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void aRushLeavesNothingBehind() {
    RoomConnection connection = RoomConnection.builder(network).build();
    connection.initialize();
    Registration listening =
        connection.addListener(
            change -> {
              if (change.sequence() == 1) {
                // What is decided in a callback waits until the callback has returned.
                for (int i = 0; i < 500; i++) {
                  connection.leaveChannel();
                  connection.joinChannel("lobby", 7);
                }
                connection.leaveChannel();
              }
            });

    connection.joinChannel("lobby", 7);

    listening.close();
    assertThat(connection.getConnectionState()).isEqualTo(ConnectionState.DISCONNECTED);
    // The rest of the graph are classes, which load what they need when they are used.
    GraphLayout left = GraphLayout.parseInstance(connection);
    assertThat(left.getClassCounts().keys())
        .as(left.toFootprint())
        .noneMatch(type -> type.getName().equals("io.mooring.room.Entry"));
  }
}
