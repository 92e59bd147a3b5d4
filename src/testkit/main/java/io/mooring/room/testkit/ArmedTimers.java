package io.mooring.room.testkit;

import io.mooring.room.spec.Timer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every timer that a connection has armed during a walk, by its kind, in the order of arming. */
final class ArmedTimers {
  private final Map<Timer, List<VirtualTime.Timer>> armed = new EnumMap<>(Timer.class);
  private VirtualTime.@Nullable Timer newest;

  /** How a timer is called in reports: {@code the reconnect window}. */
  static String name(Timer timer) {
    return "the " + timer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private List<VirtualTime.Timer> of(Timer timer) {
    return armed.computeIfAbsent(timer, kind -> new ArrayList<>());
  }

  void add(Timer timer, VirtualTime.Timer run) {
    of(timer).add(run);
    newest = run;
  }

  /** How many runs were armed so far, of all timers. */
  int count() {
    return armed.values().stream().mapToInt(List::size).sum();
  }

  /** Whether no timer was armed after this run. */
  boolean isNewest(VirtualTime.Timer run) {
    return newest == run;
  }

  /** The run that was armed {@code ago} runs before the newest of its kind, if there is one. */
  Optional<VirtualTime.Timer> find(Timer timer, int ago) {
    List<VirtualTime.Timer> runs = of(timer);
    return ago < runs.size() ? Optional.of(runs.get(runs.size() - 1 - ago)) : Optional.empty();
  }

  /** How many runs of a timer wait for their deadline. */
  long waiting(Timer timer) {
    return of(timer).stream().filter(VirtualTime.Timer::isPending).count();
  }
}
