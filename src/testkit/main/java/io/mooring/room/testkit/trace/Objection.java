package io.mooring.room.testkit.trace;

import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first entry of a session that no behaviour of the specification explains.
 *
 * @param file the file, as it was named
 * @param line its line, from 1; of a file that is one JSON object, its place among the states
 * @param session the session; empty where the trace is of one
 * @param message why it is not explained, on one line
 * @param possible where the connection could be before it
 * @param allowed what could have been told instead
 */
public record Objection(
    String file,
    long line,
    String session,
    String message,
    Set<Location> possible,
    List<Notification> allowed) {

  /** Keeps unmodifiable collections. */
  public Objection {
    possible = Set.copyOf(possible);
    allowed = List.copyOf(allowed);
  }

  /** {@return why it is not explained, where the connection could be, and what could be told} */
  public String text() {
    return message
        + "\nit could be in   "
        + possible.stream().sorted().map(Location::name).collect(Collectors.joining(", "))
        + "\ntold could be    "
        + allowed.stream().map(Objection::words).collect(Collectors.joining(", "));
  }

  static String words(Notification told) {
    return "(" + told.state() + ", " + told.reason() + ")";
  }
}
