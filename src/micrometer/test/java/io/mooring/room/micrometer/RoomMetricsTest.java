package io.mooring.room.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mooring.room.CallFailure;
import io.mooring.room.Registration;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The meters of a registry after the events of connections. */
final class RoomMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RoomMetrics metrics = new RoomMetrics(registry, Tags.of("app", "test"));
  private final List<CallFailure> failures = new ArrayList<>();
  private final SimulatedTransport network = new SimulatedTransport();
  private final VirtualTime time = VirtualTime.friendly();

  private RoomConnection connection() {
    RoomConnection connection =
        RoomConnection.builder(network)
            .scheduler(time)
            .onFailure(metrics.failures(failures::add))
            .build();
    connection.initialize();
    return connection;
  }

  private void state(Event fact) {
    network.sessions().get(network.sessions().size() - 1).report(fact);
  }

  private double connections(ConnectionState state) {
    return registry
        .get("mooring.room.connections")
        .tags("state", state.name(), "app", "test")
        .gauge()
        .value();
  }

  private double counted(String name, String... tags) {
    return registry.get(name).tags(tags).tag("app", "test").counter().count();
  }

  private double summed(String name) {
    return registry.get(name).tag("app", "test").functionCounter().count();
  }

  @Test
  void changesAreCountedByStateAndReason() {
    RoomConnection connection = connection();
    metrics.watch(connection);
    connection.joinChannel("lobby", 7);
    state(Event.JOINED);
    state(Event.SIGNAL_LOST);
    state(Event.REJOINED);
    state(Event.SIGNAL_LOST);
    state(Event.MEDIA_LOST);

    assertThat(
            counted("mooring.room.changes", "to", "RECONNECTING", "reason", "SIGNAL_DISCONNECTED"))
        .isEqualTo(2);
    assertThat(counted("mooring.room.changes", "to", "CONNECTED", "reason", "JOIN_SUCCEED"))
        .isEqualTo(1);
    assertThat(
            registry.find("mooring.room.changes").counters().stream().mapToDouble(c -> c.count()))
        .containsExactlyInAnyOrder(1.0, 1.0, 2.0, 1.0);
  }

  @Test
  void joinsAndEpisodesAreTimedByTheConnectionsClock() {
    RoomConnection connection = connection();
    metrics.watch(connection);
    connection.joinChannel("lobby", 7);
    time.advance(Duration.ofMillis(300));
    state(Event.PROXY_CONNECTING);
    time.advance(Duration.ofMillis(700));
    state(Event.JOINED);
    time.advance(Duration.ofSeconds(100));
    state(Event.MEDIA_LOST);
    time.advance(Duration.ofSeconds(7));
    connection.leaveChannel();

    Timer joins = registry.get("mooring.room.joins").tag("to", "CONNECTED").timer();
    assertThat(joins.count()).isEqualTo(1);
    assertThat(joins.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(1000);
    Timer episodes = registry.get("mooring.room.reconnects").tag("reason", "LEAVE_CHANNEL").timer();
    assertThat(episodes.count()).isEqualTo(1);
    assertThat(episodes.totalTime(TimeUnit.SECONDS)).isEqualTo(7);
    assertThat(registry.find("mooring.room.joins").timers()).hasSize(1);
    assertThat(registry.find("mooring.room.reconnects").timers()).hasSize(1);
  }

  @Test
  void connectionsAreCountedWhereTheyAreNow() {
    RoomConnection one = connection();
    RoomConnection two = connection();
    metrics.watch(one);
    Registration second = metrics.watch(two);
    one.joinChannel("lobby", 7);

    assertThat(connections(ConnectionState.CONNECTING)).isEqualTo(1);
    assertThat(connections(ConnectionState.DISCONNECTED)).isEqualTo(1);
    second.close();
    assertThat(connections(ConnectionState.DISCONNECTED)).isZero();
    state(Event.JOINED);
    assertThat(connections(ConnectionState.CONNECTED)).isEqualTo(1);
    assertThat(connections(ConnectionState.CONNECTING)).isZero();
  }

  @Test
  void staleFactsAndAttemptsAddUpOverAllConnections() {
    RoomConnection before = connection();
    strayFact(before);
    Registration first = metrics.watch(before);
    RoomConnection other = connection();
    metrics.watch(other);
    assertThat(summed("mooring.room.facts.stale")).isZero();

    strayFact(before);
    strayFact(other);
    strayFact(other);
    first.close();
    strayFact(before);
    assertThat(summed("mooring.room.facts.stale")).isEqualTo(3);

    other.joinChannel("lobby", 7);
    state(Event.JOINED);
    state(Event.MEDIA_LOST);
    assertThat(summed("mooring.room.reconnect.attempts")).isEqualTo(1);
    time.advance(Duration.ofSeconds(20));
    assertThat(summed("mooring.room.reconnect.attempts"))
        .isEqualTo((double) other.reconnectAttempts())
        .isGreaterThan(2);
  }

  /** A fact of a session that is over and was followed by another one. */
  private void strayFact(RoomConnection connection) {
    connection.joinChannel("lobby", 7);
    SimulatedTransport.Session old = network.sessions().get(network.sessions().size() - 1);
    connection.switchChannel("hall", 7);
    old.report(Event.MEDIA_LOST);
    connection.leaveChannel();
  }

  @Test
  void failuresAreCountedByWhoFailedAndPassedOn() {
    RoomConnection connection = connection();
    connection.addListener(
        change -> {
          throw new IllegalStateException("for a test");
        });
    connection.joinChannel("lobby", 7);
    connection.leaveChannel();

    assertThat(counted("mooring.room.failures", "callee", "LISTENER")).isEqualTo(2);
    assertThat(failures).hasSize(2);
  }

  @Test
  void aConnectionThatNobodyHasAnyMoreIsLetGo() throws InterruptedException {
    WeakReference<RoomConnection> gone = new WeakReference<>(watched());
    for (int i = 0; gone.get() != null && i < 100; i++) {
      System.gc();
      Thread.sleep(10);
    }

    assertThat(gone.get()).isNull();
    assertThat(connections(ConnectionState.DISCONNECTED)).isZero();
    assertThat(summed("mooring.room.facts.stale")).isZero();
  }

  private RoomConnection watched() {
    RoomConnection connection = connection();
    metrics.watch(connection);
    return connection;
  }

  @Test
  void everyMeterHasADescription() {
    RoomConnection connection = connection();
    metrics.watch(connection);
    connection.addListener(
        change -> {
          throw new IllegalStateException("for a test");
        });
    connection.joinChannel("lobby", 7);
    state(Event.JOINED);
    state(Event.MEDIA_LOST);
    connection.leaveChannel();

    assertThat(registry.getMeters().stream().map(meter -> meter.getId().getName()).distinct())
        .hasSize(7);
    for (Meter meter : registry.getMeters()) {
      assertThat(meter.getId().getName()).startsWith("mooring.room.");
      assertThat(meter.getId().getDescription()).isNotBlank();
    }
  }
}
