package io.mooring.codegen.fleet;

import io.mooring.codegen.fleet.FleetReport.Decided;
import io.mooring.codegen.fleet.FleetReport.Session;
import io.mooring.codegen.fleet.FleetReport.Window;
import io.mooring.codegen.fleet.FleetReport.Windows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up sessions over time, in windows that are as wide as a small picture needs. */
final class FleetWindows {

  /** As many as bars fit beside each other. */
  private static final int MOST = 120;

  /** One session in so many at each end may be left out: their clocks are wrong. */
  private static final int FAR = 200;

  /** They are left out if the picture would be so many times as long with them. */
  private static final int STRETCHED = 3;

  private static final List<Duration> WIDTHS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(28));

  /** A time beyond any clock, in milliseconds. */
  private static final long FARTHEST = 1_000_000_000_000_000L;

  private static final long FINEST = WIDTHS.get(0).toMillis();

  private static final class Sum {
    Decided decided = Decided.NONE;
    final SortedMap<String, Long> rejected = new TreeMap<>();

    void add(Sum other) {
      decided = decided.plus(other.decided);
      other.rejected.forEach((rule, count) -> rejected.merge(rule, count, Long::sum));
    }
  }

  private final SortedMap<Long, Sum> sums = new TreeMap<>();
  private long timeless;

  /** Counts sessions at a moment that is in the window before its end. */
  void add(long moment, String rule, Decided decided) {
    if (moment == Session.NO_TIME) {
      timeless += decided.sessions();
      return;
    }
    Sum sum = sums.computeIfAbsent(end(moment, FINEST), end -> new Sum());
    sum.decided = sum.decided.plus(decided);
    if (decided.rejected() > 0) {
      sum.rejected.merge(rule, decided.rejected(), Long::sum);
    }
  }

  /** The end of the window of a moment; one that is a whole number of windows is an end. */
  private static long end(long moment, long width) {
    long near = Math.max(-FARTHEST, Math.min(FARTHEST, moment));
    return -Math.floorDiv(-near, width) * width;
  }

  Windows windows() {
    long all = sums.values().stream().mapToLong(each -> each.decided.sessions()).sum();
    if (all == 0) {
      return new Windows(0, List.of(), timeless);
    }
    List<Long> ends = new ArrayList<>(sums.keySet());
    long first = firstAfter(ends, all / FAR);
    Collections.reverse(ends);
    long last = firstAfter(ends, all / FAR);
    if (sums.lastKey() - sums.firstKey() <= STRETCHED * (last - first + FINEST)) {
      first = sums.firstKey();
      last = sums.lastKey();
    }
    long width = width(last - first);
    SortedMap<Long, Sum> wide = new TreeMap<>();
    SortedMap<Long, Sum> shown = sums.subMap(first, last + 1);
    shown.forEach((end, sum) -> wide.computeIfAbsent(end(end, width), each -> new Sum()).add(sum));
    long inside = shown.values().stream().mapToLong(each -> each.decided.sessions()).sum();
    return new Windows(
        width,
        wide.entrySet().stream()
            .map(
                each ->
                    new Window(each.getKey(), each.getValue().decided, each.getValue().rejected))
            .toList(),
        all - inside + timeless);
  }

  /** The first end before which there are no more than so many sessions. */
  private long firstAfter(List<Long> ends, long most) {
    long before = 0;
    for (Map.Entry<Long, Sum> each :
        ends.stream().map(end -> Map.entry(end, sums.getOrDefault(end, new Sum()))).toList()) {
      before += each.getValue().decided.sessions();
      if (before > most) {
        return each.getKey();
      }
    }
    return ends.get(ends.size() - 1);
  }

  private static long width(long span) {
    for (Duration each : WIDTHS) {
      if (span / each.toMillis() < MOST) {
        return each.toMillis();
      }
    }
    long width = WIDTHS.get(WIDTHS.size() - 1).toMillis();
    while (span / width >= MOST) {
      width *= 2;
    }
    return width;
  }
}
