package io.mooring.room.micrometer;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.mooring.room.ConnectionChange;
import io.mooring.room.FailureHandler;
import io.mooring.room.Registration;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionState;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts and times what room connections do:
 *
 * <table>
 * <caption>The meters</caption>
 * <tr><th>name</th><th>kind</th><th>tags</th><th>what</th></tr>
 * <tr><td>{@code mooring.room.changes}</td><td>counter</td><td>{@code to}, {@code reason}</td>
 *     <td>changes of which listeners were notified</td></tr>
 * <tr><td>{@code mooring.room.joins}</td><td>timer</td><td>{@code to}, {@code reason}</td>
 *     <td>from the join to its result</td></tr>
 * <tr><td>{@code mooring.room.reconnects}</td><td>timer</td><td>{@code to}, {@code reason}</td>
 *     <td>from the loss to the end of the reconnecting</td></tr>
 * <tr><td>{@code mooring.room.reconnect.attempts}</td><td>counter</td><td></td>
 *     <td>attempts to get back that were begun</td></tr>
 * <tr><td>{@code mooring.room.facts.stale}</td><td>counter</td><td></td>
 *     <td>facts, ends of attempts and firings of timers that were dropped as stale</td></tr>
 * <tr><td>{@code mooring.room.failures}</td><td>counter</td><td>{@code callee}</td>
 *     <td>failures of code that a connection called</td></tr>
 * <tr><td>{@code mooring.room.connections}</td><td>gauge</td><td>{@code state}</td>
 *     <td>connections that are watched</td></tr>
 * </table>
 *
 * <p>A connection is watched through its public methods and a listener, so that a command or fact
 * that changes nothing costs nothing. Times are by the connection's own clock. A release reports no
 * change, so a join or an episode that it ends is not timed.
 *
 * <p>Safe for use by any thread.
 */
public final class RoomMetrics {

  private static final String PREFIX = "mooring.room.";

  private final MeterProvider<Counter> changes;
  private final MeterProvider<Timer> joins;
  private final MeterProvider<Timer> reconnects;
  private final MeterProvider<Counter> failures;

  // Guarded by this object's lock.
  private final Set<Watch> watches = new LinkedHashSet<>();
  private long stale;
  private long attempts;

  /** Metrics in a registry, with no tags but their own. */
  public RoomMetrics(MeterRegistry registry) {
    this(registry, List.of());
  }

  /**
   * Metrics in a registry. One object is enough for all connections that have the same tags.
   *
   * @param tags what each meter has in addition to its own tags
   */
  public RoomMetrics(MeterRegistry registry, Iterable<Tag> tags) {
    requireNonNull(registry, "registry");
    Tags common = Tags.of(tags);
    changes =
        Counter.builder(PREFIX + "changes")
            .description("Changes of which listeners were notified")
            .tags(common)
            .withRegistry(registry);
    joins =
        Timer.builder(PREFIX + "joins")
            .description("From the join to its result")
            .tags(common)
            .withRegistry(registry);
    reconnects =
        Timer.builder(PREFIX + "reconnects")
            .description("From the loss to the end of the reconnecting")
            .tags(common)
            .withRegistry(registry);
    failures =
        Counter.builder(PREFIX + "failures")
            .description("Failures of code that a connection called")
            .tags(common)
            .withRegistry(registry);
    for (ConnectionState state : ConnectionState.values()) {
      Gauge.builder(PREFIX + "connections", () -> in(state))
          .description("Connections that are watched")
          .tags(common)
          .tag("state", state.name())
          .register(registry);
    }
    // The gauges keep this object alive for them.
    FunctionCounter.builder(PREFIX + "facts.stale", this, RoomMetrics::stale)
        .description("Facts, ends of attempts and firings of timers that were dropped as stale")
        .tags(common)
        .register(registry);
    FunctionCounter.builder(PREFIX + "reconnect.attempts", this, RoomMetrics::attempts)
        .description("Attempts to get back that were begun")
        .tags(common)
        .register(registry);
  }

  /**
   * Watches a connection from now on: once, or it counts twice. It is not kept alive by this; of
   * one that is dropped without closing the registration, what was counted since the last reading
   * of the meters is lost.
   *
   * @return the way to stop
   */
  public Registration watch(RoomConnection connection) {
    Watch watch = new Watch(requireNonNull(connection, "connection"));
    synchronized (this) {
      watches.add(watch);
    }
    return watch;
  }

  /**
   * A handler that counts failures, for {@link RoomConnection.Builder#onFailure}.
   *
   * @param next receives the failures as well, for example {@link FailureHandler#log()}
   */
  public FailureHandler failures(FailureHandler next) {
    requireNonNull(next, "next");
    return failure -> {
      failures.withTags("callee", failure.callee().name()).increment();
      next.onFailure(failure);
    };
  }

  private void count(ConnectionChange change) {
    Tags tags = Tags.of("to", change.to().name(), "reason", change.reason().name());
    changes.withTags(tags).increment();
    if (change.from() != change.to()) {
      if (change.from() == ConnectionState.CONNECTING) {
        joins.withTags(tags).record(change.elapsed());
      } else if (change.from() == ConnectionState.RECONNECTING) {
        reconnects.withTags(tags).record(change.elapsed());
      }
    }
  }

  private synchronized double in(ConnectionState state) {
    return watches.stream().filter(watch -> watch.isIn(state)).count();
  }

  private synchronized double stale() {
    read();
    return stale;
  }

  private synchronized double attempts() {
    read();
    return attempts;
  }

  /** Adds the counts since the last call, and discards connections that were collected. */
  private void read() {
    for (Iterator<Watch> each = watches.iterator(); each.hasNext(); ) {
      if (!each.next().read()) {
        each.remove();
      }
    }
  }

  private synchronized void end(Watch watch) {
    if (watches.remove(watch)) {
      watch.read();
    }
  }

  /** A connection that is watched, and how far its own counters were read. */
  private final class Watch implements Registration {
    private final WeakReference<RoomConnection> connection;
    private final Registration listening;
    private long staleRead;
    private long attemptsRead;

    Watch(RoomConnection connection) {
      this.connection = new WeakReference<>(connection);
      staleRead = connection.droppedStaleFacts();
      attemptsRead = connection.reconnectAttempts();
      listening = connection.addListener(RoomMetrics.this::count);
    }

    boolean isIn(ConnectionState state) {
      RoomConnection there = connection.get();
      return there != null && there.getConnectionState() == state;
    }

    /** False if the connection is gone. */
    boolean read() {
      RoomConnection there = connection.get();
      if (there == null) {
        return false;
      }
      long staleNow = there.droppedStaleFacts();
      long attemptsNow = there.reconnectAttempts();
      stale += staleNow - staleRead;
      attempts += attemptsNow - attemptsRead;
      staleRead = staleNow;
      attemptsRead = attemptsNow;
      return true;
    }

    @Override
    public void close() {
      listening.close();
      end(this);
    }
  }
}
