package io.mooring.room.testkit.call;

import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * When what happens in a call, counted from the moment at which user A is lost.
 *
 * <p>What a client cannot know beforehand is drawn at random; what it decides, the reconnect
 * window, is chosen so that it gives up no earlier than {@link Timing#GIVE_UP_AT_LEAST} and no
 * later than {@link Timing#GIVE_UP_AT_MOST} after the loss, however long it took to notice it.
 *
 * @param loss how A is lost
 * @param detection how long A's client takes to notice the loss of its network; up to {@link
 *     Timing#DETECTION_AT_MOST}
 * @param back when the network, the next process or the device that slept is back; empty for never
 * @param window how long A's client tries to get back once it has noticed; {@link
 *     Timing#WINDOW_AT_LEAST} to {@link Timing#WINDOW_AT_MOST}
 * @param patience how long the server waits for A's packets before it notifies B that A left;
 *     {@link Timing#SESSION_AT_LEAST} to {@link Timing#SESSION_AT_MOST}
 */
public record Schedule(
    Loss loss, Duration detection, Optional<Duration> back, Duration window, Duration patience) {

  /** How long a device is awake once its client has noticed the loss. */
  private static final Duration AWAKE = Duration.ofSeconds(1);

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

  /** The same with A's network lost. */
  public Schedule(Duration detection, Optional<Duration> back, Duration window, Duration patience) {
    this(Loss.NETWORK, detection, back, window, patience);
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
    return new Schedule(loss, detection, other, window, patience);
  }

  /** The same schedule with A lost in another way. */
  public Schedule withLoss(Loss other) {
    return new Schedule(other, detection, back, window, patience);
  }

  /**
   * From when on A's process does nothing, because it is dead or its device sleeps; empty if it is
   * there all the time.
   */
  public Optional<Duration> awayFrom() {
    Duration asleep = detection.plus(AWAKE);
    return switch (loss) {
      case NETWORK -> Optional.empty();
      case DEATH -> Optional.of(Duration.ZERO);
      case SLEEP ->
          back.filter(awake -> awake.compareTo(asleep) <= 0).isPresent()
              ? Optional.empty()
              : Optional.of(asleep);
    };
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
