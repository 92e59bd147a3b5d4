package io.mooring.room;

import static io.mooring.room.spec.Timing.ATTEMPT_AT_MOST;
import static io.mooring.room.spec.Timing.BACK_OFF_AT_LEAST;
import static io.mooring.room.spec.Timing.BACK_OFF_AT_MOST;
import static io.mooring.room.spec.Timing.WINDOW_AT_MOST;

import io.mooring.room.CallFailure.Callee;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** A reconnect policy clamped to the bounds of the specification. Immutable. */
final class BoundedPolicy {

  /** The default policy: rounds over one server. */
  static final ReconnectPolicy DEFAULT_POLICY = ReconnectPolicy.rounds(1);

  /** The default of all connections, which share it. */
  static final BoundedPolicy DEFAULT =
      new BoundedPolicy(DEFAULT_POLICY, () -> ThreadLocalRandom.current().nextDouble());

  private static final double LARGEST_RANDOM = Math.nextDown(1.0);

  private final ReconnectPolicy policy;
  private final DoubleSupplier random;

  private BoundedPolicy(ReconnectPolicy policy, DoubleSupplier random) {
    this.policy = policy;
    this.random = random;
  }

  /**
   * This with another policy.
   *
   * @throws IllegalArgumentException when it breaks a bound with any attempt that there can be
   *     within the longest window, with what it said and what it may say
   */
  BoundedPolicy with(ReconnectPolicy other) {
    requirePossible(other);
    return new BoundedPolicy(other, random);
  }

  /** This with another source of random numbers. */
  BoundedPolicy with(DoubleSupplier other) {
    return new BoundedPolicy(policy, other);
  }

  /** How long an attempt may take; the longest possible if the policy's answer is invalid. */
  Duration timeLimit(int attempt, Failures failures, long sessionEpoch) {
    try {
      Duration limit = policy.timeLimit(attempt);
      requirePossible(wrongLimit(attempt, limit));
      return limit;
    } catch (Throwable thrown) {
      failures.report(Callee.POLICY, "timeLimit", sessionEpoch, thrown);
      return ATTEMPT_AT_MOST;
    }
  }

  /** How long the pause after an attempt is; the shortest if the policy's answer is invalid. */
  Duration backOff(int attempt, Failures failures, long sessionEpoch) {
    try {
      Duration pause = policy.backOff(attempt, randomNumber());
      requirePossible(wrongPause(attempt, pause));
      return pause;
    } catch (Throwable thrown) {
      failures.report(Callee.POLICY, "backOff", sessionEpoch, thrown);
      return BACK_OFF_AT_LEAST;
    }
  }

  private double randomNumber() {
    double number = random.getAsDouble();
    if (number >= 0 && number < 1) {
      return number;
    }
    throw new IllegalStateException(
        "The source of random numbers returned " + number + ", but 0 <= number < 1.");
  }

  private void requirePossible(@Nullable String wrong) {
    if (wrong != null) {
      throw new IllegalStateException(policy + ": " + wrong);
    }
  }

  /** Checks every attempt, with the smallest and the largest random number. */
  private static void requirePossible(ReconnectPolicy policy) {
    Duration begun = Duration.ZERO;
    for (int attempt = 1; begun.compareTo(WINDOW_AT_MOST) < 0; attempt++) {
      refuse(policy, wrongLimit(attempt, policy.timeLimit(attempt)));
      Duration one = policy.backOff(attempt, 0);
      refuse(policy, wrongPause(attempt, one));
      Duration other = policy.backOff(attempt, LARGEST_RANDOM);
      refuse(policy, wrongPause(attempt, other));
      // As many attempts as can be: each fails at once.
      begun = begun.plus(one.compareTo(other) < 0 ? one : other);
    }
  }

  private static void refuse(ReconnectPolicy policy, @Nullable String wrong) {
    if (wrong != null) {
      throw new IllegalArgumentException(
          "The reconnect policy " + policy + " is not possible: " + wrong);
    }
  }

  private static @Nullable String wrongLimit(int attempt, @Nullable Duration limit) {
    return limit != null
            && limit.compareTo(Duration.ZERO) > 0
            && limit.compareTo(ATTEMPT_AT_MOST) <= 0
        ? null
        : "attempt "
            + attempt
            + " may take "
            + DurationText.of(limit)
            + ", but an attempt takes more than 0 s and at most "
            + DurationText.of(ATTEMPT_AT_MOST)
            + " (Timing.ATTEMPT_AT_MOST).";
  }

  private static @Nullable String wrongPause(int attempt, @Nullable Duration pause) {
    return pause != null
            && pause.compareTo(BACK_OFF_AT_LEAST) >= 0
            && pause.compareTo(BACK_OFF_AT_MOST) <= 0
        ? null
        : "the pause after attempt "
            + attempt
            + " is "
            + DurationText.of(pause)
            + ", but it lasts at least "
            + DurationText.of(BACK_OFF_AT_LEAST)
            + " and at most "
            + DurationText.of(BACK_OFF_AT_MOST)
            + " (Timing.BACK_OFF_AT_LEAST, Timing.BACK_OFF_AT_MOST).";
  }
}
