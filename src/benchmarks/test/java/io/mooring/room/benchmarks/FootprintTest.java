package io.mooring.room.benchmarks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ConnectionListener;
import io.mooring.room.Registration;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomScheduler;
import io.mooring.room.benchmarks.subject.IdleNetwork;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** The heap that an idle connection occupies, counted object by object. */
final class FootprintTest {

  /** The bytes it occupies; a change that adds to them must change this figure. */
  private static final long MOST_BYTES = 344;

  /**
   * The same while it reconnects, its transport included, and without what its timers are to a
   * scheduler: a million that lose the network at once are to fit into 1.1 GB.
   */
  private static final long MOST_BYTES_RECONNECTING = 960;

  private static final RoomScheduler NO_TIMERS = new NoTimers();
  private static final ConnectionListener LISTENER = change -> {};

  private final IdleNetwork network = new IdleNetwork();

  @Test
  void anIdleConnectionIsSmall() {
    GraphLayout own = own(() -> RoomConnection.builder(network).build());

    assertThat(own.totalSize()).as(own.toFootprint()).isPositive().isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void aConnectionThatReconnectsIsSmall() {
    GraphLayout own = own(FootprintTest::reconnecting);

    assertThat(own.totalSize())
        .as(own.toFootprint())
        .isGreaterThan(MOST_BYTES)
        .isLessThanOrEqualTo(MOST_BYTES_RECONNECTING);
  }

  /** What one has for itself: what it shares with another is not counted. */
  private static GraphLayout own(Supplier<RoomConnection> connections) {
    RoomConnection one = connections.get();
    RoomConnection two = connections.get();
    return GraphLayout.parseInstance(one, two).subtract(GraphLayout.parseInstance(one));
  }

  private static RoomConnection reconnecting() {
    IdleNetwork network = new IdleNetwork();
    RoomConnection connection =
        RoomConnection.builder(network)
            .scheduler(NO_TIMERS)
            .reconnectWindow(Timing.WINDOW_AT_LEAST)
            .build();
    connection.addListener(LISTENER);
    connection.initialize();
    connection.joinChannel("lobby", 7);
    RoomFacts facts = requireNonNull(network.facts());
    facts.joined();
    facts.mediaLost();
    assertThat(connection.getConnectionState()).isEqualTo(ConnectionState.RECONNECTING);
    return connection;
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
        .noneMatch(type -> type.getName().equals("io.mooring.room.Delivery"));
  }

  /** A clock that stands, and timers of which nothing is kept. */
  private static final class NoTimers implements RoomScheduler {
    private final Cancellable nothing = () -> {};

    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
      return nothing;
    }
  }
}
