package io.mooring.checker.report;

import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.trace.TraceText;
import io.mooring.checker.trace.TraceView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of a behaviour for a report. */
public final class ReportSteps {

  private ReportSteps() {}

  /** Its steps, with the places of their actions. */
  public static List<ReportStep> of(Trace trace, Repository repository) {
    return TraceText.steps(trace, TraceView.EVERYTHING).stream()
        .map(step -> new ReportStep(step.action(), place(step.span(), repository), step.changes()))
        .toList();
  }

  private static Optional<Place> place(@Nullable SourceSpan span, Repository repository) {
    return span == null ? Optional.empty() : repository.place(span);
  }
}
