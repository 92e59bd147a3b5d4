package io.mooring.room.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes event lists of others: with something inserted, deleted, replaced, repeated for an earlier
 * session, run or attempt, spliced with another list, or gone on with from the end.
 */
final class Mutations {
  private static final int MOST_AGO = 3;

  private final List<Stimulus> pool;
  private final int longest;

  /**
   * Mutations.
   *
   * @param pool what is inserted, as often as it stands in it
   * @param longest how long a list may be
   */
  Mutations(List<Stimulus> pool, int longest) {
    this.pool = pool;
    this.longest = longest;
  }

  /** A list to try next. */
  List<Stimulus> next(Corpus corpus, RandomGenerator random) {
    List<Stimulus> beyond = random.nextBoolean() ? corpus.beyond(random) : null;
    List<Stimulus> list = new ArrayList<>(beyond == null ? corpus.any(random) : beyond);
    if (beyond == null) {
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        change(list, corpus, random);
      }
    }
    if (list.isEmpty() || random.nextInt(4) != 0) {
      extend(list, random);
    }
    return List.copyOf(list.size() > longest ? list.subList(0, longest) : list);
  }

  private void change(List<Stimulus> list, Corpus corpus, RandomGenerator random) {
    if (list.isEmpty()) {
      return;
    }
    int at = random.nextInt(list.size());
    switch (random.nextInt(5)) {
      case 0 -> list.add(at, any(random));
      case 1 -> list.subList(at, Math.min(list.size(), at + 1 + random.nextInt(3))).clear();
      case 2 -> list.set(at, any(random));
      case 3 -> {
        List<Stimulus> other = corpus.any(random);
        list.subList(at, list.size()).clear();
        list.addAll(
            other.subList(other.isEmpty() ? 0 : random.nextInt(other.size()), other.size()));
      }
      default -> {
        Stimulus again = older(list.get(at), random);
        if (again != null) {
          list.add(at + 1 + random.nextInt(list.size() - at), again);
        }
      }
    }
  }

  /** As many as a list may still have, at most; few more often than many. */
  private void extend(List<Stimulus> list, RandomGenerator random) {
    int room = longest - list.size();
    for (int more = random.nextInt(1 + random.nextInt(1 + Math.max(0, room))); more >= 0; more--) {
      list.add(any(random));
    }
  }

  private Stimulus any(RandomGenerator random) {
    return pool.get(random.nextInt(pool.size()));
  }

  /** The same about an earlier session, run or attempt; null if it is about none. */
  private static @Nullable Stimulus older(Stimulus stimulus, RandomGenerator random) {
    int ago = 1 + random.nextInt(MOST_AGO);
    if (stimulus instanceof Stimulus.Fact fact) {
      return new Stimulus.Fact(fact.event(), ago);
    }
    if (stimulus instanceof Stimulus.Fire fire) {
      return new Stimulus.Fire(fire.timer(), ago);
    }
    if (stimulus instanceof Stimulus.AttemptEnds end) {
      return new Stimulus.AttemptEnds(end.succeeded(), ago);
    }
    return null;
  }
}
