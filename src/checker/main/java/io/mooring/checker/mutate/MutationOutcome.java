package io.mooring.checker.mutate;

import io.mooring.checker.tlc.RefusedException;
import java.util.List;

/**
 * The results of a mutation, beside what a review says of them.
 *
 * @param mutantSet all mutants of the specification
 * @param matrix the results of those that were checked
 * @param reviewed the explained survivors
 * @param stale what is wrong with that list: it explains what is killed or gone
 * @param hint what to do if nothing was judged
 */
public record MutationOutcome(
    MutantSet mutantSet,
    KillMatrix matrix,
    ReviewedList reviewed,
    List<String> stale,
    String hint) {

  /** Copies the list. */
  public MutationOutcome {
    stale = List.copyOf(stale);
  }

  /** The survivors and undecided mutants that the review does not explain. */
  public List<MutantResult> unexplained() {
    return reviewed.unexplained(matrix);
  }

  /** Whether every mutant that was checked is killed or explained, and the review fits. */
  public boolean isGood() {
    return unexplained().isEmpty() && stale.isEmpty();
  }

  /** Whether the run was interrupted before all chosen mutants were checked. */
  public boolean isPartial() {
    return matrix.results().size() < matrix.chosen();
  }

  /** The results for people, line by line. */
  public List<String> lines() {
    return MatrixText.lines(matrix, reviewed, stale);
  }

  /** The matrix as Markdown. */
  public String markdown() {
    return MatrixMarkdown.text(matrix, reviewed);
  }

  /** The matrix for programs. */
  public String json() {
    return MatrixJson.text(matrix, reviewed);
  }

  /**
   * Refuses a run in which no mutant could be checked.
   *
   * @throws RefusedException if every mutant is stillborn
   */
  public void requireJudged() throws RefusedException {
    if (!matrix.results().isEmpty() && matrix.score().isEmpty()) {
      throw new RefusedException("nothing was judged: every mutant is stillborn", hint);
    }
  }
}
