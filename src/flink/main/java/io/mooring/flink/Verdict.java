package io.mooring.flink;

import java.util.List;

/**
 * What is decided on one session.
 *
 * @param session the session
 * @param decision what is decided
 * @param rule the property that is violated if it is rejected: of several the most specific; else
 *     empty
 * @param reason the field of this name of the notification that is not explained; empty if there is
 *     none
 * @param step the step that is refused: where the machine could be, and what the line says, for
 *     example {@code RECONNECTING -> (FAILED, TIME_OUT)}; empty if it is not rejected
 * @param message why it is rejected or undecided, on one line; else empty
 * @param line the line from which it is rejected; else empty
 * @param version the version of the client, from the first line that has one
 * @param region where the client is, likewise
 * @param first the time of its first line, in milliseconds since 1970; {@link Callback#NONE} if no
 *     line of it was in time
 * @param last that of its last line
 * @param judged how many lines of it were judged
 * @param lines the last lines of a rejected session up to the rejected one, as many as {@link
 *     FleetOptions#keep} says; else none
 */
public record Verdict(
    String session,
    Decision decision,
    String rule,
    String reason,
    String step,
    String message,
    String line,
    String version,
    String region,
    long first,
    long last,
    long judged,
    List<String> lines) {

  /** Copies the lines. */
  public Verdict {
    lines = List.copyOf(lines);
  }

  /** The same of a session that is called otherwise, and without its lines. */
  Verdict hidden(String name) {
    return new Verdict(
        name, decision, rule, reason, step, message, "", version, region, first, last, judged,
        List.of());
  }
}
