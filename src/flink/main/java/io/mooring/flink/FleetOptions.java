package io.mooring.flink;

import java.io.Serializable;
import java.time.Duration;

/**
 * How the sessions of a fleet are judged.
 *
 * @param tolerance how wrong the times of a session may be
 * @param fromTheMiddle whether a session may begin in any location
 * @param silence a session that says nothing for so long has ended, and what comes later is another
 *     one; in whole milliseconds
 * @param duplicates how a line is recognised that was delivered twice
 * @param reason the field of a notification by which rejections are counted
 * @param key with it sessions are called by a digest, and lines are left out; empty to hide nothing
 * @param keep how many of its last lines the verdict of a rejected session has, up to the rejected
 *     one; so many lines are kept of every session
 * @param table the fingerprint of the table whose rows are counted ({@code Table.FINGERPRINT} of
 *     the generated code); empty to count none
 */
public record FleetOptions(
    Duration tolerance,
    boolean fromTheMiddle,
    Duration silence,
    Duplicates duplicates,
    String reason,
    String key,
    int keep,
    String table)
    implements Serializable {

  /** How many lines may be kept at most. */
  public static final int MOST_KEPT = 1_000;

  /** A second of tolerance, whole sessions, a day of silence, no duplicates, nothing hidden. */
  public static final FleetOptions DEFAULT =
      new FleetOptions(
          Duration.ofSeconds(1), false, Duration.ofDays(1), Duplicates.NONE, "reason", "", 0, "");

  /** Options that count no rows. */
  public FleetOptions(
      Duration tolerance,
      boolean fromTheMiddle,
      Duration silence,
      Duplicates duplicates,
      String reason,
      String key,
      int keep) {
    this(tolerance, fromTheMiddle, silence, duplicates, reason, key, keep, "");
  }

  /**
   * The same with another silence.
   *
   * @throws IllegalArgumentException if it is less than a millisecond
   */
  public FleetOptions silence(Duration time) {
    return new FleetOptions(tolerance, fromTheMiddle, time, duplicates, reason, key, keep, table);
  }

  /** The same with another way to recognise duplicates. */
  public FleetOptions duplicates(Duplicates by) {
    return new FleetOptions(tolerance, fromTheMiddle, silence, by, reason, key, keep, table);
  }

  /** The same with names hidden by a digest with this key. */
  public FleetOptions hidden(String secret) {
    return new FleetOptions(
        tolerance, fromTheMiddle, silence, duplicates, reason, secret, keep, table);
  }

  /**
   * The same with so many last lines in the verdict of a rejected session.
   *
   * @throws IllegalArgumentException if they are less than 0, or more than {@value #MOST_KEPT}
   */
  public FleetOptions keep(int lines) {
    return new FleetOptions(
        tolerance, fromTheMiddle, silence, duplicates, reason, key, lines, table);
  }

  /** The same with rows counted against the table of this fingerprint. */
  public FleetOptions counting(String fingerprint) {
    return new FleetOptions(
        tolerance, fromTheMiddle, silence, duplicates, reason, key, keep, fingerprint);
  }

  /** Refuses a silence that is none, and too many lines. */
  public FleetOptions {
    if (silence.toMillis() < 1) {
      throw new IllegalArgumentException("a silence of " + silence + " is none");
    }
    if (keep < 0 || keep > MOST_KEPT) {
      throw new IllegalArgumentException(
          keep + " lines cannot be kept of a session, but 0 to " + MOST_KEPT);
    }
  }
}
