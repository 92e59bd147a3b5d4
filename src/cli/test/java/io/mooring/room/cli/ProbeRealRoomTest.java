package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ChannelRequest;
import io.mooring.room.RoomConnection;
import io.mooring.room.janus.JanusObserver;
import io.mooring.room.janus.JanusTransport;
import io.mooring.room.janus.Participant;
import io.mooring.room.spec.ReturnCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code probe} in a room of a real server, with another user who looks on. */
@Tag("real-server")
final class ProbeRealRoomTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path folder;
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private LocalJanus server;
  private JanusTransport transport;
  private RoomConnection other;

  ProbeRealRoomTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void anotherUserIsInTheRoom() throws Exception {
    server = LocalJanus.start(Files.createDirectory(folder.resolve("janus")));
    transport =
        JanusTransport.builder(server.address()).display("other").observer(new Seen()).build();
    other = RoomConnection.builder(transport).build();
    other.initialize();
    assertThat(other.joinChannel(LocalJanus.ROOM, 2).outcome().toCompletableFuture().join())
        .isEqualTo(ReturnCode.OK);
  }

  @AfterEach
  void end() {
    other.release();
    transport.close();
    server.close();
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
  }

  private String[] probe(String... more) {
    String[] first = {
      "probe",
      server.address().toString(),
      "--room",
      LocalJanus.ROOM,
      "--user",
      "7",
      "--trace",
      "probe.ndjson"
    };
    String[] all = List.of(first).toArray(new String[first.length + more.length]);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  @Test
  void aRoomIsJoinedWatchedAndLeftAfterATime() {
    Called probe = Called.from(folder, probe("--for", "2s", "--display", "probe"));

    probe.succeeds();
    assertThat(probe.out().lines().map(line -> line.replaceFirst("^\\S+  ", "")))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("CONNECTING (JOIN_CHANNEL)"),
            line -> assertThat(line).startsWith("CONNECTED (JOIN_SUCCEED) after "),
            line -> assertThat(line).isEqualTo("user 2 \"other\" is in the room"),
            line -> assertThat(line).startsWith("DISCONNECTED (LEAVE_CHANNEL)"));
    await(() -> seen.equals(List.of("arrived 7", "departed 7")));
    Called.from(folder, "validate", "probe.ndjson").succeeds();
  }

  @Test
  void ctrlCLeavesTheRoom() throws Exception {
    Path out = folder.resolve("out");
    Process process = inAProcess(out, probe());
    await(() -> seen.equals(List.of("arrived 7")));
    await(() -> text(out).contains("CONNECTED"));

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(text(out)).contains("DISCONNECTED (LEAVE_CHANNEL)");
    // The server would keep a session that was only cut for a minute.
    long began = System.nanoTime();
    await(() -> seen.equals(List.of("arrived 7", "departed 7")));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    Called.from(folder, "validate", "probe.ndjson").succeeds();
  }

  @Test
  void aServerThatDiesAndComesBackIsToldAsItHappens() throws Exception {
    Path out = folder.resolve("out");
    Process process = inAProcess(out, probe());
    await(() -> text(out).contains("CONNECTED"));
    server.close();
    await(() -> text(out).contains("RECONNECTING (SIGNAL_DISCONNECTED)"));
    server = server.again(Files.createDirectory(folder.resolve("again")));
    await(() -> text(out).contains("CONNECTED (REJOIN_SUCCEED) after "));

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    Called.from(folder, "validate", "probe.ndjson").succeeds();
  }

  @Test
  void whoWasKilledGoesOnAndNobodyHasSeenIt() throws Exception {
    Path snapshot = killedInTheRoom();
    Path out = folder.resolve("again");
    Process again = inAProcess(out, probe("--snapshot", "probe.snapshot"));
    await(() -> text(out).contains("CONNECTED (REJOIN_SUCCEED)"));
    assertThat(text(out)).contains("continues from probe.snapshot").doesNotContain("JOIN_CHANNEL");
    assertThat(seen).containsExactly("arrived 7");

    leaves(again);
    await(() -> seen.equals(List.of("arrived 7", "departed 7")));
    assertThat(snapshot).doesNotExist();
    Called.from(folder, "validate", "probe.ndjson").succeeds();
  }

  /** The server has the dead user in the room for longer than the window lasts. */
  @Test
  void whoWasKilledAndComesTooLateJoinsAgainAndIsNotInTheirOwnWay() throws Exception {
    Path snapshot = killedInTheRoom();
    Files.setLastModifiedTime(snapshot, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    Path out = folder.resolve("again");
    Process again = inAProcess(out, probe("--snapshot", "probe.snapshot"));
    // The first line says CONNECTED (JOIN_SUCCEED) of the first life once more.
    String joined = "(?s).*CONNECTING \\(JOIN_CHANNEL\\).* CONNECTED \\(JOIN_SUCCEED\\).*";
    await(() -> text(out).matches(joined));
    assertThat(text(out))
        .contains("FAILED (TIME_OUT)", "CONNECTING (JOIN_CHANNEL)")
        .doesNotContain("REJOIN_SUCCEED", "SAME_USER");
    await(() -> seen.equals(List.of("arrived 7", "departed 7", "arrived 7")));

    leaves(again);
    Called.from(folder, "validate", "probe.ndjson").succeeds();
  }

  private Path killedInTheRoom() throws Exception {
    Path out = folder.resolve("killed");
    Path snapshot = folder.resolve("probe.snapshot");
    Process process = inAProcess(out, probe("--snapshot", "probe.snapshot"));
    await(() -> text(out).contains("CONNECTED (JOIN_SUCCEED)"));
    await(() -> text(snapshot).contains("CONNECTED") && text(snapshot).contains("token"));
    assertThat(Files.getPosixFilePermissions(snapshot))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    new ProcessBuilder("kill", "-9", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(text(snapshot)).contains("CONNECTED");
    assertThat(seen).containsExactly("arrived 7");
    String token =
        text(snapshot).lines().filter(line -> line.startsWith("token")).findFirst().get();
    assertThat(text(out)).doesNotContain(token);
    return snapshot;
  }

  private static void leaves(Process process) throws Exception {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
  }

  private Process inAProcess(Path out, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                // Tests that run in the background may ignore the signal of Ctrl-C.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Mooring.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  private void await(BooleanSupplier reached) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("seen %s; %s", seen, text(folder.resolve("out")))
          .isLessThan(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      }
    }
  }
}
