package io.mooring.room.testkit.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.codegen.tlc.Oracle;
import io.mooring.room.codegen.tlc.TlaState;
import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The generated rules say of every pair of states what TLC says of it: also of the pairs that no
 * step joins, because only those violate a rule.
 */
class RuleConformance {

  @Test
  void everyRuleSaysOfEveryPairOfStatesWhatTlcSays() throws Exception {
    List<Step> states = new ArrayList<>();
    for (Step step : Table.steps()) {
      if (states.stream().noneMatch(step::sameStateAs)) {
        states.add(step);
      }
    }
    assertThat(states).hasSize(Specification.graph().distinctStates());

    try (Oracle tlc = Tlc.bundled().open(Specification.MODULE, Specification.CONFIG)) {
      SpecValues values = new SpecValues(tlc.variables());
      List<TlaState> same = states.stream().map(values::state).toList();
      List<String> differences = new ArrayList<>();
      int violated = 0;
      for (Rule rule : Rule.values()) {
        for (int i = 0; i < states.size(); i++) {
          for (int j = 0; j < states.size(); j++) {
            boolean generated = rule.holds(states.get(i), states.get(j));
            violated += generated ? 0 : 1;
            if (generated != tlc.holds(rule.property(), same.get(i), same.get(j))) {
              differences.add(
                  rule + " from " + states.get(i) + " to " + states.get(j) + " is " + generated);
            }
          }
        }
      }
      assertThat(differences).isEmpty();
      assertThat(violated).as("pairs of states that violate a rule").isPositive();
    }
  }
}
