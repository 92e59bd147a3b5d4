package io.mooring.mbt.coverage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/** How often rows, edges and pairs were taken. Thread-safe. */
final class StepCounts {
  private final AtomicLongArray rows;
  private final AtomicLongArray edges;
  private final Map<Long, LongAdder> pairs = new ConcurrentHashMap<>();

  StepCounts(int rows, int edges) {
    this.rows = new AtomicLongArray(rows);
    this.edges = new AtomicLongArray(edges);
  }

  /** The same with nothing counted. */
  StepCounts empty() {
    return new StepCounts(rows.length(), edges.length());
  }

  /** Counts a step: its row, and its edge and its pair unless they are negative. */
  void add(int row, int edge, long pair) {
    rows.incrementAndGet(row);
    if (edge >= 0) {
      edges.incrementAndGet(edge);
    }
    if (pair >= 0) {
      pairs.computeIfAbsent(pair, number -> new LongAdder()).increment();
    }
  }

  void addAll(StepCounts other) {
    each(other.rows, (row, count) -> rows.addAndGet(row, count));
    each(other.edges, (edge, count) -> edges.addAndGet(edge, count));
    other.pairs.forEach(
        (pair, count) -> pairs.computeIfAbsent(pair, number -> new LongAdder()).add(count.sum()));
  }

  /** Something that was taken, and how often. */
  @FunctionalInterface
  interface Each {
    void of(int number, long count);
  }

  void eachRow(Each each) {
    each(rows, each);
  }

  void eachEdge(Each each) {
    each(edges, each);
  }

  /** Gives every pair that was taken. */
  void eachPair(LongConsumer each) {
    pairs.keySet().forEach(each::accept);
  }

  long ofPair(long pair) {
    LongAdder count = pairs.get(pair);
    return count == null ? 0 : count.sum();
  }

  private static void each(AtomicLongArray counts, Each each) {
    for (int i = 0; i < counts.length(); i++) {
      if (counts.get(i) > 0) {
        each.of(i, counts.get(i));
      }
    }
  }
}
