package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.model.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compiled rules say of every two reachable states, in a legal order or not, what TLC says. */
class GeneratedRulesConformance {

  @ParameterizedTest
  @EnumSource
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
    List<String> disagreements = new ArrayList<>();
    List<String> neverViolated = new ArrayList<>();
    try (Oracle oracle =
        Tlc.bundled().open(generated.request().module(), generated.request().config())) {
      for (Map.Entry<String, Object> rule : compiled.rules().entrySet()) {
        boolean invariant = compiled.isInvariant(rule.getValue());
        int violations = 0;
        for (int before = 0; before < (invariant ? 1 : steps.size()); before++) {
          for (int after = 0; after < steps.size(); after++) {
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
        }
        if (!invariant && violations == 0 && !isViolatedByAMixture(compiled, oracle, rule, steps)) {
          neverViolated.add(rule.getKey());
        }
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(neverViolated).as("action properties that nothing violates").isEmpty();
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
