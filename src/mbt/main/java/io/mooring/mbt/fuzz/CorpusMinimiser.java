package io.mooring.mbt.fuzz;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.run.Harness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of the lists of a corpus selects a few that cover what all of them cover, greedily: the list that
 * covers most of what is left is next, of two such the shorter one.
 */
final class CorpusMinimiser<I> {
  private final Harness<I> harness;

  /** The items of a coverage, numbered as they are seen. */
  private final Map<Long, Integer> numbers = new HashMap<>();

  /** A list, and what it covers by itself. */
  private record Candidate(Path file, int inputs, BitSet covers) {
    int adds(BitSet covered) {
      BitSet more = (BitSet) covers.clone();
      more.andNot(covered);
      return more.cardinality();
    }
  }

  CorpusMinimiser(Harness<I> harness) {
    this.harness = harness;
  }

  /**
   * Removes from a folder what is not needed. A list with a violation is always kept.
   *
   * @throws java.io.UncheckedIOException if the folder cannot be read, or a file not removed
   */
  CorpusReport minimise(CorpusFolder<I> folder) {
    Coverage all = harness.coverage();
    List<Candidate> candidates = new ArrayList<>();
    List<Path> violated = new ArrayList<>();
    for (CorpusFolder.Entry<I> entry : folder.entries()) {
      Coverage alone = all.empty();
      if (harness.run(entry.list(), alone.begin()).violation().isPresent()) {
        violated.add(entry.file());
      } else {
        harness.run(entry.list(), all.begin());
        candidates.add(new Candidate(entry.file(), entry.list().size(), items(alone)));
      }
    }
    int before = candidates.size() + violated.size();
    int removed = remove(folder, candidates);
    return new CorpusReport(before, before - removed, all, violated, folder.leftOut());
  }

  private BitSet items(Coverage coverage) {
    BitSet items = new BitSet();
    for (Long item : coverage.covered()) {
      items.set(numbers.computeIfAbsent(item, key -> numbers.size()));
    }
    return items;
  }

  private static int remove(CorpusFolder<?> folder, List<Candidate> candidates) {
    List<Candidate> rest = new ArrayList<>(candidates);
    rest.sort(Comparator.comparingInt(Candidate::inputs).thenComparing(Candidate::file));
    BitSet covered = new BitSet();
    while (true) {
      Candidate best = null;
      int most = 0;
      for (Candidate candidate : rest) {
        int adds = candidate.adds(covered);
        if (adds > most) {
          best = candidate;
          most = adds;
        }
      }
      if (best == null) {
        rest.forEach(each -> folder.remove(each.file()));
        return rest.size();
      }
      covered.or(best.covers());
      rest.remove(best);
    }
  }
}
