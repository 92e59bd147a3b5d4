package io.mooring.room;

import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.List;

/** See {@link ReconnectPolicy#rounds}. */
record Rounds(int servers) implements ReconnectPolicy {

  private static final List<Duration> LIMITS =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(6));

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
