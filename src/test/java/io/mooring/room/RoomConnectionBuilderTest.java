package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a connection is made of, what is refused, and how it shows itself. */
final class RoomConnectionBuilderTest {

  private static RoomConnection.Builder builder() {
    return RoomConnection.builder((request, facts) -> new RoomConnectionFailureTest.NoSession());
  }

  @Test
  void aConnectionBeginsUnknown() {
    assertThat(builder().build().getConnectionState()).isEqualTo(UNKNOWN);
  }

  @Test
  void aReconnectWindowIsThirtyToFiftySeconds() {
    for (Duration window : new Duration[] {Duration.ofSeconds(30), Duration.ofSeconds(50)}) {
      assertThat(builder().reconnectWindow(window).build()).isNotNull();
    }
    assertThatThrownBy(() -> builder().reconnectWindow(Duration.ofMillis(29_999)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A reconnect window of 29.999 s is not possible:"
                + " it lasts at least 30 s and at most 50 s.");
    assertThatThrownBy(() -> builder().reconnectWindow(Duration.ofSeconds(50, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A reconnect window of 50.000000001 s is not possible");
    assertThatThrownBy(() -> builder().reconnectWindow(Duration.ofSeconds(-40)))
        .hasMessageStartingWith("A reconnect window of -40 s is not possible");
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
