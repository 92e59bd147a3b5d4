package io.mooring.checker.report;

import io.mooring.checker.modelcheck.TraceText;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of a behaviour for a report. */
final class ReportSteps {

  private ReportSteps() {}

  static List<ReportStep> of(Trace trace, Repository repository) {
    List<ReportStep> steps = new ArrayList<>();
    TlaState before = null;
    for (Trace.Step step : trace.steps()) {
      steps.add(
          new ReportStep(
              step.action(),
              place(step.span(), repository),
              TraceText.changes(trace, before, step.state())));
      before = step.state();
    }
    return steps;
  }

  private static Optional<Place> place(@Nullable SourceSpan span, Repository repository) {
    return span == null ? Optional.empty() : repository.place(span);
  }
}
