package io.mooring.room.harness.log;

import io.mooring.mbt.coverage.NewCoverage;
import io.mooring.mbt.run.Inputs;
import io.mooring.mbt.run.Run;
import io.mooring.mbt.run.Violation;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The result of applying a list of stimuli to a real room connection. */
public final class StimulusRun extends Run<Stimulus> {
  private final List<Step> decided;

  /**
   * The result of a run.
   *
   * @param format writes the stimuli
   * @param stimuli the stimuli
   * @param decided the steps, in order
   * @param log returns the log, in order
   * @param violation what the run violated
   * @param covered what the run covered for the first time
   */
  public StimulusRun(
      Inputs<Stimulus> format,
      List<Stimulus> stimuli,
      List<Step> decided,
      Supplier<List<LogEntry>> log,
      Optional<Violation> violation,
      List<NewCoverage> covered) {
    super(
        format,
        stimuli,
        decided.size(),
        violation,
        covered,
        () -> new RunLog(log.get(), violation).report());
    this.decided = decided;
  }

  /** Every step that the connection decided, in order. */
  public List<Step> decided() {
    return decided;
  }

  @Override
  public StimulusRun requireNoViolation() {
    super.requireNoViolation();
    return this;
  }
}
