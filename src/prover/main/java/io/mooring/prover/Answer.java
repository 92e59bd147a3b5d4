package io.mooring.prover;

import io.mooring.checker.tlc.Trace;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Verdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one obligation.
 *
 * @param obligation what was to be proven
 * @param verdict proven only if every solver says so
 * @param opinions what each solver says; empty if it was proven before, and nothing has changed
 * @param counterexample a state, or a step, that breaks it; it may not be reachable
 */
public record Answer(
    Obligation obligation,
    Verdict verdict,
    List<Opinion> opinions,
    @Nullable Trace counterexample) {

  /** What one solver says, and how long it took. */
  public record Opinion(String solver, Verdict verdict, Duration time) {}

  /** Copies the opinions. */
  public Answer {
    opinions = List.copyOf(opinions);
  }

  /** Whether it was proven before, and nothing has changed. */
  public boolean isRemembered() {
    return opinions.isEmpty();
  }
}
