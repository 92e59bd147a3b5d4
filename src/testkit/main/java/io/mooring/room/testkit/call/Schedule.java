package io.mooring.room.testkit.call;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * When what happens in a call, counted from the moment at which user A's network is lost.
 *
 * <p>What a client cannot know beforehand is drawn at random; what it decides, the reconnect
 * window, is chosen so that it gives up no earlier than 30 s and no later than 50 s after the loss,
 * however long it took to notice it.
 *
 * @param detection how long A's client takes to notice the loss; 1 s to 10 s
 * @param back when the network is back; empty for never
 * @param window how long A's client tries to get back once it has noticed; 30 s to 40 s
 * @param patience how long the server waits for A's packets before it tells B that A left; 40 s to
 *     50 s
 */
public record Schedule(
    Duration detection, Optional<Duration> back, Duration window, Duration patience) {

  /** Refuses what lies outside the bounds. */
  public Schedule {
    requireBetween("detection", detection, 1, 10);
    requireBetween("window", window, 30, 40);
    requireBetween("patience", patience, 40, 50);
    if (back.isPresent() && back.get().compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("back must be after the loss, got " + back.get());
    }
  }

  /** A schedule that depends on the seed alone; every fifth or so never gets its network back. */
  public static Schedule random(long seed) {
    // Neighbouring seeds give similar first numbers.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 0x7F4A7C15L);
    Duration detection = between(random, 1, 10);
    Duration window = between(random, 30, 40);
    Duration patience = between(random, 40, 50);
    Optional<Duration> back =
        random.nextInt(5) == 0
            ? Optional.empty()
            : Optional.of(between(random, 0, 60).plusMillis(1));
    return new Schedule(detection, back, window, patience);
  }

  /** The same schedule with the network back at another time. */
  public Schedule withBack(Optional<Duration> other) {
    return new Schedule(detection, other, window, patience);
  }

  private static Duration between(Random random, int fromSeconds, int toSeconds) {
    return Duration.ofMillis(
        fromSeconds * 1000L + random.nextInt((toSeconds - fromSeconds) * 1000 + 1));
  }

  private static void requireBetween(String name, Duration value, int fromSeconds, int toSeconds) {
    if (value.compareTo(Duration.ofSeconds(fromSeconds)) < 0
        || value.compareTo(Duration.ofSeconds(toSeconds)) > 0) {
      throw new IllegalArgumentException(
          name
              + " must be "
              + fromSeconds
              + " s to "
              + toSeconds
              + " s, got "
              + value.toMillis()
              + " ms");
    }
  }
}
