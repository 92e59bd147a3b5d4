package io.mooring.checker.modelcheck;

import java.time.Duration;
import java.util.List;

/**
 * The outcome of a run.
 *
 * @param exitCode 0 if all is as expected, 1 if a property does not hold or a model differs from
 *     what was expected, 2 if a specification could not be evaluated, or nothing of it was judged
 * @param verdicts one for each model, in the order of the manifest
 * @param failures failures that belong to no model: unregistered files, a fault of the checker that
 *     a specification depends on
 * @param leftOut names of the deep models, which were not requested
 * @param time the time of the whole run
 */
public record Summary(
    int exitCode,
    List<ModelVerdict> verdicts,
    List<String> failures,
    List<String> leftOut,
    Duration time) {

  /** Copies the lists. */
  public Summary {
    verdicts = List.copyOf(verdicts);
    failures = List.copyOf(failures);
    leftOut = List.copyOf(leftOut);
  }

  /** How many models are as expected. */
  public long asExpected() {
    return verdicts.stream().filter(ModelVerdict::asExpected).count();
  }
}
