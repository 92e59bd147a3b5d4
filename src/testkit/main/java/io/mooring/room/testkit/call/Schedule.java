package io.mooring.room.testkit.call;

import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * When what happens in a call, counted from the moment at which user A's network is lost.
 *
 * <p>What a client cannot know beforehand is drawn at random; what it decides, the reconnect
 * window, is chosen so that it gives up no earlier than {@link Timing#GIVE_UP_AT_LEAST} and no
 * later than {@link Timing#GIVE_UP_AT_MOST} after the loss, however long it took to notice it.
 *
 * @param detection how long A's client takes to notice the loss; up to {@link
 *     Timing#DETECTION_AT_MOST}
 * @param back when the network is back; empty for never
 * @param window how long A's client tries to get back once it has noticed; {@link
 *     Timing#WINDOW_AT_LEAST} to {@link Timing#WINDOW_AT_MOST}
 * @param patience how long the server waits for A's packets before it tells B that A left; {@link
 *     Timing#SESSION_AT_LEAST} to {@link Timing#SESSION_AT_MOST}
 */
public record Schedule(
    Duration detection, Optional<Duration> back, Duration window, Duration patience) {

  /** When a network that comes back at random is back at the latest. */
  private static final Duration LATEST = Timing.SESSION_AT_MOST.plusSeconds(10);

  /** Refuses what lies outside the bounds. */
  public Schedule {
    requireBetween("detection", detection, Duration.ZERO, Timing.DETECTION_AT_MOST);
    requireBetween("window", window, Timing.WINDOW_AT_LEAST, Timing.WINDOW_AT_MOST);
    requireBetween("patience", patience, Timing.SESSION_AT_LEAST, Timing.SESSION_AT_MOST);
    if (back.isPresent() && back.get().compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("back must be after the loss, got " + back.get());
    }
  }

  /** A schedule that depends on the seed alone; every fifth or so never gets its network back. */
  public static Schedule random(long seed) {
    // Neighbouring seeds give similar first numbers.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 0x7F4A7C15L);
    Duration detection = between(random, Duration.ZERO, Timing.DETECTION_AT_MOST);
    Duration window = between(random, Timing.WINDOW_AT_LEAST, Timing.WINDOW_AT_MOST);
    Duration patience = between(random, Timing.SESSION_AT_LEAST, Timing.SESSION_AT_MOST);
    Optional<Duration> back =
        random.nextInt(5) == 0
            ? Optional.empty()
            : Optional.of(between(random, Duration.ZERO, LATEST).plusMillis(1));
    return new Schedule(detection, back, window, patience);
  }

  /** The same schedule with the network back at another time. */
  public Schedule withBack(Optional<Duration> other) {
    return new Schedule(detection, other, window, patience);
  }

  private static Duration between(Random random, Duration from, Duration to) {
    return from.plusMillis(random.nextInt((int) to.minus(from).toMillis() + 1));
  }

  private static void requireBetween(String name, Duration value, Duration from, Duration to) {
    if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          name
              + " must be "
              + Call.seconds(from)
              + " to "
              + Call.seconds(to)
              + ", got "
              + value.toMillis()
              + " ms");
    }
  }
}
