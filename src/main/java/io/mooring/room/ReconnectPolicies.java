package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.List;

/**
 * The policies of the library. They and {@link ReconnectPolicy} refer to each other: the interface
 * has a factory method for each of them.
 */
final class ReconnectPolicies {

  private ReconnectPolicies() {}

  /** See {@link ReconnectPolicy#rounds}. */
  record Rounds(int servers) implements ReconnectPolicy {

    private static final List<Duration> LIMITS =
        List.of(Timing.FIRST_ROUND, Timing.SECOND_ROUND, Timing.THIRD_ROUND);

    Rounds {
      if (servers < 1) {
        throw new IllegalArgumentException("Rounds need at least 1 server, not " + servers + ".");
      }
    }

    @Override
    public Duration timeLimit(int attempt) {
      return LIMITS.get((attempt - 1) / servers % LIMITS.size());
    }

    @Override
    public Duration backOff(int failed, double random) {
      return Timing.BACK_OFF_AT_LEAST;
    }
  }

  /** See {@link ReconnectPolicy#exponential}. */
  record ExponentialBackOff(Duration first, double factor, Duration longest, double jitter)
      implements ReconnectPolicy {

    ExponentialBackOff {
      requireNonNull(first, "first");
      requireNonNull(longest, "longest");
      require(
          first.compareTo(Timing.BACK_OFF_AT_LEAST) >= 0,
          "the first pause is "
              + DurationText.of(first)
              + ", but it lasts at least "
              + DurationText.of(Timing.BACK_OFF_AT_LEAST)
              + " (Timing.BACK_OFF_AT_LEAST)");
      require(
          longest.compareTo(first) >= 0,
          "the longest pause, "
              + DurationText.of(longest)
              + ", is shorter than the first, "
              + DurationText.of(first));
      require(
          factor >= 1 && Double.isFinite(factor), "the factor is " + factor + ", not 1 or more");
      require(jitter >= 0 && jitter <= 1, "the jitter is " + jitter + ", not from 0 to 1");
      require(
          longest.compareTo(Timing.BACK_OFF_AT_MOST) <= 0
              && longest.toNanos() * (1 + jitter) <= Timing.BACK_OFF_AT_MOST.toNanos(),
          "the longest pause is "
              + DurationText.of(longest)
              + " and its random part up to "
              + jitter
              + " of that, but together they last at most "
              + DurationText.of(Timing.BACK_OFF_AT_MOST)
              + " (Timing.BACK_OFF_AT_MOST)");
    }

    private static void require(boolean possible, String wrong) {
      if (!possible) {
        throw new IllegalArgumentException("Such a back-off is not possible: " + wrong + ".");
      }
    }

    @Override
    public Duration timeLimit(int attempt) {
      return Timing.ATTEMPT_AT_MOST;
    }

    @Override
    public Duration backOff(int failed, double random) {
      double grown =
          Math.min(
              (double) longest.toNanos(), (double) first.toNanos() * Math.pow(factor, failed - 1));
      return Duration.ofNanos((long) (grown * (1 + jitter * random)));
    }
  }
}
