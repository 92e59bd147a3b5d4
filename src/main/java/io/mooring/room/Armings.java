package io.mooring.room;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Numbers each arming of a timer, so that a late firing is known. Under the mailbox's lock. */
final class Armings {

  /** The timer that each effect arms, for those that do. */
  private static final Map<Effect, Timer> ARMS = new EnumMap<>(Effect.class);

  static {
    for (Timer timer : Timer.values()) {
      ARMS.put(timer.arm(), timer);
    }
  }

  private int number;

  /** Which arming is the latest of each timer. */
  private final int[] latest = new int[ARMS.size()];

  /** The number of the latest arming of any timer. */
  int number() {
    return number;
  }

  /**
   * Gives a number to the arming of each timer that a step arms.
   *
   * @return whether it arms one
   */
  boolean count(Step step) {
    List<Effect> effects = step.effects();
    int next = number + 1;
    for (int i = 0; i < effects.size(); i++) {
      Timer timer = ARMS.get(effects.get(i));
      if (timer != null) {
        latest[index(timer)] = next;
        number = next;
      }
    }
    return number == next;
  }

  /** Whether a timer was not armed again since. */
  boolean isLatest(Timer timer, int arming) {
    return arming == latest[index(timer)];
  }

  @SuppressWarnings("EnumOrdinal") // a map would cost each connection ten times as much
  private static int index(Timer timer) {
    return timer.ordinal();
  }
}
