package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.spec.Timer;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The builder's settings, their checks, and the connection's string form. */
final class RoomConnectionBuilderTest {

  private static RoomConnection.Builder builder() {
    return RoomConnection.builder((request, facts) -> new RoomConnectionFailureTest.NoSession());
  }

  @Test
  void aConnectionBeginsUnknown() {
    assertThat(builder().build().getConnectionState()).isEqualTo(UNKNOWN);
  }

  @Test
  void aReconnectWindowLastsAsLongAsTheSpecificationAllows() {
    Timer window = Timer.RECONNECT_WINDOW;
    for (Duration possible : List.of(window.shortest(), window.longest())) {
      assertThat(builder().reconnectWindow(possible).build()).isNotNull();
    }
    assertThatThrownBy(() -> builder().reconnectWindow(window.shortest().minusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A reconnect window of 29.999 s is not possible:"
                + " it lasts at least 30 s and at most 40 s.");
    assertThatThrownBy(() -> builder().reconnectWindow(window.longest().plusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A reconnect window of 40.000000001 s is not possible");
    assertThatThrownBy(() -> builder().reconnectWindow(Duration.ofSeconds(-40)))
        .hasMessageStartingWith("A reconnect window of -40 s is not possible");
  }

  @Test
  void aJoinTimeoutLastsAsLongAsTheSpecificationAllows() {
    Timer timeout = Timer.JOIN_TIMEOUT;
    for (Duration possible : List.of(timeout.shortest(), timeout.longest())) {
      assertThat(builder().joinTimeout(possible).build()).isNotNull();
    }
    assertThatThrownBy(() -> builder().joinTimeout(timeout.longest().plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A join timeout of 31 s is not possible: it lasts at least 1 s and at most 30 s.");
    assertThatThrownBy(() -> builder().joinTimeout(Duration.ZERO))
        .hasMessageStartingWith("A join timeout of 0 s is not possible");
  }

  /** However late the loss is noticed, the client gives up within the documented bounds. */
  @Test
  void theWindowOfAConnectionThatNamesNoneIsAsFarFromBothBoundsAsCanBe() {
    Duration window = RoomConnection.DEFAULT_RECONNECT_WINDOW;
    Duration early = window.minus(Timing.GIVE_UP_AT_LEAST);
    Duration late = Timing.GIVE_UP_AT_MOST.minus(window.plus(Timing.DETECTION_AT_MOST));

    assertThat(window).isEqualTo(Duration.ofSeconds(35));
    assertThat(early).isEqualTo(late).isPositive();
  }

  @Test
  void eachTimerHasItsOwnLengthWhateverTheOrderOfTheOptions() {
    ManualScheduler scheduler = new ManualScheduler();
    RoomFacts[] facts = new RoomFacts[1];
    RoomConnection connection =
        RoomConnection.builder(
                (request, told) -> {
                  facts[0] = told;
                  return new RoomConnectionFailureTest.NoSession();
                })
            .scheduler(scheduler)
            .reconnectWindow(Duration.ofSeconds(31))
            .joinTimeout(Duration.ofSeconds(12))
            .build();
    connection.initialize();
    connection.joinChannel("lobby", 7);
    facts[0].joined();
    facts[0].mediaLost();

    assertThat(scheduler.tasks)
        .extracting(task -> task.delay)
        .startsWith(Duration.ofSeconds(12), Duration.ofSeconds(31));
  }

  @Test
  void aRoomNeedsAName() {
    RoomConnection connection = builder().build();
    connection.initialize();
    assertThatThrownBy(() -> connection.joinChannel(" ", 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A room needs a name: channelName is \" \".");
  }

  @Test
  void aConnectionShowsWhereItIs() {
    assertThat(builder().build()).hasToString("RoomConnection[UNKNOWN, no session yet, 0 changes]");
    Rig rig = Rig.in(CONNECTED);
    RoomFacts old = rig.facts();
    rig.connection.leaveChannel();
    rig.connection.joinChannel("hall", -1);
    old.mediaLost();
    assertThat(rig.connection)
        .hasToString(
            "RoomConnection[CONNECTING, session 2 in \"hall\" as user 18446744073709551615,"
                + " 4 changes, 1 stale fact]");
  }
}
