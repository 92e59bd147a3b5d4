package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.TlcException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The outcome of a run.
 *
 * @param exitCode 0 if all is as expected, 1 if a property does not hold or a model differs from
 *     what was expected, 2 if a specification could not be evaluated, or nothing of it was judged
 * @param verdicts one for each model that was checked, in the order of the manifest
 * @param refused the models, or values of a sweep, that could not be checked at all
 * @param failures failures that belong to no model: unregistered files, a fault of the checker that
 *     a specification depends on
 * @param leftOut names of the deep models, which were not requested
 * @param time the time of the whole run
 */
public record Summary(
    int exitCode,
    List<ModelVerdict> verdicts,
    List<Refused> refused,
    List<String> failures,
    List<String> leftOut,
    Duration time) {

  /** Copies the lists. */
  public Summary {
    verdicts = List.copyOf(verdicts);
    refused = List.copyOf(refused);
    failures = List.copyOf(failures);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A model that could not be checked: it does not parse, for example.
   *
   * @param name its name
   * @param reason why not, with the place that is to be changed
   */
  public record Refused(String name, TlcException reason) {

    /** One line for people. */
    public String text() {
      return name + ": " + reason.getMessage();
    }
  }

  /** What is wrong beside the verdicts, a line for each. */
  public List<String> problems() {
    return Stream.concat(failures.stream(), refused.stream().map(Refused::text)).toList();
  }

  /** How many models are as expected. */
  public long asExpected() {
    return verdicts.stream().filter(ModelVerdict::asExpected).count();
  }
}
