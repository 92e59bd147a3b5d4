package io.mooring.room.cli;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ConnectionChange;
import io.mooring.room.RoomConnection;
import io.mooring.room.TimeAway;
import io.mooring.room.janus.JanusFault;
import io.mooring.room.janus.JanusObserver;
import io.mooring.room.janus.JanusTransport;
import io.mooring.room.janus.Participant;
import io.mooring.room.janus.Secret;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.trace.TraceWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code probe}: a client in a real room, which prints the changes of its connection.
 */
@Command(
    name = "probe",
    description = {
      "Joins a room of a Janus server, and prints the changes of the connection, with the time of",
      "day, until Ctrl-C. It sends and receives no media. See src/docs/guide/janus.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring probe ws://127.0.0.1:8188 --room 1234",
      "  ./mooring probe wss://janus.example.org/ws --room 1234 --for 1m --trace probe.ndjson",
      "  ./mooring probe ws://127.0.0.1:8188 --room 1234 --snapshot probe.snapshot"
    })
final class ProbeCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'", Locale.ROOT);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration TO_LEAVE = Duration.ofSeconds(8);

  /** How often a snapshot is stored where nothing happens: it says when the process died. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

  private final Shell shell;

  /** Whether notifications are about this process rather than the end of an earlier one. */
  private volatile boolean begun;

  private final CountDownLatch ended = new CountDownLatch(1);

  @Parameters(
      paramLabel = "URL",
      arity = "0..1",
      description = "The server's WebSocket: ws://HOST:PORT or wss://HOST/PATH.")
  private @Nullable URI server;

  @Option(names = "--room", paramLabel = "ROOM", description = "The room's id.")
  private @Nullable String room;

  @Option(
      names = "--user",
      paramLabel = "ID",
      description = "The user's id, a number. Default: a random one.")
  private @Nullable Long user;

  @Option(names = "--display", paramLabel = "NAME", description = "The name that others see.")
  private @Nullable String display;

  @Option(
      names = "--pin-file",
      paramLabel = "FILE",
      description = "The file with the room's pin, if it has one: alone, on one line.")
  private @Nullable Path pinFile;

  @Option(
      names = "--text-ids",
      description = "Rooms and users of the server have texts as ids (string_ids).")
  private boolean textIds;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "Leave after this time: 30s, 10m. By default at Ctrl-C.")
  private @Nullable Duration time;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Write each step here, for 'mooring validate'.")
  private @Nullable Path trace;

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description =
          "Store the state of the connection in this file, and restore it from there"
              + " if the file exists, after a probe that was killed. Keep it secret: with it"
              + " one can take over the session. A probe that leaves the room removes it.")
  private @Nullable Path snapshot;

  ProbeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (server == null) {
      throw new UsageException(
          "there is no URL of a server", "'mooring probe --help' shows examples.");
    }
    if (!"ws".equals(server.getScheme()) && !"wss".equals(server.getScheme())) {
      throw new UsageException(
          server + " is no address of a WebSocket", "Begin it with ws:// or wss://.");
    }
    if (room == null) {
      throw new UsageException("there is no room to join", "Say --room ROOM.");
    }
    if (!textIds && !room.matches("[0-9]{1,18}")) {
      throw new UsageException(
          "the room " + room + " is no number",
          "Say --text-ids if the server's rooms have texts as ids.");
    }
    SnapshotFile file =
        snapshot == null ? null : new SnapshotFile(shell.resolve(snapshot), snapshot.toString());
    Optional<SnapshotFile.Stored> earlier = file == null ? Optional.empty() : file.read();
    earlier.ifPresent(this::requireTheSame);
    try (JanusTransport transport = transport(server);
        TraceWriter steps = trace == null ? null : TraceWriter.to(shell.resolve(trace))) {
      RoomConnection connection = connection(transport, steps, file, earlier);
      return probe(connection, transport, file, room);
    }
  }

  /** Checks that a restored connection is for the same room and user. */
  private void requireTheSame(SnapshotFile.Stored earlier) {
    earlier
        .snapshot()
        .request()
        .ifPresent(
            was -> {
              boolean same = user == null || user == was.uid();
              if (!was.channelName().equals(room) || !same) {
                throw new UsageException(
                    snapshot + " is of the room " + Shell.plain(was.toString()),
                    "Name that room and user, or another file.");
              }
              user = was.uid();
            });
  }

  private RoomConnection connection(
      JanusTransport transport,
      @Nullable TraceWriter steps,
      @Nullable SnapshotFile file,
      Optional<SnapshotFile.Stored> earlier) {
    RoomConnection.Builder builder =
        RoomConnection.builder(transport)
            .onFailure(
                failure -> shell.warn(now() + "  " + failure.call() + ": " + failure.cause()));
    if (steps != null) {
      builder.recorder(steps);
    }
    if (file != null) {
      builder.snapshots(now -> file.write(() -> now));
    }
    earlier.ifPresent(
        stored ->
            builder.restore(
                stored.snapshot(),
                TimeAway.exactly(stored.age()),
                // A snapshot was stored every now and then until the process died.
                TimeAway.atMost(stored.age())));
    RoomConnection connection = builder.listener(this::print).build();
    begun = true;
    return connection;
  }

  private int probe(
      RoomConnection connection,
      JanusTransport transport,
      @Nullable SnapshotFile file,
      String channel)
      throws InterruptedException, IOException {
    if (connection.getConnectionState() == ConnectionState.RECONNECTING) {
      shell.say(now() + "  continues from " + snapshot);
    } else {
      connection.initialize();
      connection.joinChannel(channel, user == null ? someUser() : user);
    }
    long begin = System.nanoTime();
    long stored = begin;
    boolean over = false;
    while (!over && !shell.interrupts().requested() && !timeIsUp(begin)) {
      over = ended.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
      if (file != null && System.nanoTime() - stored >= SIGN_OF_LIFE.toNanos()) {
        stored = System.nanoTime();
        signOfLife(file, connection);
      }
    }
    leave(connection, transport);
    if (file != null) {
      file.remove();
    }
    return exitCode(over);
  }

  static int exitCode(boolean ended) {
    return ended ? 1 : 0;
  }

  private void signOfLife(SnapshotFile file, RoomConnection connection) {
    try {
      file.write(connection::capture);
    } catch (UncheckedIOException failure) {
      shell.warn(now() + "  " + failure.getMessage() + ": " + failure.getCause());
    }
  }

  /** Waits for the server: it would keep the user of a process that just ends. */
  private void leave(RoomConnection connection, JanusTransport transport)
      throws InterruptedException {
    var left = connection.leaveChannel().outcome().toCompletableFuture();
    transport.close();
    var heard = transport.closed().toCompletableFuture();
    try {
      CompletableFuture.allOf(left, heard).get(TO_LEAVE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      shell.warn("the server may not know that the user left: " + e);
    }
    connection.release();
  }

  private boolean timeIsUp(long begin) {
    return time != null && System.nanoTime() - begin >= time.toNanos();
  }

  /** A session that is over is not begun again: a probe says that it is over. */
  private void print(ConnectionChange change) {
    shell.say(
        now()
            + "  "
            + change.to()
            + " ("
            + change.reason()
            + ")"
            + (change.elapsed().isZero() ? "" : " after " + seconds(change.elapsed()))
            + (change.repeated() ? ", once more" : ""));
    boolean isOver =
        change.to() == ConnectionState.FAILED || change.to() == ConnectionState.DISCONNECTED;
    if (isOver && begun) {
      ended.countDown();
    }
  }

  private JanusTransport transport(URI address) throws IOException {
    JanusTransport.Builder builder = JanusTransport.builder(address).observer(new Observer());
    ProxySelector proxies = ProxySelector.getDefault();
    if (proxies != null) {
      builder.proxy(proxies);
    }
    if (display != null) {
      builder.display(display);
    }
    if (pinFile != null) {
      String pin = Files.readString(shell.existing(pinFile)).strip();
      if (pin.isEmpty()) {
        throw new UsageException(pinFile + " is empty", "Write the room's pin into it.");
      }
      builder.pin(Secret.of(pin));
    }
    return (textIds ? builder.textIds() : builder).build();
  }

  /** Not the one of another probe, most likely. */
  private static long someUser() {
    return ThreadLocalRandom.current().nextLong(1, 1L << 40);
  }

  private static String now() {
    return LocalTime.now(ZoneOffset.UTC).format(TIME);
  }

  private static String seconds(Duration elapsed) {
    return String.format(Locale.ROOT, "%d.%03d s", elapsed.toSeconds(), elapsed.toMillisPart());
  }

  /** Observes events of the server beyond the connection's own. */
  private final class Observer implements JanusObserver {
    @Override
    public void arrived(ChannelRequest request, Participant participant) {
      shell.say(now() + "  " + named(participant) + " is in the room");
    }

    @Override
    public void departed(ChannelRequest request, Participant participant) {
      shell.say(now() + "  " + named(participant) + " has gone");
    }

    @Override
    public void fault(JanusFault fault) {
      shell.warn(now() + "  " + fault.kind() + ": " + fault.text());
    }

    private String named(Participant participant) {
      return "user "
          + Shell.plain(participant.id())
          + participant.display().map(name -> " \"" + Shell.plain(name) + "\"").orElse("");
    }
  }
}
