package io.mooring.mbt.trace;

import java.util.List;

/**
 * The first entry of a session that no behaviour of the machine explains.
 *
 * @param file the file, as it was named
 * @param line its line, from 1; of a file that is one JSON object, its index among the states
 * @param session the session; empty where the trace is of one
 * @param message why it is not explained, on one line
 * @param possible the locations in which the machine could be before it
 * @param allowed the notifications that could have been there instead; empty where none could, or
 *     where a recorded step is not that of the machine
 * @param cures the options of {@code mooring validate} with which the whole session is accepted,
 *     each by itself; empty if none is
 */
public record RejectedEntry(
    String file,
    long line,
    String session,
    String message,
    List<String> possible,
    List<String> allowed,
    List<String> cures) {

  /** Copies the lists. */
  public RejectedEntry {
    possible = List.copyOf(possible);
    allowed = List.copyOf(allowed);
    cures = List.copyOf(cures);
  }

  /**
   * Why it is not explained, where the machine could be, what could have been there, and which
   * option accepts the session.
   */
  public String text() {
    return message
        + "\nit could be in   "
        + String.join(", ", possible)
        + (allowed.isEmpty() ? "" : "\ntold could be    " + String.join(", ", allowed))
        + (cures.isEmpty() ? "" : "\naccepted with    " + String.join(", or ", cures));
  }
}
