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
 */
public record FleetOptions(
    Duration tolerance,
    boolean fromTheMiddle,
    Duration silence,
    Duplicates duplicates,
    String reason,
    String key)
    implements Serializable {

  /** A second of tolerance, whole sessions, a day of silence, no duplicates, nothing hidden. */
  public static final FleetOptions DEFAULT =
      new FleetOptions(
          Duration.ofSeconds(1), false, Duration.ofDays(1), Duplicates.NONE, "reason", "");

  /**
   * The same with another silence.
   *
   * @throws IllegalArgumentException if it is less than a millisecond
   */
  public FleetOptions silence(Duration time) {
    return new FleetOptions(tolerance, fromTheMiddle, time, duplicates, reason, key);
  }

  /** The same with another way to recognise duplicates. */
  public FleetOptions duplicates(Duplicates by) {
    return new FleetOptions(tolerance, fromTheMiddle, silence, by, reason, key);
  }

  /** The same with names hidden by a digest with this key. */
  public FleetOptions hidden(String secret) {
    return new FleetOptions(tolerance, fromTheMiddle, silence, duplicates, reason, secret);
  }

  /** Refuses a silence that is none. */
  public FleetOptions {
    if (silence.toMillis() < 1) {
      throw new IllegalArgumentException("a silence of " + silence + " is none");
    }
  }
}
