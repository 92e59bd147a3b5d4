package io.mooring.codegen.fleet;

import io.mooring.codegen.fleet.FleetReport.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Keeps the newest rejected sessions of each rule, version and refused step. If they become too
 * large together, fewer of each are kept: the same sessions in any order leave the same ones,
 * unless one of each is too much already; then the later ones in the files have no lines.
 */
final class FleetSessions {

  private static final Comparator<Session> OLDEST_FIRST =
      Comparator.comparingLong(Session::last)
          .thenComparing(Session::name, Comparator.reverseOrder())
          .thenComparingLong(Session::first)
          .thenComparing(Session::message)
          .thenComparing(Session::region)
          .thenComparing(Session::reason);

  private final Map<List<String>, PriorityQueue<Session>> groups =
      new TreeMap<>(
          Comparator.<List<String>, String>comparing(each -> each.get(0))
              .thenComparing(each -> each.get(1))
              .thenComparing(each -> each.get(2)));

  private final long largest;
  private int most;
  private long size;

  /**
   * Keeps no more than this.
   *
   * @param most sessions of a rule, version and step
   * @param largest characters of all together
   */
  FleetSessions(int most, long largest) {
    this.most = most;
    this.largest = largest;
  }

  void add(Session session) {
    boolean full = most == 1 && size > largest;
    put(full ? session.withoutLines() : session);
    while (size > largest && most > 1) {
      most /= 2;
      groups.values().forEach(this::shrink);
    }
  }

  private void put(Session session) {
    PriorityQueue<Session> group =
        groups.computeIfAbsent(
            List.of(session.rule(), session.version(), session.step()),
            key -> new PriorityQueue<>(OLDEST_FIRST));
    group.add(session);
    size += session.size();
    shrink(group);
  }

  private void shrink(PriorityQueue<Session> group) {
    while (group.size() > most) {
      size -= group.remove().size();
    }
  }

  /** How many of a rule, version and step are kept at most. */
  int most() {
    return most;
  }

  /** All, by rule, version and step, the newest first. */
  List<Session> newest() {
    List<Session> all = new ArrayList<>();
    for (PriorityQueue<Session> group : groups.values()) {
      group.stream().sorted(OLDEST_FIRST.reversed()).forEach(all::add);
    }
    return all;
  }
}
