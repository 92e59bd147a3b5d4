package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.tlc.ValueNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A behaviour as numbered steps, of which only what changed is shown. */
public final class TraceText {

  private TraceText() {}

  /** The lines to print. */
  static List<String> lines(Trace trace) {
    List<String> lines = new ArrayList<>();
    TlaState before = null;
    for (int i = 0; i < trace.steps().size(); i++) {
      Trace.Step step = trace.steps().get(i);
      String where = step.span() == null ? "" : "  (" + step.span().line() + ")";
      lines.add(String.format(Locale.ROOT, "%3d  %s%s", i + 1, step.action(), where));
      List<String> changes = changes(trace, before, step.state());
      if (changes.isEmpty()) {
        lines.add("       nothing changes");
      }
      changes.forEach(change -> lines.add("       " + change));
      before = step.state();
    }
    if (trace.stutters()) {
      lines.add("     Here nothing happens any more.");
    } else if (trace.loopTo().isPresent()) {
      lines.add("     Back to step " + (trace.loopTo().getAsInt() + 1) + ", and so on for ever.");
    }
    return lines;
  }

  /** {@return the variables that differ between two states; all if there is no first} */
  public static List<String> changes(Trace trace, @Nullable TlaState before, TlaState after) {
    List<String> changes = new ArrayList<>();
    for (Map.Entry<String, TlaValue> entry : after.values().entrySet()) {
      TlaValue old = before == null ? null : before.values().get(entry.getKey());
      ValueNames names = trace.namesOf(entry.getKey());
      difference(entry.getKey(), names, old, entry.getValue(), changes);
    }
    return changes;
  }

  private static void difference(
      String name, ValueNames names, @Nullable TlaValue old, TlaValue value, List<String> changes) {
    if (value.equals(old)) {
      return;
    }
    if (names.constants().containsKey(value)) {
      changes.add(name + " = " + names.text(value));
    } else if (old instanceof TlaValue.Rec from
        && value instanceof TlaValue.Rec to
        && from.fields().keySet().equals(to.fields().keySet())) {
      to.fields()
          .forEach(
              (field, each) ->
                  difference(
                      name + "." + field,
                      names.field(field).or(names.element()),
                      from.fields().get(field),
                      each,
                      changes));
    } else if (old instanceof TlaValue.Fun from
        && value instanceof TlaValue.Fun to
        && keys(from).equals(keys(to))) {
      for (int i = 0; i < to.pairs().size(); i++) {
        difference(
            name + "[" + to.pairs().get(i).getKey() + "]",
            names.element(),
            from.pairs().get(i).getValue(),
            to.pairs().get(i).getValue(),
            changes);
      }
    } else {
      changes.add(name + " = " + names.text(value));
    }
  }

  private static List<TlaValue> keys(TlaValue.Fun function) {
    return function.pairs().stream().map(Map.Entry::getKey).toList();
  }
}
