package io.mooring.checker.mutate;

import io.mooring.checker.modelcheck.ExitCodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  /** How the run ends: {@link ExitCodes}, where a survivor that is not explained is a finding. */
  public int exitCode() {
    if (nothingJudged().isPresent()) {
      return ExitCodes.WRONG;
    }
    if (!unexplained().isEmpty() || !stale.isEmpty()) {
      return ExitCodes.FOUND;
    }
    return isPartial() ? ExitCodes.NO_VERDICT : ExitCodes.EXPECTED;
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

  /** That no property was checked of any mutant, because all are stillborn, if that is so. */
  public Optional<String> nothingJudged() {
    if (matrix.results().isEmpty() || matrix.score().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "nothing was judged: %,d mutants, %,d tried, %,d stillborn, none decided",
            matrix.listed(),
            matrix.results().size(),
            matrix.of(MutantResult.Status.STILLBORN).size()));
  }
}
