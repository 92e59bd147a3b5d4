package io.mooring.room.janus;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.ChannelRequest;
import io.mooring.room.CommandResult;
import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.ReconnectPolicy;
import io.mooring.room.RoomConnection;
import io.mooring.room.TimeAway;
import io.mooring.room.harness.trace.ConnectionTraces;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Timing;
import io.mooring.room.trace.TraceWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A user with a connection over the transport that is tested. It records what it decides; closing
 * it checks all of that against the specification.
 */
final class Client implements AutoCloseable {
  private static final ReconnectPolicy PACE = new Pace();

  final long id;
  final JanusTransport transport;
  final RoomConnection connection;

  /** The notifications, as {@code STATE REASON}. */
  final List<String> told = new CopyOnWriteArrayList<>();

  /** The observations of other users, as {@code arrived ID} and {@code departed ID}. */
  final List<String> seen = new CopyOnWriteArrayList<>();

  final List<String> faults = new CopyOnWriteArrayList<>();

  /** The latest snapshot that was stored. */
  final AtomicReference<@Nullable ConnectionSnapshot> stored = new AtomicReference<>();

  private final Path trace;
  private final TraceWriter writer;

  private final @Nullable TimedRun run;

  /** Whether the transport is this client's own. */
  private final boolean alone;

  Client(long id, URI server) {
    this(id, server, builder -> builder);
  }

  Client(long id, URI server, UnaryOperator<JanusTransport.Builder> with) {
    this(id, with.apply(JanusTransport.builder(server)));
  }

  Client(long id, JanusTransport.Builder builder) {
    this(id, secrets(builder), null, PACE, null);
  }

  /** A client that goes on where one was whose process has died. */
  Client(long id, URI server, ConnectionSnapshot snapshot) {
    this(id, secrets(JanusTransport.builder(server)), null, PACE, snapshot);
  }

  /** A client over a shared transport: it observes no other users. */
  Client(long id, JanusTransport shared, ReconnectPolicy policy) {
    this(id, null, shared, policy, null);
  }

  static JanusTransport.Builder secrets(JanusTransport.Builder builder) {
    return builder
        .pin(Secret.of(RealJanus.PIN))
        .apiSecret(Secret.of(RealJanus.API_SECRET))
        .connectTimeout(Duration.ofSeconds(10));
  }

  private Client(
      long id,
      JanusTransport.@Nullable Builder builder,
      @Nullable JanusTransport shared,
      ReconnectPolicy policy,
      @Nullable ConnectionSnapshot snapshot) {
    this.id = id;
    alone = shared == null;
    transport = shared == null ? requireNonNull(builder).observer(new Seen()).build() : shared;
    try {
      trace = Files.createTempFile("mooring-janus", ".ndjson");
      writer = TraceWriter.to(trace);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    if (snapshot == null) {
      run = new TimedRun();
      connection =
          run.around(RoomConnection.builder(run.transport(transport)), writer)
              .reconnectPolicy(policy)
              .snapshots(stored::set)
              .build();
      run.watch(connection);
      connection.addListener(run.listener(this::changed));
      connection.initialize();
    } else {
      // The timed specification knows no process that dies.
      run = null;
      connection =
          RoomConnection.builder(transport)
              .recorder(writer)
              .reconnectPolicy(policy)
              .listener(this::changed)
              .snapshots(stored::set)
              .restore(snapshot, TimeAway.exactly(Duration.ZERO))
              .build();
    }
  }

  /** Attempts as long as they may be but for a second, and short pauses. */
  private static final class Pace implements ReconnectPolicy {
    @Override
    public Duration timeLimit(int attempt) {
      return Timing.ATTEMPT_AT_MOST.minusSeconds(1);
    }

    @Override
    public Duration backOff(int failed, double random) {
      return Timing.BACK_OFF_AT_LEAST;
    }
  }

  private void changed(ConnectionChange change) {
    told.add(change.to() + " " + change.reason());
  }

  CommandResult join(String room) {
    return connection.joinChannel(room, id);
  }

  /** Joins and waits until it is in the room. */
  Client in(String room) {
    join(room);
    await(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED);
    return this;
  }

  /** Joins once more, and is only notified of the success. */
  void comesBack(String room) {
    told.clear();
    in(room);
    assertThat(told).containsExactly("CONNECTING JOIN_CHANNEL", "CONNECTED JOIN_SUCCEED");
  }

  /** Waits until it was told this, and for the first time or once more. */
  void await(ConnectionState state, ConnectionReason reason) {
    String wanted = state + " " + reason;
    Waiting.until(
        () -> told.contains(wanted), () -> wanted + "; told " + told + ", faults " + faults);
  }

  void awaitState(ConnectionState state) {
    Waiting.until(
        () -> connection.getConnectionState() == state,
        () -> state + "; told " + told + ", faults " + faults);
  }

  /** Waits until it has seen exactly this of another user. */
  void sees(Client other, String... what) {
    List<String> wanted = List.of(what);
    Waiting.until(
        () -> of(other).equals(wanted), () -> wanted + " of " + other.id + ", but " + of(other));
  }

  List<String> of(Client other) {
    return seen.stream()
        .filter(one -> one.endsWith(" " + other.id))
        .map(one -> one.substring(0, one.indexOf(' ')))
        .toList();
  }

  /** Whether a fault began with these words. */
  boolean met(String words) {
    return faults.stream().anyMatch(fault -> fault.startsWith(words));
  }

  void leave() {
    connection.leaveChannel();
  }

  @Override
  public void close() {
    connection.release();
    if (alone) {
      transport.close();
    }
    try {
      writer.close();
      ValidationReport report =
          ConnectionTraces.validate(List.of(trace), TraceValidator.Options.DEFAULT);
      Files.delete(trace);
      assertThat(report.rejections()).as("trace of %s", connection).isEmpty();
      assertThat(report.faults()).isEmpty();
      assertThat(report.cut()).isEmpty();
      assertThat(report.entries()).isPositive();
      if (run != null) {
        run.record().requireExplained();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private final class Seen implements JanusObserver {
    @Override
    public void arrived(ChannelRequest request, Participant participant) {
      seen.add("arrived " + participant.id());
    }

    @Override
    public void departed(ChannelRequest request, Participant participant) {
      seen.add("departed " + participant.id());
    }

    @Override
    public void fault(JanusFault fault) {
      faults.add(fault.kind() + " " + fault.text());
    }
  }
}
