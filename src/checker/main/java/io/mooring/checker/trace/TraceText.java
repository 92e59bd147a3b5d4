package io.mooring.checker.trace;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A behaviour as numbered steps, of which only what changed is shown. */
public final class TraceText {

  private static final String INDENT = "       ";

  private TraceText() {}

  /** The lines to print. */
  public static List<String> lines(Trace trace, TraceView view) {
    List<String> lines = new ArrayList<>();
    for (StepText step : steps(trace, view)) {
      String where = step.span() == null ? "" : "  (" + step.span().line() + ")";
      lines.add(String.format(Locale.ROOT, "%3d  %s%s", step.number(), step.action(), where));
      if (step.changes().isEmpty()) {
        lines.add(INDENT + "nothing changes");
      }
      step.changes().forEach(change -> lines.add(INDENT + change));
    }
    if (trace.stutters()) {
      lines.add("     Here nothing happens any more.");
    } else if (trace.loopTo().isPresent()) {
      lines.add("     Back to step " + (trace.loopTo().getAsInt() + 1) + ", and so on for ever.");
    }
    return lines;
  }

  /** The steps that a view shows, in order, for callers that lay them out themselves. */
  public static List<StepText> steps(Trace trace, TraceView view) {
    List<StepText> steps = new ArrayList<>();
    TlaState before = null;
    for (int i = 0; i < trace.steps().size(); i++) {
      Trace.Step step = trace.steps().get(i);
      steps.add(
          new StepText(
              0,
              List.of(),
              i + 1,
              step.action(),
              step.span(),
              changes(trace, view, before, step.state())));
      before = step.state();
    }
    return steps;
  }

  private static List<String> changes(
      Trace trace, TraceView view, @Nullable TlaState before, TlaState after) {
    List<String> changes = new ArrayList<>();
    after
        .values()
        .forEach(
            (name, value) -> {
              if (view.shows(name)) {
                Difference.add(
                    name,
                    trace.namesOf(name),
                    before == null ? null : before.values().get(name),
                    value,
                    changes);
              }
            });
    return changes;
  }
}
