package io.mooring.room.harness.trace;

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
 * @param allowed what could have been told instead; empty where nothing could any more, or where a
 *     recorded step is not that of the specification
 * @param cures the options of {@code mooring validate} with which the whole session is accepted,
 *     each by itself; empty if none is
 */
public record Objection(
    String file,
    long line,
    String session,
    String message,
    Set<Location> possible,
    List<Notification> allowed,
    List<String> cures) {

  /** Keeps unmodifiable collections. */
  public Objection {
    possible = Set.copyOf(possible);
    allowed = List.copyOf(allowed);
    cures = List.copyOf(cures);
  }

  /**
   * {@return why it is not explained, where the connection could be, what could be told, and which
   * option would decide otherwise}
   */
  public String text() {
    return message
        + "\nit could be in   "
        + possible.stream().sorted().map(Location::name).collect(Collectors.joining(", "))
        + (allowed.isEmpty()
            ? ""
            : "\ntold could be    "
                + allowed.stream().map(Objection::words).collect(Collectors.joining(", ")))
        + (cures.isEmpty() ? "" : "\naccepted with    " + String.join(", or ", cures));
  }

  static String words(Notification told) {
    return "(" + told.state() + ", " + told.reason() + ")";
  }
}
