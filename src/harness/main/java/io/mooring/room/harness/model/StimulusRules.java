package io.mooring.room.harness.model;

import java.time.Duration;

/** What a stimulus may consist of. */
final class StimulusRules {

  private StimulusRules() {}

  /** Whether a stimulus waits for a callback, or is about a blocked call. */
  static boolean isAboutCallbacks(Stimulus stimulus) {
    return stimulus instanceof Stimulus.InCallback
        || stimulus instanceof Stimulus.ThrowInCallback
        || stimulus instanceof Stimulus.Block
        || stimulus instanceof Stimulus.Unblock;
  }

  static void requireTime(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time must not be negative, got " + time);
    }
    if (!time.equals(Duration.ofMillis(time.toMillis()))) {
      throw new IllegalArgumentException("whole milliseconds only, got " + time);
    }
  }

  static void requireAge(int age) {
    if (age < 0) {
      throw new IllegalArgumentException("age must be 0 or more, got " + age);
    }
  }
}
