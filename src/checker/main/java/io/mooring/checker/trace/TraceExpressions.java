package io.mooring.checker.trace;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.List;
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
    try (PrivateFolder folder = PrivateFolder.create()) {
      ExpressionModule module = ExpressionModule.write(folder.path(), request, expressions);
      try (Oracle oracle = opened(module, trace.steps().get(0).state())) {
        List<Trace.Step> steps = new ArrayList<>();
        for (Trace.Step step : trace.steps()) {
          steps.add(
              new Trace.Step(
                  step.action(), step.span(), with(step.state(), module, oracle), step.alias()));
        }
        requireValues(steps, expressions);
        return new Trace(steps, trace.loopTo(), trace.names());
      }
    }
  }

  /** Opens the module; what it lacks of the standard modules is added to it. */
  private Oracle opened(ExpressionModule first, TlaState state) throws TlcException {
    ExpressionModule module = first;
    Set<String> tried = new TreeSet<>();
    TlcException initial = null;
    while (true) {
      try {
        return tlc.open(module.request());
      } catch (TlcException refused) {
        String lacking = first.lacking(refused);
        if (lacking.isEmpty() || !tried.add(lacking)) {
          throw first.explained(
              initial == null || first.concerns(refused) ? refused : initial,
              state.values().keySet());
        }
        initial = initial == null ? refused : initial;
        module = module.extending(lacking);
      }
    }
  }

  private static TlaState with(TlaState state, ExpressionModule module, Oracle oracle) {
    SortedMap<String, TlaValue> values = new TreeMap<>(state.values());
    SortedMap<String, TlaValue> own = new TreeMap<>(state.values());
    own.keySet().retainAll(oracle.variables());
    Set<String> missing = new TreeSet<>(oracle.variables());
    missing.removeAll(own.keySet());
    TlaState plain = new TlaState(own);
    for (int i = 0; i < module.expressions().size(); i++) {
      String expression = module.expressions().get(i);
      if (!missing.isEmpty()) {
        values.put(expression, noValue("the state lacks " + String.join(", ", missing)));
        continue;
      }
      try {
        values.put(expression, oracle.evaluate(ExpressionModule.name(i), plain));
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
  private void requireValues(List<Trace.Step> steps, List<String> expressions) throws TlcException {
    for (String expression : expressions) {
      boolean some = steps.stream().anyMatch(step -> !NoValue.is(step.state().get(expression)));
      if (!some) {
        throw new TlcException(
            ExpressionModule.quoted(expression)
                + " has a value in no state of "
                + ModuleFile.name(request.module())
                + ": "
                + NoValue.reason(steps.get(0).state().get(expression)));
      }
    }
  }
}
