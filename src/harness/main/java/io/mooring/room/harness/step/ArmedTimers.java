package io.mooring.room.harness.step;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The timers that a connection has armed during a run, by their kind, in the order of arming. */
@SuppressWarnings("EnumOrdinal") // an index into an array of one run
final class ArmedTimers {
  private static final Map<Timer, String> NAMES = new EnumMap<>(Timer.class);

  static {
    for (Timer timer : Timer.values()) {
      NAMES.put(timer, "the " + timer.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  private final Runs[] armed = new Runs[NAMES.size()];
  private VirtualTime.@Nullable Timer newest;
  private int count;

  /** The runs of one timer. */
  private static final class Runs {
    private final List<VirtualTime.Timer> all = new ArrayList<>(0);

    /** Those that were pending at the latest query, and newer ones. */
    private final List<VirtualTime.Timer> waiting = new ArrayList<>(0);
  }

  ArmedTimers() {
    Arrays.setAll(armed, timer -> new Runs());
  }

  private Runs runs(Timer timer) {
    return armed[timer.ordinal()];
  }

  /** The name of a timer in reports: {@code the reconnect window}. */
  static String name(Timer timer) {
    return Objects.requireNonNull(NAMES.get(timer));
  }

  /** The timer that an effect arms or cancels; null if it does neither. */
  static @Nullable Timer timer(Effect effect) {
    Optional<Timer> armed = Timer.armedBy(effect);
    return armed.isPresent() ? armed.get() : Timer.cancelledBy(effect).orElse(null);
  }

  void add(Timer timer, VirtualTime.Timer run) {
    Runs runs = runs(timer);
    runs.all.add(run);
    runs.waiting.add(run);
    newest = run;
    count++;
  }

  /** The number of runs so far, of all timers. */
  int count() {
    return count;
  }

  /** Whether no timer was armed after this run. */
  boolean isNewest(VirtualTime.Timer run) {
    return newest == run;
  }

  /** The run that was armed {@code age} runs before the newest of its kind, if there is one. */
  Optional<VirtualTime.Timer> find(Timer timer, int age) {
    Runs runs = runs(timer);
    return age < runs.all.size()
        ? Optional.of(runs.all.get(runs.all.size() - 1 - age))
        : Optional.empty();
  }

  /** A timer that did not fire though its deadline has passed, because the process slept. */
  Optional<Timer> overdue() {
    for (Timer timer : NAMES.keySet()) {
      for (VirtualTime.Timer run : runs(timer).waiting) {
        if (run.isOverdue()) {
          return Optional.of(timer);
        }
      }
    }
    return Optional.empty();
  }

  /** The number of runs of a timer that are pending. */
  int waiting(Timer timer) {
    return pending(runs(timer).waiting);
  }

  /** Removes the timers that are no longer pending from a list, and returns how many are left. */
  static int pending(List<VirtualTime.Timer> timers) {
    for (int i = timers.size() - 1; i >= 0; i--) {
      if (!timers.get(i).isPending()) {
        timers.remove(i);
      }
    }
    return timers.size();
  }
}
