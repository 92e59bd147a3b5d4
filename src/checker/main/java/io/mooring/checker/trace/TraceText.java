package io.mooring.checker.trace;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A behaviour as numbered steps, of which only what changed is shown. */
public final class TraceText {

  private static final String INDENT = "       ";

  private TraceText() {}

  /** The lines to print: wrapped, and without the middle of what is long. */
  public static List<String> lines(Trace trace, TraceView view) {
    List<String> lines = new ArrayList<>();
    for (StepText step : steps(trace, view)) {
      if (step.leftOut() > 0) {
        leftOut(step, view, lines);
      }
      lines.addAll(WrappedText.lines(head(step), "", view.width()));
      if (step.changes().isEmpty()) {
        lines.add(INDENT + nothing(view) + " changes");
      }
      step.changes().forEach(change -> lines.addAll(change(change, view)));
    }
    String end = end(trace);
    if (!end.isEmpty()) {
      lines.addAll(WrappedText.lines(end, "     ", view.width()));
    }
    return lines;
  }

  private static String nothing(TraceView view) {
    return view.selects() ? "nothing of what is shown" : "nothing";
  }

  private static String head(StepText step) {
    String number = String.format(Locale.ROOT, "%3d", step.number());
    String where = step.span() == null ? "" : "  (" + step.span().line() + ")";
    return step.action().isEmpty() ? number + where : number + "  " + step.action() + where;
  }

  private static void leftOut(StepText step, TraceView view, List<String> lines) {
    int last = step.number() - 1;
    int first = step.number() - step.leftOut();
    String which =
        String.format(
            Locale.ROOT, "  ... %,d steps left out (%d to %d", step.leftOut(), first, last);
    String all = view.source().isEmpty() ? ")" : "; " + view.source() + " has all)";
    String changes =
        step.meanwhile().isEmpty()
            ? "; " + nothing(view) + " changes there"
            : "; all in all they change";
    lines.addAll(WrappedText.lines(which + all + changes, "", view.width()));
    step.meanwhile().forEach(change -> lines.addAll(change(change, view)));
  }

  private static List<String> change(String change, TraceView view) {
    return WrappedText.lines(change, INDENT, view.width(), view.valueLines());
  }

  /** How a behaviour goes on for ever, in a sentence; empty if it ends. */
  static String end(Trace trace) {
    if (trace.stutters()) {
      return "Here nothing happens any more.";
    }
    return trace.loopTo().isPresent()
        ? "Back to step " + (trace.loopTo().getAsInt() + 1) + ", and so on for ever."
        : "";
  }

  /** The steps that a view shows, in order, for callers that lay them out themselves. */
  public static List<StepText> steps(Trace trace, TraceView view) {
    List<StepText> steps = new ArrayList<>();
    int next = 0;
    TlaState shown = null;
    TlaState before = null;
    for (int i : visible(trace, view.steps())) {
      Trace.Step step = trace.steps().get(i);
      List<String> meanwhile = List.of();
      if (i > next) {
        before = trace.steps().get(i - 1).shown();
        meanwhile = changes(trace, view, shown, before);
      }
      List<String> changes = new ArrayList<>(changes(trace, view, before, step.shown()));
      for (String name : view.always()) {
        TlaValue value = step.state().values().get(name);
        if (value != null) {
          changes.add(Change.visible(name + " = " + trace.namesOf(name).text(value)));
        }
      }
      steps.add(
          new StepText(
              i - next, meanwhile, i + 1, Change.visible(step.action()), step.span(), changes));
      next = i + 1;
      before = step.shown();
      shown = before;
    }
    return steps;
  }

  /** The first and the last steps, and the one that the last one leads back to. */
  private static NavigableSet<Integer> visible(Trace trace, int most) {
    int count = trace.steps().size();
    NavigableSet<Integer> visible = new TreeSet<>();
    int first = count <= most ? count : most / 3;
    for (int i = 0; i < count; i++) {
      if (i < first || i >= count - (most - first)) {
        visible.add(i);
      }
    }
    trace.loopTo().ifPresent(visible::add);
    // A sentence about one step is no shorter than the step.
    for (int i = 1; i < count - 1; i++) {
      if (visible.contains(i - 1) && visible.contains(i + 1)) {
        visible.add(i);
      }
    }
    return visible;
  }

  private static List<String> changes(
      Trace trace, TraceView view, @Nullable TlaState before, TlaState after) {
    return differences(trace, before, after).stream()
        .filter(change -> view.shows(change.variable()))
        .filter(change -> !view.always().contains(change.variable()))
        .flatMap(change -> change.changes().stream())
        .map(Change::text)
        .toList();
  }

  /** The changes of a variable. */
  record VariableChanges(String variable, List<Change> changes) {}

  /** What differs between two states, by the variables' names; all if there is no first state. */
  static List<VariableChanges> differences(Trace trace, @Nullable TlaState before, TlaState after) {
    List<VariableChanges> all = new ArrayList<>();
    NavigableSet<String> variables = new TreeSet<>(after.values().keySet());
    if (before != null) {
      variables.addAll(before.values().keySet());
    }
    for (String variable : variables) {
      TlaValue old = before == null ? null : before.values().get(variable);
      TlaValue value = after.values().get(variable);
      List<Change> changes =
          value == null
              ? List.of(Change.noValue(variable))
              : Difference.of(variable, trace.namesOf(variable)).between(old, value);
      if (!changes.isEmpty()) {
        all.add(new VariableChanges(variable, changes));
      }
    }
    return all;
  }
}
