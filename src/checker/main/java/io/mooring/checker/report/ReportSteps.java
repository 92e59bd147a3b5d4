package io.mooring.checker.report;

import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.trace.StepText;
import io.mooring.checker.trace.TraceText;
import io.mooring.checker.trace.TraceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The steps of a behaviour for a report. */
public final class ReportSteps {

  private ReportSteps() {}

  /** Its steps, with the places of their actions. */
  public static List<ReportStep> of(Trace trace, Repository repository) {
    return of(trace, TraceView.EVERYTHING, repository);
  }

  /** Its steps, all of them, with those variables alone that a view shows. */
  public static List<ReportStep> of(Trace trace, TraceView view, Repository repository) {
    List<StepText> texts = TraceText.steps(trace, view.withSteps(Integer.MAX_VALUE));
    List<ReportStep> steps = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      StepText text = texts.get(i);
      List<ReportStep.Value> values = new ArrayList<>();
      shown(trace, view, i)
          .forEach(
              (name, value) -> values.add(new ReportStep.Value(name, value, trace.namesOf(name))));
      Map<String, Optional<TlaValue>> before = i == 0 ? Map.of() : shown(trace, view, i - 1);
      values.removeIf(each -> each.value().equals(before.get(each.variable())));
      steps.add(
          new ReportStep(text.action(), place(text.span(), repository), text.changes(), values));
    }
    return steps;
  }

  /** What a view shows after a step, by the names; also what had a value at some time. */
  private static SortedMap<String, Optional<TlaValue>> shown(Trace trace, TraceView view, int i) {
    Trace.Step step = trace.steps().get(i);
    SortedMap<String, Optional<TlaValue>> shown = new TreeMap<>();
    if (i > 0) {
      trace.steps().get(i - 1).shown().values().keySet().stream()
          .filter(view::shows)
          .forEach(name -> shown.put(name, Optional.empty()));
    }
    step.shown()
        .values()
        .forEach(
            (name, value) -> {
              if (view.shows(name)) {
                shown.put(name, Optional.of(value));
              }
            });
    for (String name : view.always()) {
      shown.put(name, Optional.ofNullable(step.state().values().get(name)));
    }
    return shown;
  }

  private static Optional<Place> place(@Nullable SourceSpan span, Repository repository) {
    return span == null ? Optional.empty() : repository.place(span);
  }
}
