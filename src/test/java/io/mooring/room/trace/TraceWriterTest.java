package io.mooring.room.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CallFailure;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format of a trace, when it is flushed, and its behaviour on a full disk. */
final class TraceWriterTest {

  private final List<RoomFacts> sessions = new ArrayList<>();
  private final List<CallFailure> failures = new ArrayList<>();

  private RoomConnection tracedBy(TraceWriter trace) {
    RoomTransport transport =
        (request, facts) -> {
          sessions.add(facts);
          return new NoSession();
        };
    return RoomConnection.builder(transport).recorder(trace).onFailure(failures::add).build();
  }

  private static String withoutTimes(Object text) {
    return text.toString().replaceAll("\"nanos\":\\d+,", "");
  }

  @Test
  void aLineHasWhatWasDecidedInTheWordsOfTheSpecification() {
    StringWriter text = new StringWriter();
    RoomConnection connection = tracedBy(TraceWriter.to(text));
    connection.initialize();
    connection.joinChannel("lobby", 7);
    connection.joinChannel("lobby", 7);
    connection.leaveChannel();
    sessions.get(0).joined();

    assertThat(withoutTimes(text))
        .isEqualTo(
            """
            {"session":0,"event":"Initialize","from":"UNKNOWN","to":"DISCONNECTED","outcome":"taken","code":"OK","told":[],"effects":[]}
            {"session":1,"event":"JoinChannel","from":"DISCONNECTED","to":"CONNECTING","outcome":"taken","code":"OK","told":[{"state":"CONNECTING","reason":"JOIN_CHANNEL"}],"effects":["openTransport","armJoinTimeout"]}
            {"session":1,"event":"JoinChannel","from":"CONNECTING","to":"CONNECTING","outcome":"refused","code":"ALREADY_JOINING","told":[],"effects":[]}
            {"session":1,"event":"LeaveChannel","from":"CONNECTING","to":"DISCONNECTED_DEPARTED","outcome":"taken","code":"OK","told":[{"state":"DISCONNECTED","reason":"LEAVE_CHANNEL"}],"effects":["cancelJoinTimeout","cancelWindow","stopReconnecting","announceLeave","closeTransport"]}
            {"session":1,"event":"Joined","from":"DISCONNECTED_DEPARTED","to":"DISCONNECTED_DEPARTED","outcome":"taken","code":"OK","told":[],"effects":["announceLeave","closeTransport"]}
            """);
    assertThat(text.toString()).startsWith("{\"nanos\":0,");
  }

  @Test
  void aStaleFactSaysWhatItBelongsToAndWhatIsUndone() {
    StringBuilder text = new StringBuilder();
    RoomConnection connection = tracedBy(TraceWriter.to(text));
    connection.initialize();
    connection.joinChannel("lobby", 7);
    connection.switchChannel("hall", 7);
    text.setLength(0);
    sessions.get(0).joined();

    assertThat(withoutTimes(text))
        .isEqualTo(
            """
            {"session":1,"event":"Joined","stale":true,"effects":["announceLeave","closeTransport"]}
            """);
  }

  @Test
  void everyNotifiedChangeIsOnTheDisk(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("trace.ndjson");
    Files.writeString(file, "of yesterday");
    RoomConnection connection;
    try (TraceWriter trace = TraceWriter.to(file)) {
      connection = tracedBy(trace);
      connection.initialize();
      assertThat(Files.readAllLines(file)).hasSize(1);
      connection.initialize();
      assertThat(Files.readAllLines(file)).hasSize(1);
      connection.joinChannel("lobby", 7);
      assertThat(Files.readAllLines(file)).hasSize(3);
      connection.joinChannel("lobby", 7);
    }
    connection.leaveChannel();

    assertThat(Files.readAllLines(file)).hasSize(4);
    assertThat(failures).isEmpty();
  }

  @Test
  void aFullDiskIsReportedOnceAndEndsTheTrace() {
    Full disk = new Full();
    RoomConnection connection = tracedBy(TraceWriter.to(disk));
    connection.initialize();
    disk.full = true;
    connection.joinChannel("lobby", 7);
    connection.leaveChannel();
    disk.full = false;
    connection.joinChannel("lobby", 7);
    sessions.get(0).joined();

    assertThat(disk.lines).hasSize(1);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).callee()).isEqualTo(CallFailure.Callee.RECORDER);
    assertThat(failures.get(0).cause())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("The trace ends here, " + Full.class.getName() + " takes no more")
        .hasRootCauseMessage("no space left");
  }

  @Test
  void stringsAreEscapedSoThatEveryReaderTakesThem() {
    String nasty = "a\"b\\c\b\f\n\r\t\u0000\u001f\u007f\u00e9\u2028\ud83d\ude00\ud800 ~/";
    JsonLine line = new JsonLine();
    line.begin();
    line.name("k").string(nasty);

    assertThat(line.end().toString())
        .isEqualTo(
            "{\"k\":\"a\\\"b\\\\c\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\\u00e9\\u2028"
                + "\\ud83d\\ude00\\ud800 ~/\"}\n");
  }

  /** A disk without space, at times. */
  private static final class Full extends Writer {
    final List<String> lines = new ArrayList<>();
    boolean full;

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      if (full) {
        throw new IOException("no space left");
      }
      lines.add(new String(characters, from, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static final class NoSession implements RoomSession {
    @Override
    public void tryToRejoin(ReconnectAttempt attempt) {}

    @Override
    public void stopReconnecting() {}

    @Override
    public void announceLeave() {}

    @Override
    public void close() {}
  }
}
