package io.mooring.room;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The effects of a step in two groups: timers are armed and cancelled as soon as the step is
 * decided, and wait for nothing; for the rest the transport is called, in order.
 *
 * @param opens whether a session is opened
 * @param asks whether the transport is called
 * @param arms the timer that is armed, if any: there is one at a time
 * @param cancels the timers that are cancelled, a bit for each
 */
record EffectPlan(boolean opens, boolean asks, @Nullable Timer arms, int cancels) {

  /** By the place of a location, and event. */
  private static final EffectPlan[] ROWS = new EffectPlan[Table.steps().size()];

  static {
    for (Step step : Table.steps()) {
      ROWS[Table.index(step.from(), step.event())] = read(step);
    }
  }

  /** The plan of the table's row for an event. */
  static EffectPlan of(int index, Event event) {
    return ROWS[Table.index(index, event)];
  }

  /** The plan of an engine's step, which nearly always is a row of the table. */
  @SuppressWarnings("ReferenceEquality") // most are the very row; to compare costs more
  static EffectPlan of(int index, Step step) {
    return Table.step(index, step.event()) == step ? of(index, step.event()) : read(step);
  }

  @SuppressWarnings("EnumOrdinal") // never leaves this object
  private static int bit(Timer timer) {
    return 1 << timer.ordinal();
  }

  boolean cancels(Timer timer) {
    return (cancels & bit(timer)) != 0;
  }

  private static EffectPlan read(Step step) {
    boolean asks = false;
    Timer arms = null;
    int cancels = 0;
    for (Effect effect : step.effects()) {
      Timer armed = Timer.armedBy(effect).orElse(null);
      Timer cancelled = Timer.cancelledBy(effect).orElse(null);
      if (armed != null) {
        arms = armed;
      } else if (cancelled != null) {
        cancels |= bit(cancelled);
      } else {
        asks = true;
      }
    }
    return new EffectPlan(step.effects().contains(Effect.OPEN_TRANSPORT), asks, arms, cancels);
  }
}
