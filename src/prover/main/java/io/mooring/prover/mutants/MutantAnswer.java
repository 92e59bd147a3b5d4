package io.mooring.prover.mutants;

/**
 * What the proof says of a mutant.
 *
 * @param mutant the mutant
 * @param status what happened to it
 * @param claim the definition with the conjunct, or the property, that a step or state breaks;
 *     empty unless it is killed
 * @param action the action whose step does that; empty if it is a state
 * @param note why it is not killed, on one line
 */
public record MutantAnswer(
    Candidate mutant, Status status, String claim, String action, String note) {

  /** What can happen to a mutant. */
  public enum Status {
    /** A step or state breaks an obligation, and the model checker confirms it. */
    KILLED("killed"),
    /** Both solvers prove its obligations, too: it satisfies everything that is proven. */
    PROVEN("proven of it, too"),
    /**
     * No step or state within the lengths that are tried breaks an obligation, but not everything
     * is proven of it.
     */
    KEPT("nothing breaks"),
    /** The solver gave up on a query, and nothing else kills it. */
    UNDECIDED("undecided"),
    /** Something breaks an obligation, but the model checker cannot confirm it. */
    UNCONFIRMED("not confirmed"),
    /** No obligation mentions what is changed. */
    UNTOUCHED("not mentioned"),
    /** It does not parse, or cannot be given to a solver. */
    UNREADABLE("not translated");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** The status in words. */
    public String text() {
      return text;
    }
  }

  static MutantAnswer alive(Candidate mutant, Status status, String note) {
    return new MutantAnswer(mutant, status, "", "", note.strip().replaceAll("\\s+", " "));
  }
}
