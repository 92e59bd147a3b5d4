package io.mooring.mbt.trace;

import java.util.List;

/**
 * The first entry of a session that no behaviour of the machine explains.
 *
 * @param file the file, as it was named
 * @param line its line, from 1
 * @param session the session; empty where the trace is of one
 * @param message why it is not explained, on one line
 * @param possible the locations in which the machine could be before it
 * @param allowed the notifications that could have been there instead; empty where none could, or
 *     where a recorded step is not that of the machine
 */
public record Rejection(
    String file,
    long line,
    String session,
    String message,
    List<String> possible,
    List<String> allowed) {

  /** Copies the lists. */
  public Rejection {
    possible = List.copyOf(possible);
    allowed = List.copyOf(allowed);
  }

  /** Why it is not explained, where the machine could be, and what could have been there. */
  public String text() {
    return message
        + "\nit could be in   "
        + String.join(", ", possible)
        + (allowed.isEmpty() ? "" : "\nexpected         " + String.join(", ", allowed));
  }
}
