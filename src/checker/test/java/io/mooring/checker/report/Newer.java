package io.mooring.checker.report;

import io.mooring.checker.report.Samples.Sample;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.TlaValue.Int;
import io.mooring.checker.tlc.TlaValue.Seq;
import io.mooring.checker.tlc.TlaValue.Str;
import io.mooring.checker.tlc.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Results that only checkers of the family 1.8 give, by the name of the files that show them: as
 * such a checker gives them, and made by hand of a result that every checker gives.
 *
 * @param checked needs such a checker
 * @param byHand needs none
 */
record Newer(Sample checked, Sample byHand) {

  static Map<String, Newer> all() {
    String[] violated = {"SPECIFICATION Spec", "INVARIANTS InRange BelowTop"};
    String[] good = {"SPECIFICATION Spec", "INVARIANT InRange"};
    return Map.of(
        "alias",
        new Newer(
            lift -> lift.check(violated[0], violated[1], "ALIAS Shown"),
            lift -> lift.changed(Newer::withAlias, violated)),
        "postcondition",
        new Newer(
            lift -> lift.check(good[0], good[1], "POSTCONDITION Seen"),
            lift -> lift.changed(Newer::withPostcondition, good)));
  }

  private static CheckResult withAlias(CheckResult result) {
    Trace trace = result.trace().orElseThrow();
    List<Trace.Step> steps =
        trace.steps().stream()
            .map(
                step ->
                    new Trace.Step(step.action(), step.span(), step.state(), alias(step.state())))
            .toList();
    Trace shown = new Trace(steps, trace.loopTo(), trace.names());
    return changed(result, result.verdict(), result.message(), Optional.of(shown), List.of());
  }

  /** What the definition Shown is in a state. */
  private static SortedMap<String, TlaValue> alias(TlaState state) {
    int floor = ((Int) state.get("floor")).value();
    boolean open = state.get("doors").equals(new Str("open"));
    return new TreeMap<>(
        Map.of(
            "height",
            new Int(floor * 3),
            "way",
            new Seq(open ? List.of(new Str("in"), new Str("out")) : List.of())));
  }

  private static CheckResult withPostcondition(CheckResult result) {
    return changed(
        result,
        Verdict.POSTCONDITION_FAILURE,
        "Postcondition Seen is false at the end of the check",
        Optional.empty(),
        List.of("Seen"));
  }

  /** The result with another end; the properties are judged after its own. */
  private static CheckResult changed(
      CheckResult result,
      Verdict verdict,
      String message,
      Optional<Trace> trace,
      List<String> properties) {
    Optional<String> violated = properties.stream().findFirst().or(result::property);
    return new CheckResult(
        verdict,
        violated,
        violated.flatMap(result.module()::definition).map(each -> each.span()),
        message,
        result.initialStates(),
        result.distinctStates(),
        result.generatedStates(),
        result.edges(),
        result.depth(),
        result.time(),
        trace,
        result.warnings(),
        result.printed(),
        result.exercised(),
        Stream.concat(result.properties().stream(), properties.stream()).toList(),
        result.module(),
        result.temporal(),
        result.search());
  }
}
