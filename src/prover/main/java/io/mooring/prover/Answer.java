package io.mooring.prover;

import io.mooring.checker.tlc.Trace;
import io.mooring.prover.confirm.Confirmation;
import io.mooring.prover.model.Found;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one obligation.
 *
 * @param obligation what was to be proven
 * @param verdict proven only if every solver says so
 * @param opinions what each solver says; empty if it was proven before, and nothing has changed
 * @param found a state, or a step, that breaks it; it may not be reachable
 * @param confirmation what the model checker says of the counterexample, if there is one
 */
public record Answer(
    Obligation obligation,
    Verdict verdict,
    List<Opinion> opinions,
    @Nullable Found found,
    @Nullable Confirmation confirmation) {

  /**
   * What one solver says, and how long it took.
   *
   * @param bySeed what it says with each of the seeds 1, 2, ...; as many as were asked
   */
  public record Opinion(String solver, List<Verdict> bySeed, Duration time) {

    /** Copies the verdicts. */
    public Opinion {
      bySeed = List.copyOf(bySeed);
    }

    /** What it says with every seed; a verdict that depends on the seed is unknown. */
    public Verdict verdict() {
      return bySeed.stream().distinct().count() == 1 ? bySeed.get(0) : Verdict.UNKNOWN;
    }

    /** The first seed with which it says something else than with the seed 1. */
    public OptionalInt otherSeed() {
      return IntStream.range(1, bySeed.size())
          .filter(i -> bySeed.get(i) != bySeed.get(0))
          .map(i -> i + 1)
          .findFirst();
    }
  }

  /** Copies the opinions. */
  public Answer {
    opinions = List.copyOf(opinions);
  }

  /** The state, or the step, that breaks it. */
  public @Nullable Trace counterexample() {
    return found == null ? null : found.trace();
  }

  /** Whether it was proven before, and nothing has changed. */
  public boolean isRemembered() {
    return opinions.isEmpty();
  }
}
