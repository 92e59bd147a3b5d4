package io.mooring.room.harness.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.trace.RejectedEntry;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.ChannelRequest;
import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomTransport;
import io.mooring.room.TimeAway;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import io.mooring.room.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces of restored connections are accepted; forbidden ones are rejected. */
final class RestoredTraceTest {

  private static final TraceValidator.Options STRICT =
      new TraceValidator.Options(Duration.ZERO, false, false, read -> {}, () -> false);

  private final Path folder;

  RestoredTraceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ValidationReport validate(CharSequence trace, TraceValidator.Options options)
      throws IOException {
    Path file = Files.writeString(folder.resolve("trace.ndjson"), trace);
    return ConnectionTraces.validate(List.of(file), options);
  }

  private void accepted(CharSequence trace, String what) throws IOException {
    ValidationReport report = validate(trace, STRICT);
    assertThat(report.faults()).as("%s\n%s", what, trace).isEmpty();
    assertThat(report.rejections()).as("%s\n%s", what, trace).isEmpty();
    assertThat(report.backward()).as("%s\n%s", what, trace).isZero();
    assertThat(report.accepted()).as("%s\n%s", what, trace).isEqualTo(1);
  }

  private String objection(String trace) throws IOException {
    ValidationReport report = validate(trace, TraceValidator.Options.DEFAULT);
    assertThat(report.faults()).isEmpty();
    assertThat(report.rejected()).isEqualTo(1);
    RejectedEntry first = report.rejections().get(0);
    return first.line() + ": " + first.message();
  }

  private static ConnectionSnapshot at(Location location, int seconds) {
    boolean lasts = location.joinTimed() || location.windowArmed();
    return new ConnectionSnapshot(
        location,
        9,
        4,
        Optional.of(new ChannelRequest("lobby", 7)),
        lasts ? Duration.ofSeconds(seconds) : Duration.ZERO);
  }

  private static List<TimeAway> aways() {
    Duration second = Duration.ofSeconds(1);
    List<TimeAway> aways = new ArrayList<>();
    for (int time : new int[] {0, 1, 20, 39, 40, 41, 50, 80, 3600}) {
      aways.add(TimeAway.exactly(second.multipliedBy(time)));
      aways.add(TimeAway.atMost(second.multipliedBy(time)));
      aways.add(TimeAway.between(second.multipliedBy(time / 2), second.multipliedBy(time)));
      aways.add(TimeAway.between(second.multipliedBy(time), second.multipliedBy(time).plusDays(9)));
    }
    aways.add(TimeAway.exactly(second.negated()));
    aways.add(TimeAway.unknown());
    return aways;
  }

  @ParameterizedTest
  @EnumSource(Location.class)
  void theTraceOfEveryRestoreIsAccepted(Location location) throws IOException {
    for (TimeAway away : aways()) {
      for (int used : new int[] {0, 5, 39}) {
        for (boolean wayBack : new boolean[] {true, false}) {
          for (boolean comesBack : new boolean[] {true, false}) {
            ConnectionSnapshot snapshot = at(location, used);
            StringBuilder trace = new StringBuilder();
            live(snapshot, away, wayBack, comesBack, trace);
            accepted(trace, snapshot + ", away " + away + ", way back " + wayBack);
          }
        }
      }
    }
  }

  private static RoomTransport withoutAWayBack(SimulatedTransport network) {
    return (request, facts) -> network.open(request, facts);
  }

  private static void live(
      ConnectionSnapshot snapshot,
      TimeAway away,
      boolean wayBack,
      boolean comesBack,
      StringBuilder trace) {
    SimulatedTransport network = new SimulatedTransport();
    VirtualTime time = VirtualTime.friendly();
    time.advance(Duration.ofDays(1000));
    RoomConnection connection =
        RoomConnection.builder(wayBack ? network : withoutAWayBack(network))
            .scheduler(time)
            .recorder(TraceWriter.to(trace))
            .restore(snapshot, away)
            .build();
    time.advance(Duration.ofMillis(300));
    if (comesBack && !network.sessions().isEmpty()) {
      network.sessions().get(0).report(Event.REJOINED);
    }
    time.advance(Duration.ofMinutes(2));
    connection.joinChannel("hall", 8);
    time.advance(Duration.ofMinutes(1));
  }

  @Test
  void aTraceGoesOnInTheNextLife() throws IOException {
    StringBuilder trace = new StringBuilder();
    SimulatedTransport network = new SimulatedTransport();
    VirtualTime time = VirtualTime.friendly();
    RoomConnection first =
        RoomConnection.builder(network).scheduler(time).recorder(TraceWriter.to(trace)).build();
    first.initialize();
    first.joinChannel("lobby", 7);
    network.sessions().get(0).report(Event.JOINED);
    time.advance(Duration.ofHours(1));
    ConnectionSnapshot snapshot = ConnectionSnapshot.parse(first.capture().text());

    live(snapshot, TimeAway.exactly(Duration.ofSeconds(8)), true, true, trace);

    accepted(trace, "two lives in one file");
  }

  @ParameterizedTest
  @ValueSource(ints = {52, 80, 3600})
  void aSuccessAfterTheWindowIsObjectedToThoughTheProcessWasDead(int lost) throws IOException {
    assertThat(
            objection(
                restored("RECONNECTING", lost, lost)
                    + step(0, "Rejoined", "RECONNECTING", "CONNECTED", "REJOIN_SUCCEED")))
        .startsWith("2: RECONNECTING has lasted for " + lost + ".000 s")
        .endsWith("B7_NotTooLateInv");
  }

  @Test
  void anEndOfTheWindowRightAfterTheLossIsObjectedTo() throws IOException {
    String lost =
        step(0, "SignalLost", "CONNECTED", "RECONNECTING", "SIGNAL_DISCONNECTED")
            + step(0, "ReconnectWindowUsedUp", "RECONNECTING", "FAILED", "TIME_OUT");

    assertThat(objection(restored("CONNECTED", 2, 2) + lost))
        .startsWith("3: (FAILED, TIME_OUT) comes after 2.000 s")
        .endsWith("B7_NotTooEarlyProp");
    accepted(restored("CONNECTED", 0, 3600) + lost, "the window may be over");
  }

  @Test
  void aTimeOutOfARestoredConnectionMustComeAtOnceAndNotLater() throws IOException {
    String end = "\"ReconnectWindowUsedUp\"";
    String at = step(9, "ReconnectWindowUsedUp", "RECONNECTING", "FAILED", "TIME_OUT");
    assertThat(at).contains(end);
    assertThat(objection(restored("RECONNECTING", 80, 80) + at)).contains("B7_NotTooLateInv");
    accepted(
        restored("RECONNECTING", 80, 80)
            + step(0, "ReconnectWindowUsedUp", "RECONNECTING", "FAILED", "TIME_OUT"),
        "at once");
  }

  @Test
  void aSuccessAfterASleepIsObjectedTo() throws IOException {
    assertThat(
            objection(
                restored("CONNECTED", 0, 0)
                    + step(0, "SignalLost", "CONNECTED", "RECONNECTING", "SIGNAL_DISCONNECTED")
                    + step(80, "Rejoined", "RECONNECTING", "CONNECTED", "REJOIN_SUCCEED")))
        .startsWith("3: ")
        .endsWith("B7_NotTooLateInv");
  }

  @Test
  void whatComesAfterARestoreBeginsWhereTheSnapshotWas() throws IOException {
    assertThat(
            objection(
                restored("CONNECTED", 0, 0)
                    + step(0, "Rejoined", "RECONNECTING", "CONNECTED", "REJOIN_SUCCEED")))
        .isEqualTo("2: begins in RECONNECTING, but the step before it ended in CONNECTED");
  }

  @Test
  void callbacksOfARestoredClientAreJudgedByTheTimeItWasAway() throws IOException {
    String joined =
        """
        {"time":0,"session":"a","state":"CONNECTING","reason":"JOIN_CHANNEL"}
        {"time":700,"session":"a","state":"CONNECTED","reason":"JOIN_SUCCEED"}
        {"time":9000,"session":"a","restored":"CONNECTED","lostAtLeast":8000000000,"lostAtMost":8000000000}
        {"time":9000,"session":"a","state":"CONNECTED","reason":"JOIN_SUCCEED","repeated":true}
        {"time":9000,"session":"a","state":"RECONNECTING","reason":"SIGNAL_DISCONNECTED"}
        """;
    accepted(
        joined
            + "{\"time\":41000,\"session\":\"a\",\"state\":\"FAILED\",\"reason\":\"TIME_OUT\"}\n",
        "gives up 40 s after the loss");
    assertThat(
            objection(
                joined
                    + "{\"time\":53000,\"session\":\"a\",\"state\":\"CONNECTED\",\"reason\":\"REJOIN_SUCCEED\"}\n"))
        .startsWith("6: RECONNECTING has lasted for 52.000 s");
  }

  @Test
  void onlyWhatLedToWhereTheConnectionIsCanBeToldAgain() throws IOException {
    String again =
        "{\"time\":9,\"session\":\"a\",\"state\":\"FAILED\",\"reason\":\"TIME_OUT\",\"repeated\":true}\n";
    String joining =
        "{\"time\":0,\"session\":\"a\",\"state\":\"CONNECTING\",\"reason\":\"JOIN_CHANNEL\"}\n";
    String restored = "{\"time\":0,\"session\":\"a\",\"restored\":\"CONNECTED\"}\n";
    assertThat(objection(joining + restored + again))
        .startsWith("3: a change to state 5 is told again");
    assertThat(objection(joining + again)).startsWith("2: a change is told again");
  }

  @Test
  void aRestoreThatWasLostForLessThanNoTimeCannotBeRead() throws IOException {
    assertThat(validate(restored("CONNECTED", 8, 3), STRICT).faults())
        .singleElement()
        .asString()
        .contains("lost for 8000000000 ns at least, and at most 3000000000");
  }

  @Test
  void aRepeatedChangeIsKnownByItsFlag() {
    List<ConnectionChange> heard = new ArrayList<>();
    SimulatedTransport network = new SimulatedTransport();
    List<ConnectionSnapshot> stored = new ArrayList<>();
    List<ConnectionSnapshot> dying = new ArrayList<>();
    RoomConnection first =
        RoomConnection.builder(network)
            .scheduler(VirtualTime.friendly())
            .snapshots(stored::add)
            .listener(change -> dying.add(stored.get(stored.size() - 1)))
            .build();
    first.initialize();
    first.joinChannel("lobby", 7);
    RoomConnection.builder(new SimulatedTransport())
        .scheduler(VirtualTime.friendly())
        .listener(heard::add)
        .restore(dying.get(0))
        .build();

    assertThat(heard)
        .extracting(ConnectionChange::toString)
        .containsExactly(
            "DISCONNECTED -> CONNECTING (JOIN_CHANNEL), change 1 of session 1, repeated",
            "CONNECTING -> FAILED (JOIN_CHANNEL_FAILED), change 2 of session 1");
  }

  private static String restored(String location, long atLeast, long atMost) {
    return "{\"nanos\":0,\"session\":1,\"restored\":\""
        + location
        + "\",\"life\":2,\"lostAtLeast\":"
        + atLeast * 1_000_000_000
        + ",\"lostAtMost\":"
        + atMost * 1_000_000_000
        + "}\n";
  }

  /** A step of the table that tells one change. */
  private static String step(long seconds, String event, String from, String to, String reason) {
    String effects =
        switch (event) {
          case "SignalLost" -> "[\"armWindow\",\"startReconnecting\"]";
          case "Rejoined" -> "[\"cancelWindow\",\"stopReconnecting\"]";
          default ->
              "[\"cancelJoinTimeout\",\"cancelWindow\",\"stopReconnecting\",\"closeTransport\"]";
        };
    return "{\"nanos\":"
        + seconds * 1_000_000_000
        + ",\"session\":1,\"event\":\""
        + event
        + "\",\"from\":\""
        + from
        + "\",\"to\":\""
        + to
        + "\",\"outcome\":\"taken\",\"code\":\"OK\",\"told\":[{\"state\":\""
        + to
        + "\",\"reason\":\""
        + reason
        + "\"}],\"effects\":"
        + effects
        + "}\n";
  }
}
