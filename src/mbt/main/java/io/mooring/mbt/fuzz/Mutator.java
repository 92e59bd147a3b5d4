package io.mooring.mbt.fuzz;

import io.mooring.mbt.run.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes lists of others: with something inserted, deleted, replaced, repeated as a variant, spliced
 * with another list, or extended at the end.
 */
final class Mutator<I> {
  private final List<I> pool;
  private final Inputs<I> inputs;
  private final int maxLength;

  /**
   * A mutator.
   *
   * @param pool what is inserted, as often as it is in it
   * @param inputs makes variants
   * @param maxLength how long a list may be
   */
  Mutator(List<I> pool, Inputs<I> inputs, int maxLength) {
    this.pool = pool;
    this.inputs = inputs;
    this.maxLength = maxLength;
  }

  /** A list to try next. */
  List<I> next(Corpus<I> corpus, RandomGenerator random) {
    Optional<List<I>> beyond = random.nextBoolean() ? corpus.beyond(random) : Optional.empty();
    List<I> list = new ArrayList<>(beyond.isPresent() ? beyond.get() : corpus.any(random));
    if (beyond.isEmpty()) {
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        change(list, corpus, random);
      }
    }
    if (list.isEmpty() || random.nextInt(4) != 0) {
      extend(list, random);
    }
    return List.copyOf(list.size() > maxLength ? list.subList(0, maxLength) : list);
  }

  private void change(List<I> list, Corpus<I> corpus, RandomGenerator random) {
    if (list.isEmpty()) {
      return;
    }
    int at = random.nextInt(list.size());
    switch (random.nextInt(5)) {
      case 0 -> list.add(at, any(random));
      case 1 -> list.subList(at, Math.min(list.size(), at + 1 + random.nextInt(3))).clear();
      case 2 -> list.set(at, any(random));
      case 3 -> {
        List<I> other = corpus.any(random);
        list.subList(at, list.size()).clear();
        list.addAll(
            other.subList(other.isEmpty() ? 0 : random.nextInt(other.size()), other.size()));
      }
      default -> {
        int left = list.size() - at;
        inputs
            .variant(list.get(at), random)
            .ifPresent(again -> list.add(at + 1 + random.nextInt(left), again));
      }
    }
  }

  /** As many as a list may still have, at most; few more often than many. */
  private void extend(List<I> list, RandomGenerator random) {
    int room = maxLength - list.size();
    for (int more = random.nextInt(1 + random.nextInt(1 + Math.max(0, room))); more >= 0; more--) {
      list.add(any(random));
    }
  }

  private I any(RandomGenerator random) {
    return pool.get(random.nextInt(pool.size()));
  }
}
