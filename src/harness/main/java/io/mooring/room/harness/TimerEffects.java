package io.mooring.room.harness;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Timer;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The timers that effects arm and cancel; null for an effect that does neither. */
final class TimerEffects {
  private static final Map<Effect, Timer> ARMED = new EnumMap<>(Effect.class);
  private static final Map<Effect, Timer> CANCELLED = new EnumMap<>(Effect.class);

  static {
    for (Timer timer : Timer.values()) {
      ARMED.put(timer.arm(), timer);
      CANCELLED.put(timer.cancel(), timer);
    }
  }

  private TimerEffects() {}

  static @Nullable Timer armed(Effect effect) {
    return ARMED.get(effect);
  }

  static boolean arms(Effect effect) {
    return ARMED.containsKey(effect);
  }

  static @Nullable Timer cancelled(Effect effect) {
    return CANCELLED.get(effect);
  }

  /** The timer that an effect arms or cancels. */
  static @Nullable Timer timer(Effect effect) {
    Timer armed = armed(effect);
    return armed == null ? cancelled(effect) : armed;
  }
}
