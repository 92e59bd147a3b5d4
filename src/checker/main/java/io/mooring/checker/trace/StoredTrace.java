package io.mooring.checker.trace;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A behaviour as a file has it.
 *
 * @param trace the behaviour
 * @param title what it shows, in some words; empty if the file does not say it
 * @param description the same in one sentence; empty if the file does not say it
 * @param source the specification as the file names it; empty if it does not
 * @param config its configuration, likewise
 */
public record StoredTrace(
    Trace trace, String title, String description, String source, String config) {

  /** The same with another behaviour. */
  public StoredTrace with(Trace other) {
    return new StoredTrace(other, title, description, source, config);
  }

  /** The same with those variables alone that a view shows. */
  public StoredTrace shown(TraceView view) {
    List<Trace.Step> steps = new ArrayList<>();
    for (Trace.Step step : trace.steps()) {
      steps.add(
          new Trace.Step(
              step.action(),
              step.span(),
              new TlaState(shown(step.state().values(), view, step.alias().isEmpty())),
              shown(step.alias(), view, true)));
    }
    return with(new Trace(steps, trace.loopTo(), trace.names()));
  }

  /** An alias stands for all variables, so that it alone is chosen from. */
  private static SortedMap<String, TlaValue> shown(
      SortedMap<String, TlaValue> values, TraceView view, boolean chosen) {
    SortedMap<String, TlaValue> shown = new TreeMap<>(values);
    shown.keySet().removeIf(name -> !view.always().contains(name) && !(chosen && view.shows(name)));
    return shown;
  }

  /** The names of what is shown of its states: variables, or the fields of an alias. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    trace.steps().forEach(step -> names.addAll(step.shown().values().keySet()));
    return names;
  }

  /** The variables of its states. */
  public SortedSet<String> variables() {
    SortedSet<String> variables = new TreeSet<>();
    trace.steps().forEach(step -> variables.addAll(step.state().values().keySet()));
    return variables;
  }
}
