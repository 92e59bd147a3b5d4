package io.mooring.mbt.run;

import io.mooring.mbt.coverage.NewCoverage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The result of giving a list of inputs to a fresh system.
 *
 * <p>What was seen on the way is not kept: for the report the harness runs the same list again.
 *
 * @param <I> the inputs
 */
public class Run<I> {
  private final Inputs<I> format;
  private final List<I> inputs;
  private final int steps;
  private final Optional<Violation> violation;
  private final List<NewCoverage> covered;
  private final Supplier<RunReport> report;

  /**
   * A run.
   *
   * @param format writes the inputs
   * @param inputs the inputs, including those after a violation, which were not executed
   * @param steps how many steps the system made
   * @param violation the first violation; the run ended with it
   * @param covered where it covered something for the first time
   * @param report gives what was seen
   */
  public Run(
      Inputs<I> format,
      List<I> inputs,
      int steps,
      Optional<Violation> violation,
      List<NewCoverage> covered,
      Supplier<RunReport> report) {
    this.format = format;
    this.inputs = List.copyOf(inputs);
    this.steps = steps;
    this.violation = violation;
    this.covered = covered;
    this.report = report;
  }

  /** The inputs, including those after a violation, which were not executed. */
  public final List<I> inputs() {
    return inputs;
  }

  /** How many steps the system made. */
  public final int steps() {
    return steps;
  }

  /** The first violation; the run ended with it. */
  public final Optional<Violation> violation() {
    return violation;
  }

  /** Where it covered something for the first time in the coverage that it was recorded in. */
  public final List<NewCoverage> covered() {
    return covered;
  }

  /** The inputs up to the last one with new coverage; empty if none had any. */
  public final List<I> toLastCovered() {
    return covered.isEmpty() ? List.of() : to(covered.get(covered.size() - 1));
  }

  /** The inputs up to one with new coverage. */
  public final List<I> to(NewCoverage place) {
    return List.copyOf(inputs.subList(0, place.inputs()));
  }

  /** The inputs as text, one a line. */
  public final String text() {
    return InputText.write(inputs, format);
  }

  /** The run as numbered steps, one line for everything that was seen. */
  public final String path() {
    return report.get().path();
  }

  /** The run as a Mermaid sequence diagram. */
  public final String mermaid() {
    return report.get().mermaid();
  }

  /** Everything that is needed to understand the run: violation, inputs, path and diagram. */
  public final String report() {
    RunReport seen = report.get();
    return violation.map(found -> "Violated: " + found).orElse("No violation.")
        + "\n\nEvent list:\n"
        + text().indent(2)
        + "\nPath:\n"
        + seen.path().indent(2)
        + "\nSequence diagram (Mermaid):\n"
        + seen.mermaid().indent(2);
  }

  /**
   * This run, if nothing was violated.
   *
   * @throws AssertionError with the {@link #report()} if something was
   */
  public Run<I> requireNoViolation() {
    if (violation.isPresent()) {
      throw new AssertionError(report());
    }
    return this;
  }
}
