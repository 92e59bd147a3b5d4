package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.spec.Location;
import java.time.Duration;
import java.util.Optional;
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

  private static final String BODY =
      "location RECONNECTING\nchanges 9\nsession 4\nelapsed PT6.5S\nuid 7\nchannel lobby";

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
    return "mooring-connection 1\nchecksum " + Long.toHexString(sum.getValue()) + "\n" + body;
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> ConnectionSnapshot.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theTextIsAFewLines() {
    assertThat(snapshot(Location.RECONNECTING, 9, 4, LOBBY, 6500).text()).isEqualTo(signed(BODY));
    assertThat(snapshot(Location.UNKNOWN, 0, 0, null, 0).text())
        .isEqualTo(signed("location UNKNOWN\nchanges 0\nsession 0\nelapsed PT0S"));
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
    assertThat(
            new Restoration(snapshot(Location.UNKNOWN, 0, 0, null, 0), ConnectionSnapshot.FOR_EVER))
        .isNotNull();
  }

  @ParameterizedTest
  @EnumSource(Location.class)
  void everyLocationComesBackFromItsText(Location location) {
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
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> ConnectionSnapshot.parse(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertRefused(text + "\n", "was changed or cut: its checksum is ");
  }

  @Test
  void somethingElseIsRefused() {
    assertRefused("", "it does not begin with \"mooring-connection \"");
    assertRefused("{\"state\": 3}", "it does not begin with \"mooring-connection \"");
    assertRefused(
        signed(BODY).replace("connection 1", "connection 2"),
        "This snapshot has the version 2, and this library reads version 1. Begin without it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "location RECONNECTING ! location LIMBO ! is in LIMBO, where no connection of this",
        "changes 9 ! changes many ! says changes many, which is no number",
        "changes 9 ! changes 3 ! 'but there are 3 changes after 4 sessions'",
        "changes 9 ! news 9 ! 'should say \"changes ...\" where it says \"news 9\"'",
        "session 4 ! session -4 ! Session -4 is none",
        "session 4 ! session 0 ! 'Before the first session nothing was asked for'",
        "elapsed PT6.5S ! elapsed soon ! 'says elapsed soon, which is no duration'",
        "elapsed PT6.5S ! elapsed PT-1S ! nothing can have been under way for PT-1S",
        "elapsed PT6.5S ! elapsed PT9999999H ! nothing can have been under way for",
        "location RECONNECTING ! location CONNECTED ! In CONNECTED nothing can have been under way",
        "uid 7 ! uid me ! says uid me",
        "channel lobby ! channel  ! should say",
        "channel lobby ! room lobby ! 'should say \"channel ...\" where it says \"room lobby\"'"
      })
  void whatCannotBeIsRefusedThoughItsChecksumFits(String piece, String other, String message) {
    assertThat(BODY).contains(piece);
    assertRefused(signed(BODY.replace(piece, other)), message);
  }

  @Test
  void aSessionWithoutARequestIsRefused() {
    assertRefused(
        signed("location CONNECTED\nchanges 9\nsession 4\nelapsed PT0S"),
        "It is not said what session 4 was asked for.");
    assertRefused(
        signed("location CONNECTED\nchanges 0\nsession 0\nelapsed PT0S"),
        "In CONNECTED there is a session, but here there was none yet.");
  }
}
