// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.time.Duration;
import java.util.Optional;

/** The timers of the client, measured by its own clock. */
public enum Timer {
  /** The time limit of a first join. */
  JOIN_TIMEOUT(
      "joinTimeout",
      Effect.ARM_JOIN_TIMEOUT,
      Effect.CANCEL_JOIN_TIMEOUT,
      Event.LONG_LINK_FAILED,
      false,
      Duration.ofSeconds(1),
      Duration.ofSeconds(30)),
  /** The time in which the client may get back into the room. */
  RECONNECT_WINDOW(
      "reconnectWindow",
      Effect.ARM_WINDOW,
      Effect.CANCEL_WINDOW,
      Event.RECONNECT_WINDOW_USED_UP,
      true,
      Duration.ofSeconds(30),
      Duration.ofSeconds(40));

  private static final Timer[] VALUES = values();

  private final String value;
  private final Effect arm;
  private final Effect cancel;
  private final Event fact;
  private final boolean onlyTeller;
  private final Duration shortest;
  private final Duration longest;

  Timer(
      String value,
      Effect arm,
      Effect cancel,
      Event fact,
      boolean onlyTeller,
      Duration shortest,
      Duration longest) {
    this.value = value;
    this.arm = arm;
    this.cancel = cancel;
    this.fact = fact;
    this.onlyTeller = onlyTeller;
    this.shortest = shortest;
    this.longest = longest;
  }

  /** {@return the string of this timer in the specification} */
  public String value() {
    return value;
  }

  /** {@return the effect that arms it, with its full duration} */
  public Effect arm() {
    return arm;
  }

  /** {@return the effect that cancels it, if it runs} */
  public Effect cancel() {
    return cancel;
  }

  /** {@return the fact that it reports when it expires} */
  public Event fact() {
    return fact;
  }

  /** {@return the shortest time that it may run} */
  public Duration shortest() {
    return shortest;
  }

  /** {@return the longest time that it may run} */
  public Duration longest() {
    return longest;
  }

  /**
   * {@return the timer that is the only source of a fact, or empty if there is none}
   *
   * @param fact any event
   */
  public static Optional<Timer> onlyTeller(Event fact) {
    for (Timer timer : VALUES) {
      if (timer.onlyTeller && timer.fact == fact) {
        return Optional.of(timer);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the timer that an effect arms, or empty if it arms none}
   *
   * @param effect any effect
   */
  public static Optional<Timer> armedBy(Effect effect) {
    for (Timer timer : VALUES) {
      if (timer.arm == effect) {
        return Optional.of(timer);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the timer that an effect cancels, or empty if it cancels none}
   *
   * @param effect any effect
   */
  public static Optional<Timer> cancelledBy(Effect effect) {
    for (Timer timer : VALUES) {
      if (timer.cancel == effect) {
        return Optional.of(timer);
      }
    }
    return Optional.empty();
  }
}
