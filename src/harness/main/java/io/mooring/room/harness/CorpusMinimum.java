package io.mooring.room.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Of the lists of a corpus a few that take all that all of them take, chosen greedily: the list
 * that takes most of what is left comes next, of two such the shorter one.
 */
final class CorpusMinimum {

  /** A list, and what it takes by itself. */
  private record Candidate(Path file, int stimuli, BitSet takes) {
    int adds(BitSet taken) {
      BitSet more = (BitSet) takes.clone();
      more.andNot(taken);
      return more.cardinality();
    }
  }

  private CorpusMinimum() {}

  /**
   * Removes from a folder what is not needed. A list with a violation is always kept.
   *
   * @param harness walks lists, counting what they take
   * @throws java.io.UncheckedIOException if the folder cannot be read, or a file not removed
   */
  static CorpusReport of(CorpusFolder folder, Function<EdgeCoverage, Harness> harness) {
    EdgeCoverage all = new EdgeCoverage();
    Harness together = harness.apply(all);
    List<Candidate> candidates = new ArrayList<>();
    List<Path> violated = new ArrayList<>();
    for (CorpusFolder.Entry entry : folder.entries()) {
      EdgeCoverage alone = new EdgeCoverage();
      if (harness.apply(alone).walk(entry.list()).violation().isPresent()) {
        violated.add(entry.file());
      } else {
        together.walk(entry.list());
        candidates.add(new Candidate(entry.file(), entry.list().size(), alone.taken()));
      }
    }
    int before = candidates.size() + violated.size();
    int removed = remove(folder, candidates);
    return new CorpusReport(before, before - removed, all, violated, folder.leftOut());
  }

  private static int remove(CorpusFolder folder, List<Candidate> candidates) {
    List<Candidate> rest = new ArrayList<>(candidates);
    rest.sort(Comparator.comparingInt(Candidate::stimuli).thenComparing(Candidate::file));
    BitSet taken = new BitSet();
    while (true) {
      Candidate best = null;
      int most = 0;
      for (Candidate candidate : rest) {
        int adds = candidate.adds(taken);
        if (adds > most) {
          best = candidate;
          most = adds;
        }
      }
      if (best == null) {
        rest.forEach(each -> folder.remove(each.file()));
        return rest.size();
      }
      taken.or(best.takes());
      rest.remove(best);
    }
  }
}
