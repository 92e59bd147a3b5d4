package io.mooring.room;

import io.mooring.room.SnapshotException.Reason;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Table;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * The text of a snapshot: a line for each part, under a line with the version and one with the
 * length and a checksum of what follows it. It names the table that its location is one of. The
 * name of the room comes last, since it may hold anything.
 */
final class SnapshotText {

  private static final String TITLE = "mooring-connection ";
  private static final String VERSION = "2";
  private static final String INSTEAD = " Begin without it, and join again.";

  private final String text;
  private int next;

  private SnapshotText(String text) {
    this.text = text;
  }

  static String of(ConnectionSnapshot snapshot) {
    String body =
        "table "
            + Table.FINGERPRINT
            + "\nlife "
            + snapshot.life().number()
            + " "
            + snapshot.life().id()
            + "\nlocation "
            + snapshot.location().name()
            + "\nchanges "
            + snapshot.changes()
            + snapshot.lastChange().map(last -> of(last, snapshot.isPending())).orElse("")
            + "\nsession "
            + snapshot.sessionEpoch()
            + "\nelapsed "
            + snapshot.elapsed()
            + snapshot.token().map(token -> "\ntoken " + token.text()).orElse("")
            + snapshot.request().map(SnapshotText::of).orElse("");
    return TITLE + VERSION + "\nchecksum " + body.length() + " " + checksum(body) + "\n" + body;
  }

  private static String of(ConnectionChange last, boolean pending) {
    return (pending ? "\npending " : "\nlast ")
        + last.from()
        + " "
        + last.to()
        + " "
        + last.reason()
        + " "
        + last.sessionEpoch()
        + " "
        + last.elapsed();
  }

  private static String of(ChannelRequest request) {
    return "\nuid " + Long.toUnsignedString(request.uid()) + "\nchannel " + request.channelName();
  }

  static ConnectionSnapshot parse(String text) {
    if (!text.startsWith(TITLE)) {
      throw new SnapshotException(
          TITLE.startsWith(text) ? Reason.CUT_OFF : Reason.NO_SNAPSHOT,
          "This is not a snapshot of a room connection: it does not begin with \"" + TITLE + "\".");
    }
    SnapshotText lines = new SnapshotText(text);
    String version = lines.line(TITLE.trim());
    if (lines.next == text.length()) {
      throw cutOff("it ends after its first line");
    }
    if (!version.equals(VERSION)) {
      throw new SnapshotException(
          Reason.OTHER_VERSION,
          "This snapshot has the version "
              + version
              + ", and this library reads version "
              + VERSION
              + "."
              + INSTEAD);
    }
    lines.check();
    String table = lines.line("table");
    if (!table.equals(Table.FINGERPRINT)) {
      throw new SnapshotException(
          Reason.OTHER_TABLE,
          "This snapshot was taken with the transition table "
              + table
              + ", and this library has "
              + Table.FINGERPRINT
              + ": the same location may mean another."
              + INSTEAD);
    }
    try {
      return lines.snapshot();
    } catch (SnapshotException said) {
      throw said;
    } catch (IllegalArgumentException | DateTimeException impossible) {
      throw impossible(impossible.getMessage() + ".");
    }
  }

  private static SnapshotException cutOff(String how) {
    return new SnapshotException(
        Reason.CUT_OFF, "This snapshot is incomplete: " + how + "." + INSTEAD);
  }

  private static SnapshotException impossible(String why) {
    return new SnapshotException(
        Reason.IMPOSSIBLE, "This snapshot is not consistent. " + why + INSTEAD);
  }

  /** Compares the rest of the text with its checksum. */
  private void check() {
    String[] said = line("checksum").split(" ", -1);
    String body = text.substring(Math.min(next, text.length()));
    String found = checksum(body);
    if (said.length == 2 && said[1].equals(found) && said[0].equals("" + body.length())) {
      return;
    }
    if (said.length < 2 || body.length() < number("checksum", said[0], false)) {
      throw cutOff("its end is missing");
    }
    throw new SnapshotException(
        Reason.ALTERED,
        "This snapshot was changed: its checksum is "
            + said[1]
            + ", and that of what follows is "
            + found
            + ". Store the text as it is."
            + INSTEAD);
  }

  private ConnectionSnapshot snapshot() {
    String[] life = words("life", 2);
    Location location = location();
    long changes = number("changes", line("changes"), false);
    boolean pending = text.startsWith("pending ", next);
    Optional<ConnectionChange> last = last(pending ? "pending" : "last", changes);
    long epoch = number("session", line("session"), false);
    Duration elapsed = Duration.parse(line("elapsed"));
    Optional<SessionToken> token =
        text.startsWith("token ", next)
            ? Optional.of(SessionToken.of(line("token")))
            : Optional.empty();
    return new ConnectionSnapshot(
        location,
        changes,
        epoch,
        request(),
        elapsed,
        token,
        last,
        pending,
        new Life(lives(life[0]), UUID.fromString(life[1])));
  }

  /** A number of a life that can be followed by another one. */
  private static int lives(String text) {
    long number = number("life", text, false);
    if (number < 1 || number >= Integer.MAX_VALUE) {
      throw impossible("Its life has the number " + number + ", which is out of range.");
    }
    return (int) number;
  }

  private Optional<ConnectionChange> last(String word, long changes) {
    if (!text.startsWith(word + " ", next)) {
      return Optional.empty();
    }
    String[] parts = words(word, 5);
    return Optional.of(
        new ConnectionChange(
            ConnectionState.valueOf(parts[0]),
            ConnectionState.valueOf(parts[1]),
            ConnectionReason.valueOf(parts[2]),
            changes,
            number(word, parts[3], false),
            Duration.parse(parts[4])));
  }

  private String[] words(String word, int count) {
    String line = line(word);
    String[] parts = line.split(" ", -1);
    if (parts.length != count) {
      throw impossible("Its line \"" + word + " " + line + "\" does not have " + count + " parts.");
    }
    return parts;
  }

  /** The rest of the next line, which begins with a word. */
  private String line(String word) {
    int end = text.indexOf('\n', next);
    String line = text.substring(Math.min(next, text.length()), end < 0 ? text.length() : end);
    next = end < 0 ? text.length() : end + 1;
    return behind(word, line);
  }

  private static String behind(String word, String line) {
    if (!line.startsWith(word + " ")) {
      if ((word + " ").startsWith(line)) {
        throw cutOff("its line \"" + word + " ...\" is missing");
      }
      throw impossible("It has the line \"" + line + "\" in place of \"" + word + " ...\".");
    }
    return line.substring(word.length() + 1);
  }

  private Location location() {
    String name = line("location");
    return Arrays.stream(Location.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> impossible("The specification has no location " + name + "."));
  }

  private static long number(String word, String number, boolean unsigned) {
    try {
      return unsigned ? Long.parseUnsignedLong(number) : Long.parseLong(number);
    } catch (NumberFormatException wrong) {
      throw impossible("Its line \"" + word + " " + number + "\" has no valid number.");
    }
  }

  private Optional<ChannelRequest> request() {
    if (next >= text.length()) {
      return Optional.empty();
    }
    long uid = number("uid", line("uid"), true);
    return Optional.of(new ChannelRequest(behind("channel", text.substring(next)), uid));
  }

  private static String checksum(String body) {
    CRC32 sum = new CRC32();
    for (int i = 0; i < body.length(); i++) {
      sum.update(body.charAt(i) >> 8);
      sum.update(body.charAt(i));
    }
    return Long.toHexString(sum.getValue());
  }
}
