package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flight recordings of a connection, and a runtime image without the flight recorder. */
final class FlightRecorderTest {

  private static final List<String> KINDS =
      List.of(
          "mooring.Command",
          "mooring.StateChange",
          "mooring.StaleFact",
          "mooring.CallFailure",
          "mooring.ListenerCall",
          "mooring.ReconnectEpisode");

  private final Path folder;

  FlightRecorderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** The events that were recorded while something happened, oldest first. */
  private List<RecordedEvent> record(Consumer<Recording> settings, Runnable work)
      throws IOException {
    Path file = folder.resolve("recording.jfr");
    try (Recording recording = new Recording()) {
      for (String kind : KINDS) {
        recording.enable(kind);
      }
      settings.accept(recording);
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("mooring."))
        .sorted(Comparator.comparing(RecordedEvent::getEndTime))
        .toList();
  }

  private static List<RecordedEvent> only(List<RecordedEvent> events, String kind) {
    return events.stream().filter(event -> event.getEventType().getName().equals(kind)).toList();
  }

  @Test
  void aConnectionThatWasThereBeforeTheRecordingIsRecorded() throws IOException {
    Rig rig = Rig.in(DISCONNECTED);
    List<RecordedEvent> events =
        record(
            recording -> {},
            () -> {
              rig.join();
              rig.scheduler.pass(Duration.ofMillis(1500));
              rig.facts().joined();
              rig.join();
            });

    assertThat(only(events, "mooring.Command"))
        .extracting(e -> e.getString("command") + " " + e.getString("code"))
        .containsExactly("JoinChannel OK", "JoinChannel ALREADY_JOINED");
    assertThat(only(events, "mooring.StateChange"))
        .extracting(
            e -> e.getString("from") + " -> " + e.getString("to") + ", " + e.getString("reason"))
        .containsExactly(
            "DISCONNECTED -> CONNECTING, JOIN_CHANNEL", "CONNECTING -> CONNECTED, JOIN_SUCCEED");
    assertThat(only(events, "mooring.StateChange"))
        .extracting(e -> e.getDuration("elapsed"))
        .containsExactly(Duration.ZERO, Duration.ofMillis(1500));
    assertThat(events).extracting(e -> e.getLong("session")).containsOnly(1L);
    assertThat(events).extracting(e -> e.getInt("connection")).doesNotContain(0);
    assertThat(events.stream().map(e -> e.getInt("connection")).distinct()).hasSize(1);
    assertThat(events).extracting(RecordedEvent::getStackTrace).containsOnlyNulls();
  }

  @Test
  void twoConnectionsAreDistinguished() throws IOException {
    List<RecordedEvent> events =
        record(
            recording -> {},
            () -> {
              Rig.in(CONNECTED);
              Rig.in(CONNECTED);
            });

    assertThat(events.stream().map(e -> e.getInt("connection")).distinct()).hasSize(2);
  }

  @Test
  void aStaleFactIsRecordedWithTheSessionThatItIsAbout() throws IOException {
    Rig rig = Rig.in(CONNECTED);
    RoomFacts first = rig.facts();
    rig.connection.leaveChannel();
    rig.join();

    List<RecordedEvent> events = record(recording -> {}, first::mediaLost);

    assertThat(events)
        .extracting(
            e ->
                e.getEventType().getName() + " " + e.getString("fact") + " " + e.getLong("session"))
        .containsExactly("mooring.StaleFact MediaLost 1");
  }

  @Test
  void aFailureOfCalledCodeIsRecorded() throws IOException {
    Rig rig = Rig.in(CONNECTED);
    rig.during.put(
        "close",
        () -> {
          throw new IllegalStateException("gone");
        });

    List<RecordedEvent> events = record(recording -> {}, rig.connection::leaveChannel);

    assertThat(only(events, "mooring.CallFailure"))
        .extracting(
            e -> e.getString("callee") + " at " + e.getString("call"),
            e -> e.getClass("thrown").getName(),
            e -> e.getString("message"))
        .containsExactly(
            tuple("TRANSPORT at close", IllegalStateException.class.getName(), "gone"));
  }

  @Test
  void aListenerIsRecordedWhenItTakesLongerThanTheThreshold() throws IOException {
    Rig rig = Rig.in(CONNECTED);
    Runnable quick = () -> {};
    rig.onState.put(DISCONNECTED, quick);
    Runnable work = rig.connection::leaveChannel;

    Consumer<Recording> never =
        recording -> recording.enable("mooring.ListenerCall").withThreshold(Duration.ofDays(1));
    assertThat(only(record(never, work), "mooring.ListenerCall")).isEmpty();

    rig.join();
    Consumer<Recording> always =
        recording -> recording.enable("mooring.ListenerCall").withoutThreshold();
    assertThat(only(record(always, work), "mooring.ListenerCall"))
        .extracting(e -> e.getString("to") + " " + e.getString("reason"))
        .containsExactly("DISCONNECTED LEAVE_CHANNEL");
    assertThat(type("mooring.ListenerCall").getSettingDescriptors())
        .filteredOn(setting -> setting.getName().equals("threshold"))
        .extracting(setting -> setting.getDefaultValue())
        .containsExactly("20 ms");
  }

  @Test
  void anEpisodeLastsFromTheLossToItsEnd() throws IOException {
    Rig rig = Rig.in(CONNECTED);
    List<RecordedEvent> events =
        record(
            recording -> {},
            () -> {
              rig.facts().mediaLost();
              rig.facts().signalLost();
              rig.session().attempts.get(0).failed();
              rig.scheduler.latest().fire();
              pause();
              rig.connection.leaveChannel();
            });

    List<RecordedEvent> episodes = only(events, "mooring.ReconnectEpisode");
    assertThat(episodes)
        .extracting(e -> e.getString("outcome") + " by " + e.getString("endedBy"))
        .containsExactly("DISCONNECTED by LeaveChannel");
    assertThat(episodes.get(0).getInt("attempts")).isEqualTo(2);
    assertThat(rig.connection.reconnectAttempts()).isEqualTo(2);
    assertThat(episodes.get(0).getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    assertThat(episodes.get(0).getStartTime())
        .isBeforeOrEqualTo(only(events, "mooring.StateChange").get(0).getStartTime());
  }

  @Test
  void anEpisodeThatEndsBeforeItsFirstAttemptHasNone() throws IOException {
    Rig rig = Rig.in(CONNECTED);
    // Requests to the transport wait for the running call.
    rig.during.put(
        "stopReconnecting",
        () -> {
          rig.during.clear();
          rig.facts().signalLost();
          rig.connection.leaveChannel();
        });

    List<RecordedEvent> events =
        record(
            recording -> {},
            () -> {
              rig.facts().mediaLost();
              rig.attempt().succeeded();
            });

    assertThat(only(events, "mooring.ReconnectEpisode"))
        .extracting(e -> e.getString("outcome") + " after " + e.getInt("attempts"))
        .containsExactly("CONNECTED after 1", "DISCONNECTED after 0");
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  @Test
  void everyKindIsNamedDescribedAndCategorised() {
    Rig.in(CONNECTED);
    for (String kind : KINDS) {
      EventType type = type(kind);
      assertThat(type.getLabel()).isNotBlank();
      assertThat(type.getDescription()).isNotBlank();
      assertThat(type.getCategoryNames()).containsExactly("Mooring", "Room Connection");
    }
  }

  private static EventType type(String name) {
    return FlightRecorder.getFlightRecorder().getEventTypes().stream()
        .filter(type -> type.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRuntimeWithoutAFlightRecorderRunsTheSame() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--limit-modules", "java.base", "-cp"));
    command.add(
        where(RoomConnection.class)
            + System.getProperty("path.separator")
            + where(WithoutFlightRecorder.class));
    command.add(WithoutFlightRecorder.class.getName());
    // What the virtual machine itself has to say, of JAVA_TOOL_OPTIONS for example, is not ours.
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed.strip()).isEqualTo("no jdk.jfr, FAILED");
  }

  private static Path where(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
