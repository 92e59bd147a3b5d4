package io.mooring.room.harness;

import io.mooring.room.spec.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Event lists that each took something for the first time, and where on the specification's graph
 * they end. Thread-safe.
 */
final class Corpus {
  private static final int BETWEEN_LOOKS = 200;

  private final EdgeCoverage coverage;
  private final List<List<Stimulus>> lists = new ArrayList<>();

  /**
   * For an edge of the full graph, with or without an episode before it, the shortest of the lists
   * that end there.
   */
  private final Map<Integer, Ending> endings = new TreeMap<>();

  /** Those after which something was not taken yet. */
  private List<Ending> frontier = List.of();

  private int looks;

  private record Ending(List<Stimulus> list, EdgeCoverage.Find find) {}

  Corpus(EdgeCoverage coverage) {
    this.coverage = coverage;
  }

  /** Adds what a walk has found, if it has. */
  void add(Walk walk) {
    if (!walk.finds().isEmpty()) {
      keep(walk);
    }
  }

  private synchronized void keep(Walk walk) {
    lists.add(walk.toLastFind());
    for (EdgeCoverage.Find find : walk.finds()) {
      int end = 2 * find.edge() + (find.episode() ? 1 : 0);
      Ending known = endings.get(end);
      if (find.edge() >= 0 && (known == null || find.stimuli() < known.list().size())) {
        endings.put(end, new Ending(walk.to(find), find));
      }
    }
  }

  synchronized int size() {
    return lists.size();
  }

  /** Any of the lists; the empty one while there is none. */
  synchronized List<Stimulus> any(RandomGenerator random) {
    return lists.isEmpty() ? List.of() : lists.get(random.nextInt(lists.size()));
  }

  /** A list that ends where something was not taken yet, and takes that; null if there is none. */
  synchronized @Nullable List<Stimulus> beyond(RandomGenerator random) {
    if (looks++ % BETWEEN_LOOKS == 0) {
      // What was taken stays taken: an ending with nothing behind it never gets anything again.
      endings.values().removeIf(ending -> coverage.notTakenAfter(ending.find()).isEmpty());
      frontier = List.copyOf(endings.values());
    }
    if (frontier.isEmpty()) {
      return null;
    }
    Ending ending = frontier.get(random.nextInt(frontier.size()));
    List<Event> missing = coverage.notTakenAfter(ending.find());
    List<Stimulus> list = new ArrayList<>(ending.list());
    if (!missing.isEmpty()) {
      list.add(Stimulus.of(missing.get(random.nextInt(missing.size()))));
    }
    return list;
  }
}
