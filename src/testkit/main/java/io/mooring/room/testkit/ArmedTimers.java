package io.mooring.room.testkit;

import io.mooring.room.spec.Timer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every timer that a connection has armed during a walk, by its kind, in the order of arming. */
final class ArmedTimers {
  private final Map<Timer, List<VirtualTime.Timer>> armed = new EnumMap<>(Timer.class);

  /** How a timer is called in reports: {@code the reconnect window}. */
  static String name(Timer timer) {
    return "the " + timer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private List<VirtualTime.Timer> of(Timer timer) {
    return armed.computeIfAbsent(timer, kind -> new ArrayList<>());
  }

  void add(Timer timer, VirtualTime.Timer run) {
    of(timer).add(run);
  }

  /** How many runs of a timer were armed so far. */
  int count(Timer timer) {
    return of(timer).size();
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
