package io.mooring.mbt.fuzz;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.coverage.NewCoverage;
import io.mooring.mbt.run.Inputs;
import io.mooring.mbt.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Lists of inputs that each covered something for the first time, and where on the machine's graph
 * they end. Thread-safe.
 */
final class Corpus<I> {
  private static final int BETWEEN_LOOKS = 200;

  private final Coverage coverage;
  private final Inputs<I> inputs;
  private final List<List<I>> lists = new ArrayList<>();

  /** For an edge, in a state of the context, the shortest of the lists that end there. */
  private final Map<Long, Ending<I>> endings = new TreeMap<>();

  /** Those after which something is not covered yet. */
  private List<Ending<I>> frontier = List.of();

  private int looks;

  private record Ending<I>(List<I> list, NewCoverage place) {}

  Corpus(Coverage coverage, Inputs<I> inputs) {
    this.coverage = coverage;
    this.inputs = inputs;
  }

  /** Adds a run if it has new coverage. */
  void add(Run<I> run) {
    if (!run.covered().isEmpty()) {
      keep(run);
    }
  }

  private synchronized void keep(Run<I> run) {
    lists.add(run.toLastCovered());
    long contexts = coverage.graph().context().states();
    for (NewCoverage place : run.covered()) {
      long end = contexts * place.edge() + place.context();
      Ending<I> known = endings.get(end);
      if (place.edge() >= 0 && (known == null || place.inputs() < known.list().size())) {
        endings.put(end, new Ending<>(run.to(place), place));
      }
    }
  }

  synchronized int size() {
    return lists.size();
  }

  /** Any of the lists; the empty one while there is none. */
  synchronized List<I> any(RandomGenerator random) {
    return lists.isEmpty() ? List.of() : lists.get(random.nextInt(lists.size()));
  }

  /** A list that ends where something is not covered yet, and covers that; empty if none does. */
  synchronized Optional<List<I>> beyond(RandomGenerator random) {
    if (looks++ % BETWEEN_LOOKS == 0) {
      // What is covered stays covered: an ending with nothing behind it never gets anything again.
      endings.values().removeIf(ending -> coverage.openAfter(ending.place()).isEmpty());
      frontier = List.copyOf(endings.values());
    }
    if (frontier.isEmpty()) {
      return Optional.empty();
    }
    Ending<I> ending = frontier.get(random.nextInt(frontier.size()));
    List<Integer> open = coverage.openAfter(ending.place());
    List<I> list = new ArrayList<>(ending.list());
    if (!open.isEmpty()) {
      list.add(inputs.of(open.get(random.nextInt(open.size()))));
    }
    return Optional.of(list);
  }
}
