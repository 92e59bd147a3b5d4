package io.mooring.codegen.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.spec.Specs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which rows and which faults the event lists of test vectors find. */
class WalksTest {

  private static Set<Integer> taken(Model model, List<List<Integer>> lists) {
    Walks walks = new Walks(model);
    Set<Integer> rows = new TreeSet<>();
    lists.forEach(list -> rows.addAll(walks.rows(list)));
    return rows;
  }

  @Test
  void toursTakeEveryRow() throws Exception {
    for (Model model : List.of(Specs.roomConnection(), Specs.model("Elevator"))) {
      List<List<Integer>> tours = new Walks(model).tours();
      assertThat(taken(model, tours)).hasSameSizeAs(model.steps());
      assertThat(tours).hasSizeLessThan(model.steps().size() / 4).allMatch(t -> t.size() <= 60);
    }
  }

  @Test
  void rowsOfAListFollowEachOther() throws Exception {
    Model model = Specs.model("Turnstile");
    for (List<Integer> list : new Walks(model).random()) {
      int location = model.initial().to();
      for (int row : new Walks(model).rows(list)) {
        assertThat(model.steps().get(row).from()).isEqualTo(location);
        location = model.steps().get(row).to();
      }
    }
  }

  @Test
  void theWpSuiteTakesEveryRowAndHasNoListThatBeginsAnother() throws Exception {
    Model model = Specs.roomConnection();
    List<List<Integer>> lists = new WpMethod(model).lists();
    assertThat(taken(model, lists)).hasSameSizeAs(model.steps());
    assertThat(lists).doesNotHaveDuplicates();
    for (List<Integer> list : lists) {
      assertThat(lists)
          .noneMatch(
              other -> other.size() > list.size() && other.subList(0, list.size()).equals(list));
    }
  }

  @Test
  void theWpSuiteFindsEveryRowThatLeadsElsewhere() throws Exception {
    for (Model model : List.of(Specs.roomConnection(), Specs.model("Turnstile"))) {
      WpMethod method = new WpMethod(model);
      assertThat(method.states())
          .as("or a change may add a state")
          .isEqualTo(model.locations().size());
      List<List<Integer>> lists = method.lists();
      int found = 0;
      for (int row = 0; row < model.steps().size(); row++) {
        for (int to = 0; to < model.locations().size(); to++) {
          Model mutant = leading(model, row, to);
          if (differs(model, mutant)) {
            found++;
            assertThat(lists)
                .as("%s, %s leads to %s", model.module(), model.steps().get(row), to)
                .anyMatch(list -> !answers(model, list).equals(answers(mutant, list)));
          }
        }
      }
      assertThat(found).as(model.module()).isGreaterThan(model.steps().size());
    }
  }

  @Test
  void aSuiteOfOtherListsMissesSomeOfThem() throws Exception {
    Model model = Specs.roomConnection();
    List<List<Integer>> tours = new Walks(model).tours();
    List<Integer> missed = new ArrayList<>();
    for (int row = 0; row < model.steps().size(); row++) {
      for (int to = 0; to < model.locations().size(); to++) {
        Model mutant = leading(model, row, to);
        if (differs(model, mutant)
            && tours.stream().allMatch(t -> answers(model, t).equals(answers(mutant, t)))) {
          missed.add(row);
        }
      }
    }
    assertThat(missed).isNotEmpty();
  }

  private static List<String> answers(Model model, List<Integer> list) {
    List<String> answers = new ArrayList<>();
    int location = model.initial().to();
    for (int event : list) {
      Step step = model.step(location, event);
      answers.add(answer(step));
      location = step.to();
    }
    return answers;
  }

  private static String answer(Step step) {
    return step.outcome() + " " + step.code() + step.notifications() + step.effects();
  }

  /** Whether some list is answered differently: a search through pairs of locations. */
  private static boolean differs(Model left, Model right) {
    Set<List<Integer>> seen = new HashSet<>();
    Deque<List<Integer>> open = new ArrayDeque<>();
    open.add(List.of(left.initial().to(), right.initial().to()));
    while (!open.isEmpty()) {
      List<Integer> pair = open.remove();
      for (int event = 0; event < left.events().size(); event++) {
        Step one = left.step(pair.get(0), event);
        Step other = right.step(pair.get(1), event);
        if (!answer(one).equals(answer(other))) {
          return true;
        }
        List<Integer> next = List.of(one.to(), other.to());
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }

  private static Model leading(Model model, int row, int to) {
    Step step = model.steps().get(row);
    List<Step> steps = new ArrayList<>(model.steps());
    steps.set(
        row,
        new Step(
            step.from(),
            step.event(),
            step.outcome(),
            to,
            step.code(),
            step.notifications(),
            step.effects(),
            step.line()));
    return new Model(
        model.module(),
        model.doc(),
        model.provenance(),
        model.enumerations(),
        model.records(),
        model.variables(),
        model.outputs(),
        model.eventDoc(),
        model.events(),
        model.timers(),
        model.answers(),
        model.timing(),
        model.locations(),
        model.initial(),
        Collections.unmodifiableList(steps),
        model.helpers(),
        model.properties());
  }
}
