package io.mooring.room.testkit;

import io.mooring.room.spec.Timer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every timer that a connection has armed during a walk, by its kind, in the order of arming. */
final class ArmedTimers {
  private static final Map<Timer, String> NAMES = new EnumMap<>(Timer.class);

  static {
    for (Timer timer : Timer.values()) {
      NAMES.put(timer, "the " + timer.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  private final Map<Timer, List<VirtualTime.Timer>> armed = new EnumMap<>(Timer.class);

  /** Those of them that waited for their deadline when somebody asked last, and newer ones. */
  private final Map<Timer, List<VirtualTime.Timer>> waiting = new EnumMap<>(Timer.class);

  private VirtualTime.@Nullable Timer newest;
  private int count;

  /** How a timer is called in reports: {@code the reconnect window}. */
  static String name(Timer timer) {
    return Objects.requireNonNull(NAMES.get(timer));
  }

  void add(Timer timer, VirtualTime.Timer run) {
    armed.computeIfAbsent(timer, kind -> new ArrayList<>()).add(run);
    waiting.computeIfAbsent(timer, kind -> new ArrayList<>()).add(run);
    newest = run;
    count++;
  }

  /** How many runs were armed so far, of all timers. */
  int count() {
    return count;
  }

  /** Whether no timer was armed after this run. */
  boolean isNewest(VirtualTime.Timer run) {
    return newest == run;
  }

  /** The run that was armed {@code ago} runs before the newest of its kind, if there is one. */
  Optional<VirtualTime.Timer> find(Timer timer, int ago) {
    List<VirtualTime.Timer> runs = armed.getOrDefault(timer, List.of());
    return ago < runs.size() ? Optional.of(runs.get(runs.size() - 1 - ago)) : Optional.empty();
  }

  /** How many runs of a timer wait for their deadline. */
  int waiting(Timer timer) {
    List<VirtualTime.Timer> runs = waiting.get(timer);
    if (runs == null) {
      return 0;
    }
    runs.removeIf(run -> !run.isPending());
    return runs.size();
  }
}
