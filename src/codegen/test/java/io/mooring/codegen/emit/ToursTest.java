package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToursTest {

  @ParameterizedTest
  @EnumSource
  void theWalksTakeEveryStepAndEachBeginsAtTheStart(Subject subject) throws Exception {
    Model model = subject.generated().model();
    Set<Integer> taken = new HashSet<>();
    for (List<Integer> walk : Tours.of(model)) {
      int at = model.initial().to();
      for (int index : walk) {
        Step step = model.steps().get(index);
        assertThat(step.from()).isEqualTo(at);
        at = step.to();
        taken.add(index);
      }
    }
    assertThat(taken).hasSize(model.steps().size());
  }

  /**
   * Walks are a circulation: steps cost 1, and the way back from a walk's end to the start costs
   * nothing. A circulation is a cheapest one exactly if no cycle of changes to it costs less than
   * nothing: taking an arc once more, or once less where it is taken more often than it must be.
   */
  @ParameterizedTest
  @EnumSource
  void noSetOfWalksIsShorter(Subject subject) throws Exception {
    Model model = subject.generated().model();
    int start = model.initial().to();
    int[] times = new int[model.steps().size()];
    int[] back = new int[model.locations().size()];
    for (List<Integer> walk : Tours.of(model)) {
      walk.forEach(index -> times[index]++);
      back[model.steps().get(walk.get(walk.size() - 1)).to()]++;
    }
    List<int[]> changes = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      Step step = model.steps().get(i);
      changes.add(new int[] {step.from(), step.to(), 1});
      if (times[i] > 1) {
        changes.add(new int[] {step.to(), step.from(), -1});
      }
    }
    for (int location = 0; location < back.length; location++) {
      changes.add(new int[] {location, start, 0});
      if (back[location] > 0) {
        changes.add(new int[] {start, location, 0});
      }
    }
    assertThat(hasNegativeCycle(model.locations().size(), changes)).isFalse();
  }

  @Test
  void aStepTakenOnceTooOftenIsSeen() {
    List<int[]> changes = List.of(new int[] {0, 1, 1}, new int[] {1, 0, -1}, new int[] {0, 1, 0});
    assertThat(hasNegativeCycle(2, changes)).isTrue();
  }

  private static boolean hasNegativeCycle(int locations, List<int[]> arcs) {
    int[] distance = new int[locations];
    boolean changed = true;
    for (int round = 0; changed && round <= locations; round++) {
      changed = false;
      for (int[] arc : arcs) {
        if (distance[arc[0]] + arc[2] < distance[arc[1]]) {
          distance[arc[1]] = distance[arc[0]] + arc[2];
          changed = true;
        }
      }
    }
    return changed;
  }
}
