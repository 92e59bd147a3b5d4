package io.mooring.mbt.trace;

import java.util.List;

/**
 * The first entry of a session that no behaviour of the machine explains.
 *
 * @param line its line, as it was numbered when it was taken
 * @param message why it is not explained, on one line
 * @param rules the names of the rules that are violated, one at least
 * @param step the step that is refused: where the machine could be, and what the entry says, for
 *     example {@code RECONNECTING -> (FAILED, TIME_OUT)}. It is the same text for all sessions with
 *     the same step
 * @param possible the locations in which the machine could be before it
 * @param allowed the notifications that could have been there instead
 */
public record SessionFault(
    long line,
    String message,
    List<String> rules,
    String step,
    List<String> possible,
    List<String> allowed) {

  /** Copies the lists. */
  public SessionFault {
    rules = List.copyOf(rules);
    possible = List.copyOf(possible);
    allowed = List.copyOf(allowed);
  }
}
