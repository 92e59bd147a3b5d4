package io.mooring.room;

import io.mooring.room.spec.Location;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The text of a snapshot: a line for each part, under a line with the version and one with a
 * checksum of what follows it. The name of the room comes last, since it may hold anything.
 */
final class SnapshotText {

  private static final String TITLE = "mooring-connection ";
  private static final String VERSION = "1";

  private final String text;
  private int next;

  private SnapshotText(String text) {
    this.text = text;
  }

  static String of(ConnectionSnapshot snapshot) {
    String body =
        "location "
            + snapshot.location().name()
            + "\nchanges "
            + snapshot.changes()
            + "\nsession "
            + snapshot.sessionEpoch()
            + "\nelapsed "
            + snapshot.elapsed()
            + snapshot.token().map(token -> "\ntoken " + token.text()).orElse("")
            + snapshot.request().map(SnapshotText::of).orElse("");
    return TITLE + VERSION + "\nchecksum " + checksum(body) + "\n" + body;
  }

  private static String of(ChannelRequest request) {
    return "\nuid " + Long.toUnsignedString(request.uid()) + "\nchannel " + request.channelName();
  }

  static ConnectionSnapshot parse(String text) {
    if (!text.startsWith(TITLE)) {
      throw new IllegalArgumentException(
          "This is no snapshot of a room connection: it does not begin with \"" + TITLE + "\".");
    }
    SnapshotText lines = new SnapshotText(text);
    String version = lines.line(TITLE.strip());
    if (!version.equals(VERSION)) {
      throw new IllegalArgumentException(
          "This snapshot has the version "
              + version
              + ", and this library reads version "
              + VERSION
              + ". Begin without it, and join again.");
    }
    String said = lines.line("checksum");
    String found = checksum(text.substring(Math.min(lines.next, text.length())));
    if (!said.equals(found)) {
      throw new IllegalArgumentException(
          "This snapshot was changed or cut: its checksum is "
              + said
              + ", and that of what follows is "
              + found
              + ". Store the text as it is; begin without this one, and join again.");
    }
    Location location = lines.location();
    long changes = lines.number("changes");
    long epoch = lines.number("session");
    Duration elapsed = lines.duration("elapsed");
    Optional<SessionToken> token = lines.token();
    return new ConnectionSnapshot(location, changes, epoch, lines.request(), elapsed, token);
  }

  private Optional<SessionToken> token() {
    return text.startsWith("token ", next)
        ? Optional.of(SessionToken.of(line("token")))
        : Optional.empty();
  }

  /** What stands behind a word on the next line. */
  private String line(String word) {
    int end = text.indexOf('\n', next);
    String line = text.substring(next, end < 0 ? text.length() : end);
    next = end < 0 ? text.length() : end + 1;
    return behind(word, line);
  }

  private static String behind(String word, String line) {
    if (!line.startsWith(word + " ")) {
      throw new IllegalArgumentException(
          "This snapshot should say \"" + word + " ...\" where it says \"" + line + "\".");
    }
    return line.substring(word.length() + 1);
  }

  private Location location() {
    String name = line("location");
    return Arrays.stream(Location.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "This snapshot is in "
                        + name
                        + ", where no connection of this specification can be. Begin without it, "
                        + "and join again."));
  }

  private long number(String word) {
    return number(word, line(word), false);
  }

  private static long number(String word, String number, boolean unsigned) {
    try {
      return unsigned ? Long.parseUnsignedLong(number) : Long.parseLong(number);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException(
          "This snapshot says " + word + " " + number + ", which is no number for it.", wrong);
    }
  }

  private Duration duration(String word) {
    String duration = line(word);
    try {
      return Duration.parse(duration);
    } catch (DateTimeParseException wrong) {
      throw new IllegalArgumentException(
          "This snapshot says " + word + " " + duration + ", which is no duration.", wrong);
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
