package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.spec.Location;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code probe}, as far as it goes without a server. */
final class ProbeCommandTest {

  private final Path folder;

  ProbeCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatIsMissingIsNamed() {
    Called.from(folder, "probe").isRefused("there is no URL of a server");
    Called.from(folder, "probe", "ws://127.0.0.1:9").isRefused("there is no room", "--room ROOM");
  }

  @Test
  void anAddressOfAnotherKindIsRefused() {
    Called.from(folder, "probe", "http://127.0.0.1", "--room", "1")
        .isRefused("http://127.0.0.1 is no address of a WebSocket", "ws://");
  }

  @Test
  void aRoomThatIsNoNumberIsRefusedUnlessIdsAreTexts() {
    Called.from(folder, "probe", "ws://127.0.0.1:9", "--room", "lobby")
        .isRefused("lobby is no number", "--text-ids");
  }

  @Test
  void aPinThatIsNotThereIsRefused() throws IOException {
    Files.writeString(folder.resolve("pin"), "\n");

    Called.from(folder, "probe", "ws://127.0.0.1:9", "--room", "1", "--pin-file", "pin")
        .isRefused("pin is empty");
    Called.from(folder, "probe", "ws://127.0.0.1:9", "--room", "1", "--pin-file", "nowhere")
        .isRefused("there is no file nowhere");
  }

  private Called withSnapshot(String room) {
    return Called.from(
        folder, "probe", "ws://127.0.0.1:9", "--room", room, "--snapshot", "probe.snapshot");
  }

  @Test
  void aSnapshotThatCannotBeReadIsRefusedAndStays() throws IOException {
    Path file = folder.resolve("probe.snapshot");
    Files.writeString(file, "something else");
    withSnapshot("1").isRefused("probe.snapshot cannot be read", "Remove the file");
    Files.write(file, new byte[] {(byte) 0xff, 1});
    withSnapshot("1").isRefused("probe.snapshot", "Remove the file");
    assertThat(file).exists();
    Files.delete(file);
    Files.createDirectory(file);
    withSnapshot("1").isRefused("probe.snapshot is no file");
  }

  @Test
  void aSnapshotOfAnotherRoomIsRefused() throws IOException {
    ConnectionSnapshot snapshot =
        new ConnectionSnapshot(
            Location.CONNECTED, 2, 1, Optional.of(new ChannelRequest("2", 7)), Duration.ZERO);
    Files.writeString(folder.resolve("probe.snapshot"), snapshot.text());
    withSnapshot("1").isRefused("probe.snapshot is of the room \"2\" as user 7", "another file");
    Called.from(
            folder,
            "probe",
            "ws://127.0.0.1:9",
            "--room",
            "2",
            "--user",
            "8",
            "--snapshot",
            "probe.snapshot")
        .isRefused("probe.snapshot is of the room");
  }

  @Test
  void aProbeThatIsOverLeavesNoSnapshot() throws IOException {
    int port = nobodyListens();
    Called probe =
        Called.from(
            folder,
            "probe",
            "ws://127.0.0.1:" + port,
            "--room",
            "1",
            "--snapshot",
            "probe.snapshot");
    assertThat(probe.code()).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aServerThatIsDownIsToldAndTheTraceIsAccepted() throws IOException {
    int port = nobodyListens();

    Called probe =
        Called.from(
            folder, "probe", "ws://127.0.0.1:" + port, "--room", "1", "--trace", "probe.ndjson");

    assertThat(probe.code()).isEqualTo(1);
    assertThat(probe.out())
        .contains("CONNECTING (JOIN_CHANNEL)", "FAILED (JOIN_CHANNEL_FAILED) after ");
    assertThat(probe.err()).contains("LINK: not connected");
    Called.from(folder, "validate", "probe.ndjson").succeeds();
  }

  private static int nobodyListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
