package io.mooring.room.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.codegen.model.Model;
import io.mooring.room.codegen.model.Step;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  @ParameterizedTest
  @EnumSource
  void noSetOfWalksIsShorter(Subject subject) throws Exception {
    Model model = subject.generated().model();
    int steps = Tours.of(model).stream().mapToInt(List::size).sum();
    assertThat(steps).isEqualTo(model.steps().size() + leastRepetitions(model));
  }

  /**
   * A number of repetitions that no set of walks falls short of: a location that is left more often
   * than it is entered must be entered that much more often, and each such time costs at least the
   * way to it from the start or from the nearest location that is entered more often than left.
   */
  private static int leastRepetitions(Model model) {
    int locations = model.locations().size();
    int[] surplus = new int[locations];
    for (Step step : model.steps()) {
      surplus[step.to()]++;
      surplus[step.from()]--;
    }
    int least = 0;
    for (int location = 0; location < locations; location++) {
      int nearest = Integer.MAX_VALUE;
      for (int from = 0; from < locations; from++) {
        if (surplus[from] > 0 || from == model.initial().to()) {
          nearest = Math.min(nearest, distance(model, from, location));
        }
      }
      least += Math.max(0, -surplus[location]) * nearest;
    }
    return least;
  }

  private static int distance(Model model, int from, int to) {
    int[] distance = new int[model.locations().size()];
    Arrays.fill(distance, Integer.MAX_VALUE);
    distance[from] = 0;
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int at = open.remove();
      for (int event = 0; event < model.events().size(); event++) {
        int next = model.step(at, event).to();
        if (distance[next] == Integer.MAX_VALUE) {
          distance[next] = distance[at] + 1;
          open.add(next);
        }
      }
    }
    return distance[to];
  }
}
