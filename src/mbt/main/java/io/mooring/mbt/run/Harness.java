package io.mooring.mbt.run;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.coverage.CoverageRecorder;
import java.util.List;

/**
 * Gives a list of inputs to a fresh system and checks everything that it does.
 *
 * <p>A harness that is shared between threads must be safe for that; those of this project are if
 * the systems are independent of each other.
 *
 * @param <I> the inputs
 */
public interface Harness<I> {

  /**
   * Gives the inputs to a fresh system, one after the other, until all are given or something is
   * violated.
   */
  Run<I> run(List<I> inputs);

  /** The same, recording what is covered. */
  Run<I> run(List<I> inputs, CoverageRecorder recorder);

  /** How the inputs are generated, written and read. */
  Inputs<I> inputs();

  /** A coverage of what its runs can cover, with nothing covered. */
  Coverage coverage();

  /**
   * The run of the smallest list that has a violation of the same kind as the given run; that run
   * itself if it has none.
   */
  default Run<I> smallest(Run<I> failing) {
    if (failing.violation().isEmpty()) {
      return failing;
    }
    String kind = failing.violation().get().kind();
    List<I> smallest =
        Shrinker.shrink(
            failing.inputs(),
            list -> run(list).violation().filter(found -> found.kind().equals(kind)).isPresent(),
            inputs()::simpler);
    return run(smallest);
  }

  /**
   * Runs the inputs and, if something is violated, looks for the smallest list that shows it.
   *
   * @throws AssertionError with the report of the smallest run
   */
  default Run<I> requireNoViolation(List<I> inputs) {
    return smallest(run(inputs)).requireNoViolation();
  }
}
