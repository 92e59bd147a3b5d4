package io.mooring.room;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When events came in, and when timers expire. The clock is read outside the connection's lock, and
 * only for events whose time is needed: with a recorder for all of them; otherwise for those that
 * arm a timer, for all that come in while a timer runs, since they may come after its end, and for
 * those that listeners are notified of.
 */
final class EventClock {

  /** In place of a time: it was not needed, or the clock failed. */
  static final long NOT_READ = Long.MIN_VALUE;

  /** The events that arm a timer somewhere. */
  private static final Set<Event> ARMING =
      Table.steps().stream()
          .filter(step -> EffectPlan.of(Table.index(step.from()), step).arms() != null)
          .map(Step::event)
          .collect(toCollection(() -> EnumSet.noneOf(Event.class)));

  /** By the index of a location and an event: whether its time is needed there. */
  private static final boolean[] TIMED = timed();

  private final RoomScheduler scheduler;
  private final Failures failures;
  private final boolean recorded;

  // Guarded by the connection's lock.
  private long latest;
  private long began;

  EventClock(RoomScheduler scheduler, Failures failures, boolean recorded) {
    this.scheduler = scheduler;
    this.failures = failures;
    this.recorded = recorded;
    this.began = NOT_READ;
    this.latest = recorded ? orZero(now()) : 0;
  }

  private static boolean[] timed() {
    List<Step> steps = Table.steps();
    boolean[] timed = new boolean[steps.size()];
    for (Step step : steps) {
      timed[Table.index(step.from(), step.event())] =
          ARMING.contains(step.event()) || !step.notifications().isEmpty() || step.from().isTimed();
    }
    return timed;
  }

  /**
   * The time now, if it is needed for this event.
   *
   * @param location where the connection was a moment ago; if it has moved on since, an episode
   *     that is under way by now began after the event came in, and has lasted for no time
   */
  long timeOf(Event event, Location location) {
    return recorded || TIMED[Table.index(location, event)] ? now() : NOT_READ;
  }

  long now() {
    try {
      return scheduler.nanoTime();
    } catch (Throwable thrown) {
      // Without a clock a command is still decided; a timer that needs one counts as run out.
      failures.report(Callee.SCHEDULER, "nanoTime", 0, thrown);
      return NOT_READ;
    }
  }

  /**
   * Schedules a task at a delay after a moment: a slow transport, or another thread, may have
   * delayed this call since then. What the scheduler throws is thrown.
   *
   * @param from the moment, or {@link #NOT_READ} for now
   */
  Cancellable schedule(long from, Duration delay, Runnable task) {
    Duration rest = delay;
    if (from != NOT_READ) {
      long passed = Math.max(0, scheduler.nanoTime() - from);
      rest = Duration.ofNanos(Math.max(0, delay.toNanos() - passed));
    }
    return requireNonNull(scheduler.schedule(rest, task), "RoomScheduler.schedule returned null");
  }

  /** Cancels a task, if there is one. */
  void cancel(@Nullable Cancellable task, long sessionEpoch) {
    if (task == null) {
      return;
    }
    try {
      task.cancel();
    } catch (Throwable thrown) {
      failures.report(Callee.SCHEDULER, "cancel", sessionEpoch, thrown);
    }
  }

  /* ---------------- under the connection's lock ---------------- */

  /** A join or an episode begins. */
  void begin(long now) {
    began = now;
  }

  /** How long what is under way in a location has lasted, in nanoseconds; zero if nothing is. */
  long lasted(Location location, long now) {
    return !location.isTimed() || began == NOT_READ || now == NOT_READ
        ? 0
        : Math.max(0, now - began);
  }

  /** The time of a delivery, never before that of the one before it: two threads may race. */
  long inOrder(long now) {
    if (!recorded) {
      return orZero(now);
    }
    if (now != NOT_READ && now - latest > 0) {
      latest = now;
    }
    return latest;
  }

  static long orZero(long now) {
    return now == NOT_READ ? 0 : now;
  }
}
