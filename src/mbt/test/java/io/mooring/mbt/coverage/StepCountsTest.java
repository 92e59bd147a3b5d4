package io.mooring.mbt.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.counts.Passage;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.machine.MooreGraph;
import io.mooring.mbt.machine.MooreState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StepCountsTest {

  private static final String FINGERPRINT = "0123456789abcdef";

  /** The lists are the same in every run; what is counted does not depend on which they are. */
  private static List<List<Integer>> lists(Machine machine) {
    SplittableRandom random = new SplittableRandom(3);
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lists.add(random.ints(i, 0, machine.events().size()).boxed().toList());
    }
    return lists;
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyStepIsCountedAsItsRowItsEdgeAndItsPair(Machines machines) throws Exception {
    Machine machine = machines.machine();
    Coverage coverage = Coverage.of(new MooreGraph(machine)).counting();
    Map<List<Object>, Long> expected = new HashMap<>();
    for (List<Integer> list : lists(machine)) {
      CoverageRecorder recorder = coverage.begin();
      MachineStep before = machine.initial();
      List<Object> edge = List.of();
      for (int event : list) {
        MachineStep step = machine.step(before.to(), event).orElseThrow();
        recorder.add(machine.row(step.from(), event));
        expected.merge(List.of(step.from(), event), 1L, Long::sum);
        List<Object> next = List.of(MooreState.after(before), event);
        expected.merge(List.of("edge", next), 1L, Long::sum);
        if (!edge.isEmpty()) {
          expected.merge(List.of(edge, event), 1L, Long::sum);
        }
        edge = next;
        before = step;
      }
    }

    CoverageCounts counts = coverage.counts(FINGERPRINT, "lists");

    Map<List<Object>, Long> found = new HashMap<>();
    counts
        .taken()
        .forEach(
            (passage, count) -> assertThat(found.put(named(machine, passage), count)).isNull());
    assertThat(found).isEqualTo(expected);
    assertThat(counts.impossible()).isEmpty();
    assertThat(counts.machine()).isEqualTo(machine.name());
    assertThat(CountsJson.read(CountsJson.write(counts))).isEqualTo(counts);
  }

  /** A passage by the states that it goes through, whatever row names them. */
  private static List<Object> named(Machine machine, Passage passage) {
    List<Integer> events = passage.events();
    if (events.size() == 1) {
      return List.of(passage.location(), events.get(0));
    }
    MachineStep before =
        passage.location() == Passage.BEGINNING
            ? machine.initial()
            : machine.step(passage.location(), events.get(0)).orElseThrow();
    List<Object> edge = List.of(MooreState.after(before), events.get(1));
    return events.size() == 2 ? List.of("edge", edge) : List.of(edge, events.get(2));
  }

  @Test
  void whatIsImpossibleIsNamedAndNotTaken() {
    Machine door = Machines.DOOR.machine();
    MooreGraph graph = new MooreGraph(door, new NotTheFirst());
    Coverage coverage = Coverage.of(graph).counting();
    Tours.everyEdgePair(graph, 30)
        .forEach(
            tour -> {
              CoverageRecorder recorder = coverage.begin();
              int location = door.initial().to();
              for (int event : tour) {
                recorder.add(door.row(location, event));
                location = door.step(location, event).orElseThrow().to();
              }
            });

    CoverageCounts counts = coverage.counts(FINGERPRINT, "");

    assertThat(coverage.isExhausted()).isTrue();
    assertThat(counts.impossible())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(counts.taken().keySet());
    assertThat(counts.impossible().size() + counts.taken().size())
        .isEqualTo(coverage.rows().total() + coverage.edges().total() + coverage.pairs().total());
  }

  /** Rules the first event out. */
  private static final class NotTheFirst implements io.mooring.mbt.machine.Context {
    @Override
    public int states() {
      return 1;
    }

    @Override
    public int begin() {
      return 0;
    }

    @Override
    public boolean canOccur(int state, int event) {
      return event != 0;
    }

    @Override
    public int next(int state, MachineStep step) {
      return 0;
    }
  }

  @Test
  void coveragesAreAddedAndAnEmptyOneCountsFromZero() {
    Machine door = Machines.DOOR.machine();
    Coverage one = Coverage.of(new MooreGraph(door)).counting();
    Coverage two = one.empty();
    int row = door.row(door.initial().to(), 0);
    one.begin().add(row);
    two.begin().add(row);
    two.begin().add(row);

    one.add(two);

    Passage first = Passage.of(door.initial().to(), 0);
    assertThat(one.counts(FINGERPRINT, "").taken()).containsEntry(first, 3L);
    assertThat(two.counts(FINGERPRINT, "").taken())
        .isEqualTo(Map.of(first, 2L, Passage.of(-1, -1, 0), 2L));
    assertThat(one.empty().counts(FINGERPRINT, "").taken()).isEmpty();
    assertThatThrownBy(() -> Coverage.of(new MooreGraph(door)).counts(FINGERPRINT, ""))
        .isInstanceOf(IllegalStateException.class);
  }
}
