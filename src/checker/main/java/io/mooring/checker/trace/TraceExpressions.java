package io.mooring.checker.trace;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values of expressions in each state of a behaviour, computed by the checker. */
public final class TraceExpressions {

  private final Tlc tlc;
  private final CheckRequest request;

  /**
   * Expressions over the definitions and variables of a specification.
   *
   * @param request the specification and its configuration
   */
  public TraceExpressions(Tlc tlc, CheckRequest request) {
    this.tlc = tlc;
    this.request = request;
  }

  /**
   * The behaviour with one more variable for each expression, called as the expression is written.
   * Where one has no value, the reason stands in its place.
   *
   * @throws TlcException if an expression does not parse, is not about one state, or has a value
   *     nowhere; or if the specification cannot be used
   */
  public Trace added(Trace trace, List<String> expressions) throws TlcException {
    List<Expression> given =
        expressions.stream().map(text -> new Expression("--eval", text, List.of())).toList();
    Set<String> variables = trace.steps().get(0).state().values().keySet();
    try (Expressions opened = Expressions.open(tlc, request, given, variables)) {
      List<Trace.Step> steps = new ArrayList<>();
      for (Trace.Step step : trace.steps()) {
        steps.add(
            new Trace.Step(step.action(), step.span(), with(step.state(), opened), step.alias()));
      }
      requireValues(steps, given);
      return new Trace(steps, trace.loopTo(), trace.names());
    }
  }

  private static TlaState with(TlaState state, Expressions opened) {
    SortedMap<String, TlaValue> values = new TreeMap<>(state.values());
    SortedMap<String, TlaValue> own = new TreeMap<>(state.values());
    own.keySet().retainAll(opened.oracle().variables());
    Set<String> missing = new TreeSet<>(opened.oracle().variables());
    missing.removeAll(own.keySet());
    TlaState plain = new TlaState(own);
    for (int i = 0; i < opened.all().size(); i++) {
      String expression = opened.all().get(i).text();
      if (!missing.isEmpty()) {
        values.put(expression, noValue("the state lacks " + String.join(", ", missing)));
        continue;
      }
      try {
        values.put(expression, opened.value(i, Map.of(), plain));
      } catch (IllegalArgumentException failure) {
        values.put(expression, noValue(String.valueOf(failure.getMessage())));
      }
    }
    return new TlaState(values);
  }

  private static TlaValue noValue(String reason) {
    return new NoValue(reason).asValue();
  }

  /** An expression that has a value in no state is a mistake. */
  private void requireValues(List<Trace.Step> steps, List<Expression> expressions)
      throws TlcException {
    for (Expression expression : expressions) {
      boolean some =
          steps.stream().anyMatch(step -> !NoValue.is(step.state().get(expression.text())));
      if (!some) {
        throw new TlcException(
            expression.quoted()
                + " has a value in no state of "
                + ModuleFile.name(request.module())
                + ": "
                + NoValue.reason(steps.get(0).state().get(expression.text())));
      }
    }
  }
}
