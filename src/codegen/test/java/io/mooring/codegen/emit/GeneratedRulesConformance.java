package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.Transition;
import io.mooring.codegen.model.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The compiled rules say what TLC says: of every two reachable states, in a legal order or not; of
 * a machine with many states, of every step, and of many more pairs.
 */
class GeneratedRulesConformance {

  /** So many states are compared with each other. */
  private static final int FEW = 200;

  /** Of more states so many pairs, beside those of steps. */
  private static final int PAIRS = 4_000;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LARGE_MAILBOX") // its rules are MAILBOX's
  void everyRuleAgreesWithTlcOnEveryPairOfStates(Subject subject) throws Exception {
    Subject.Generated generated = subject.generated();
    CompiledSpec compiled = CompiledSpec.of(generated);
    GraphComparison walk = new GraphComparison(compiled, generated.graph());
    assertThat(walk.difference(generated.graph())).isEmpty();
    List<Object> steps = new ArrayList<>(walk.steps().values());
    List<TlaState> states = new ArrayList<>();
    for (Object step : steps) {
      states.add(compiled.state(step));
    }
    List<int[]> pairs = pairs(states, generated.graph());
    List<String> disagreements = new ArrayList<>();
    List<String> neverViolated = new ArrayList<>();
    try (Oracle oracle =
        Tlc.bundled().open(generated.request().module(), generated.request().config())) {
      for (Map.Entry<String, Object> rule : compiled.rules().entrySet()) {
        boolean invariant = compiled.isInvariant(rule.getValue());
        int violations = 0;
        for (int[] pair : invariant ? each(steps.size()) : pairs) {
          int before = pair[0];
          int after = pair[1];
          boolean java = compiled.holds(rule.getValue(), steps.get(before), steps.get(after));
          boolean tlc = oracle.holds(rule.getKey(), states.get(before), states.get(after));
          violations += tlc ? 0 : 1;
          if (java != tlc && disagreements.size() < 5) {
            disagreements.add(
                rule.getKey()
                    + ": TLC "
                    + tlc
                    + ", Java "
                    + java
                    + " for\n  "
                    + steps.get(before)
                    + "\n  "
                    + steps.get(after));
          }
        }
        if (!invariant && violations == 0 && !isViolatedByAMixture(compiled, oracle, rule, steps)) {
          neverViolated.add(rule.getKey());
        }
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(neverViolated).as("action properties that nothing violates").isEmpty();
  }

  private static List<int[]> each(int states) {
    return IntStream.range(0, states).mapToObj(state -> new int[] {0, state}).toList();
  }

  private static List<int[]> pairs(List<TlaState> states, StateGraph graph) {
    int count = states.size();
    if (count <= FEW) {
      return IntStream.range(0, count * count)
          .mapToObj(pair -> new int[] {pair / count, pair % count})
          .toList();
    }
    Map<TlaState, Integer> places = new HashMap<>();
    states.forEach(state -> places.put(state, places.size()));
    List<int[]> pairs = new ArrayList<>();
    for (Transition step : graph.transitions()) {
      pairs.add(
          new int[] {
            Objects.requireNonNull(places.get(graph.states().get(step.from()))),
            Objects.requireNonNull(places.get(graph.states().get(step.to())))
          });
    }
    Random random = new Random(1);
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(new int[] {random.nextInt(count), random.nextInt(count)});
    }
    return pairs;
  }

  @ParameterizedTest
  @EnumSource
  void everyPropertyButTheTemporalOnesIsARule(Subject subject) throws Exception {
    Subject.Generated generated = subject.generated();
    List<String> names =
        generated.model().properties().stream()
            .filter(property -> property.kind() != Property.Kind.TEMPORAL)
            .map(Property::name)
            .sorted()
            .toList();
    assertThat(names).isNotEmpty();
    assertThat(CompiledSpec.of(generated).rules().keySet())
        .containsExactlyElementsOf(Objects.requireNonNull(names));
  }

  /**
   * Whether the outputs of one reachable state at the location of another violate an action
   * property, in the words of both sides: what holds of all pairs of reachable states must be
   * broken by others.
   */
  private static boolean isViolatedByAMixture(
      CompiledSpec compiled, Oracle oracle, Map.Entry<String, Object> rule, List<Object> steps)
      throws Exception {
    for (Object outputs : steps) {
      for (Object location : steps) {
        Object mixed = compiled.mixed(outputs, location);
        boolean java = compiled.holds(rule.getValue(), location, mixed);
        boolean tlc = oracle.holds(rule.getKey(), compiled.state(location), compiled.state(mixed));
        assertThat(java).as("%s for %s, then %s", rule.getKey(), location, mixed).isEqualTo(tlc);
        if (!tlc) {
          return true;
        }
      }
    }
    return false;
  }
}
