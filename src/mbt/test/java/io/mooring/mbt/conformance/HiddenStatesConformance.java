package io.mooring.mbt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.run.Answer;
import io.mooring.mbt.run.Scope;
import io.mooring.mbt.run.SystemUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Systems that hide states: found up to the number that the caller allows for, and no more. */
final class HiddenStatesConformance {
  private static final int MAX_EXTRA = 2;

  @ParameterizedTest
  @EnumSource(Machines.class)
  void hiddenStatesAreFoundUpToTheStatedNumber(Machines machines) {
    Machine machine = machines.machine();
    for (int hidden = 1; hidden <= MAX_EXTRA; hidden++) {
      for (Grudge grudge : grudges(machine, hidden)) {
        Conformance<MachineEvent, Answer> conformance = grudge.conformance();

        assertThat(conformance.wpMethod(hidden)).as(grudge.toString()).isPresent();
        if (hidden == 1) {
          assertThat(LearnedModel.learn(conformance, hidden).counterexample())
              .as(grudge.toString())
              .isPresent();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void oneMoreThanTheStatedNumberIsNotPromised(Machines machines) {
    Machine machine = machines.machine();
    for (int extra = 0; extra <= MAX_EXTRA; extra++) {
      int stated = extra;
      assertThat(grudges(machine, extra + 1))
          .as("systems with %d hidden states that the suite for %d misses", extra + 1, extra)
          .anyMatch(grudge -> grudge.conformance().wpMethod(stated).isEmpty());
    }
  }

  /** For each row that changes nothing, and each event that can come after it. */
  private static List<Grudge> grudges(Machine machine, int hidden) {
    List<Grudge> grudges = new ArrayList<>();
    for (MachineStep row : machine.steps()) {
      for (int event = 0; event < machine.events().size() && row.from() == row.to(); event++) {
        if (event != row.event()) {
          grudges.add(new Grudge(machine, row, event, hidden));
        }
      }
    }
    return grudges;
  }

  /**
   * After some repetitions of a row that changes nothing, an event has an effect that is not
   * specified. Each repetition is a state that nothing shows.
   */
  private record Grudge(Machine machine, MachineStep row, int event, int repetitions) {

    Conformance<MachineEvent, Answer> conformance() {
      Scope scope = Scope.everything(machine);
      return Conformance.of(machine, () -> system(scope), scope);
    }

    private SystemUnderTest<MachineEvent, Answer> system(Scope scope) {
      return new SystemUnderTest<>() {
        private int location = machine.initial().to();
        private int count;

        @Override
        public Answer apply(MachineEvent given) {
          MachineStep step = machine.step(location, machine.find(given)).orElseThrow();
          Answer answer = scope.of(step);
          if (count == repetitions && location == row.from() && step.event() == event) {
            answer = answer.running("revenge");
          }
          boolean again = location == row.from() && step.event() == row.event();
          count = again ? Math.min(count + 1, repetitions) : 0;
          location = step.to();
          return answer;
        }
      };
    }

    @Override
    public String toString() {
      return repetitions
          + " times "
          + machine.rowText(machine.row(row.from(), row.event()))
          + ", then "
          + Objects.requireNonNull(machine.events().get(event));
    }
  }
}
