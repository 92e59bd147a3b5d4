package io.mooring.room.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.RoomConnection;
import io.mooring.room.benchmarks.subject.IdleNetwork;
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
}
