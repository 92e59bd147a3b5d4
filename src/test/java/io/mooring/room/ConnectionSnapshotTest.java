package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.SnapshotException.Reason;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Table;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a snapshot, and what is no snapshot. */
final class ConnectionSnapshotTest {

  private static final ChannelRequest LOBBY = new ChannelRequest("lobby", 7);

  private static final String HEAD =
      "table " + Table.FINGERPRINT + "\nlife 1 00000000-0000-0000-0000-000000000000\n";

  private static final String BODY =
      HEAD + "location RECONNECTING\nchanges 9\nsession 4\nelapsed PT6.5S\nuid 7\nchannel lobby";

  private static ConnectionSnapshot snapshot(
      Location location, long changes, long epoch, @Nullable ChannelRequest request, long millis) {
    return new ConnectionSnapshot(
        location, changes, epoch, Optional.ofNullable(request), Duration.ofMillis(millis));
  }

  /** A text whose checksum fits, whatever it says. */
  private static String signed(String body) {
    CRC32 sum = new CRC32();
    for (int i = 0; i < body.length(); i++) {
      sum.update(body.charAt(i) >> 8);
      sum.update(body.charAt(i));
    }
    String checksum = body.length() + " " + Long.toHexString(sum.getValue());
    return "mooring-connection 2\nchecksum " + checksum + "\n" + body;
  }

  private static void assertRefused(String text, Reason reason, String message) {
    assertThatThrownBy(() -> ConnectionSnapshot.parse(text))
        .isInstanceOfSatisfying(
            SnapshotException.class, refused -> assertThat(refused.reason()).isEqualTo(reason))
        .hasMessageContaining(message);
  }

  @Test
  void theTextIsAFewLines() {
    assertThat(snapshot(Location.RECONNECTING, 9, 4, LOBBY, 6500).text()).isEqualTo(signed(BODY));
    assertThat(snapshot(Location.UNKNOWN, 0, 0, null, 0).text())
        .isEqualTo(signed(HEAD + "location UNKNOWN\nchanges 0\nsession 0\nelapsed PT0S"));
  }

  /** Both halves of each character count. */
  @Test
  void theChecksumIsOfTheWholeText() {
    String name = "\u043a\u0430\u044e\u0442\u0430";

    assertThat(snapshot(Location.RECONNECTING, 9, 4, new ChannelRequest(name, 7), 6500).text())
        .isEqualTo(signed(BODY.replace("lobby", name)));
  }

  @Test
  void whatIsUnderWayCannotHaveLastedForEver() {
    long most = ConnectionSnapshot.FOR_EVER.toMillis();

    assertThat(snapshot(Location.CONNECTING, 1, 1, LOBBY, most).elapsed()).hasMillis(most);
    assertThatThrownBy(() -> snapshot(Location.CONNECTING, 1, 1, LOBBY, most + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing can have been under way for");
  }

  @ParameterizedTest
  @EnumSource(Location.class)
  void everyLocationIsParsedFromItsText(Location location) {
    ConnectionSnapshot snapshot = snapshot(location, 9, 4, LOBBY, 0);

    assertThat(ConnectionSnapshot.parse(snapshot.text())).isEqualTo(snapshot);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lobby", " two words ", "line\nbreak\n", "uid 8", "\u4f1a\u8bae\ud83d\ude00"})
  void anyRoomAndUserComeBackFromTheirText(String name) {
    ConnectionSnapshot snapshot =
        snapshot(Location.CONNECTED, 2, 1, new ChannelRequest(name, -1), 0);

    assertThat(ConnectionSnapshot.parse(snapshot.text())).isEqualTo(snapshot);
  }

  @Test
  void aTextThatWasChangedOrCutAnywhereIsRefused() {
    String text = signed(BODY);
    for (int i = 0; i < text.length(); i++) {
      String changed = text.substring(0, i) + '~' + text.substring(i + 1);
      String cut = text.substring(0, i);
      assertThatThrownBy(() -> ConnectionSnapshot.parse(changed))
          .isInstanceOf(SnapshotException.class);
      assertRefused(cut, Reason.CUT_OFF, i == 0 ? "does not begin" : "");
    }
    assertRefused(text + "\n", Reason.ALTERED, "was changed: its checksum is ");
    assertRefused(text.replace("lobby", "lobbY"), Reason.ALTERED, "Store the text as it is.");
  }

  @Test
  void somethingElseIsRefused() {
    assertRefused(
        "{\"state\": 3}", Reason.NO_SNAPSHOT, "does not begin with \"mooring-connection \"");
    assertRefused(
        signed(BODY).replace("connection 2", "connection 1"),
        Reason.OTHER_VERSION,
        "This snapshot has the version 1, and this library reads version 2. Begin without it");
    assertRefused(
        signed(BODY.replace(Table.FINGERPRINT, "0123456789abcdef")),
        Reason.OTHER_TABLE,
        "was taken with the transition table 0123456789abcdef");
  }

  @Test
  void pendingOutcomeAndTokenAreParsedFromTheText() {
    ConnectionSnapshot snapshot =
        new ConnectionSnapshot(
            Location.FAILED,
            9,
            4,
            Optional.of(LOBBY),
            Duration.ZERO,
            Optional.of(SessionToken.of("hush hush")),
            Optional.of(
                new ConnectionChange(
                    ConnectionState.RECONNECTING,
                    ConnectionState.FAILED,
                    ConnectionReason.TIME_OUT,
                    9,
                    4,
                    Duration.ofSeconds(35))),
            true,
            new Life(3, new UUID(1, 2)));

    assertThat(ConnectionSnapshot.parse(snapshot.text())).isEqualTo(snapshot);
    assertThat(snapshot.text()).contains("\npending RECONNECTING FAILED TIME_OUT 4 PT35S\n");
    assertThat(snapshot.toString()).doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "location RECONNECTING ! location LIMBO ! The specification has no location LIMBO",
        "life 1 ! life 0 ! 'life has the number 0, which is out of range'",
        "life 1 ! life 2147483647 ! 'life has the number 2147483647, which is out of range'",
        "life 1 ! life 4294967297 ! 'life has the number 4294967297, which is out of range'",
        "changes 9 ! changes many ! 'Its line \"changes many\" has no valid number'",
        "changes 9 ! changes 3 ! 'but there are 3 changes after 4 sessions'",
        "changes 9 ! news 9 ! 'has the line \"news 9\" in place of \"changes ...\"'",
        "session 4 ! session -4 ! There is no session -4",
        "session 4 ! session 0 ! 'There is no session yet, but the snapshot has a request'",
        "elapsed PT6.5S ! elapsed soon ! This snapshot is not consistent.",
        "elapsed PT6.5S ! elapsed PT-1S ! nothing can have been under way for PT-1S",
        "elapsed PT6.5S ! elapsed PT9999999H ! nothing can have been under way for",
        "location RECONNECTING ! location CONNECTED ! In CONNECTED nothing can have been under way",
        "uid 7 ! uid me ! 'Its line \"uid me\" has no valid number'",
        "channel lobby ! room lobby ! 'has the line \"room lobby\" in place of \"channel ...\"'"
      })
  void whatCannotBeIsRefusedThoughItsChecksumFits(String piece, String other, String message) {
    assertThat(BODY).contains(piece);
    assertRefused(signed(BODY.replace(piece, other)), Reason.IMPOSSIBLE, message);
  }

  @Test
  void aSessionWithoutARequestIsRefused() {
    assertRefused(
        signed(HEAD + "location CONNECTED\nchanges 9\nsession 4\nelapsed PT0S"),
        Reason.IMPOSSIBLE,
        "The request of session 4 is missing.");
    assertRefused(
        signed(HEAD + "location CONNECTED\nchanges 0\nsession 0\nelapsed PT0S"),
        Reason.IMPOSSIBLE,
        "In CONNECTED there is a session, but the snapshot has none.");
  }
}
