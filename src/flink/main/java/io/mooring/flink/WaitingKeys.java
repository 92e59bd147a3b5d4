package io.mooring.flink;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions have lines that wait, by the times of these lines. It is not saved: the lines are,
 * and from them it is made again.
 */
final class WaitingKeys {

  /** Times of so many milliseconds are one step. */
  private static final int STEP = 64;

  private final TreeMap<Long, List<String>> steps = new TreeMap<>();
  private long latestStep;
  private List<String> latest = new ArrayList<>();

  /** A line of a session waits. */
  void add(String session, long time) {
    long step = Math.floorDiv(time, STEP);
    if (steps.isEmpty() || step != latestStep) {
      latest = steps.computeIfAbsent(step, each -> new ArrayList<>());
      latestStep = step;
    }
    latest.add(session);
  }

  /** Removes the sessions that may have lines up to a time, and gives each of them once. */
  Set<String> upTo(long time) {
    Set<String> due = new LinkedHashSet<>();
    long last = Math.floorDiv(time, STEP);
    Map.Entry<Long, List<String>> first = steps.firstEntry();
    while (first != null && first.getKey() <= last) {
      due.addAll(first.getValue());
      steps.pollFirstEntry();
      first = steps.firstEntry();
    }
    if (!steps.containsKey(latestStep)) {
      latestStep = Long.MIN_VALUE;
    }
    return due;
  }

  /** Removes the next sessions that may have something up to a time; null if there are none. */
  @Nullable List<String> next(long time) {
    Map.Entry<Long, List<String>> first = steps.firstEntry();
    if (first == null || first.getKey() > Math.floorDiv(time, STEP)) {
      return null;
    }
    steps.remove(first.getKey());
    if (first.getKey() == latestStep) {
      latestStep = Long.MIN_VALUE;
    }
    return first.getValue();
  }

  /** Whether a line was looked for with those of an earlier time. */
  static boolean isTogether(long time, long other) {
    return Math.floorDiv(time, STEP) == Math.floorDiv(other, STEP);
  }
}
