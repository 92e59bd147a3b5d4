package io.mooring.mbt.coverage;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Pairs of edges of which only the covered ones are stored, for graphs that have too many. */
final class SparseItems implements Dimension.Items {
  private final EdgePairs pairs;
  private final Set<Long> covered = ConcurrentHashMap.newKeySet();
  private final long possible;
  private final AtomicLong open;

  SparseItems(EdgePairs pairs) {
    this(pairs, pairs.possible().count());
  }

  private SparseItems(EdgePairs pairs, long possible) {
    this.pairs = pairs;
    this.possible = possible;
    this.open = new AtomicLong(possible);
  }

  @Override
  public Dimension.Items empty() {
    return new SparseItems(pairs, possible);
  }

  @Override
  public boolean add(long number) {
    boolean first = covered.add(number);
    if (first && pairs.isPossible(number)) {
      open.decrementAndGet();
    }
    return first;
  }

  @Override
  public boolean isOpen(long number) {
    return !covered.contains(number) && pairs.isPossible(number);
  }

  @Override
  public long total() {
    return pairs.total();
  }

  @Override
  public long possible() {
    return possible;
  }

  @Override
  public long open() {
    return open.get();
  }

  @Override
  public List<Long> covered() {
    return covered.stream().sorted().toList();
  }

  @Override
  public List<Long> missing(long limit) {
    return pairs.possible().filter(pair -> !covered.contains(pair)).limit(limit).boxed().toList();
  }

  @Override
  public List<Long> impossible() {
    return covered().stream().filter(pair -> !pairs.isPossible(pair)).toList();
  }
}
