package io.mooring.mbt.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.machine.Context;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.machine.MooreGraph;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CoverageTest {

  @ParameterizedTest
  @EnumSource(Machines.class)
  void toursOfEveryEdgeCoverEveryRowAndEdge(Machines machines) {
    MooreGraph graph = new MooreGraph(machines.machine());
    Coverage coverage = Coverage.of(graph);

    Tours.everyEdge(graph, 50).forEach(tour -> record(coverage, tour));

    assertThat(coverage.rows().missing()).isEmpty();
    assertThat(coverage.edges().missing()).isEmpty();
    assertThat(coverage.isComplete()).isTrue();
    assertThat(coverage.isExhausted()).isFalse();
    assertThat(coverage.impossible()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void toursOfEveryPairCoverEverything(Machines machines) {
    MooreGraph graph = new MooreGraph(machines.machine());
    Coverage coverage = Coverage.of(graph);

    List<List<Integer>> tours = Tours.everyEdgePair(graph, 50);
    tours.forEach(tour -> record(coverage, tour));

    assertThat(coverage.pairs().missing()).isEmpty();
    assertThat(coverage.isExhausted()).isTrue();
    assertThat(coverage.impossible()).isEmpty();
    assertThat(tours).allSatisfy(tour -> assertThat(tour).hasSizeLessThanOrEqualTo(50));
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void aRowThatNoTourTakesIsMissingAndNamed(Machines machines) {
    Machine machine = machines.machine();
    MooreGraph graph = new MooreGraph(machine);
    for (int row = 0; row < machine.rows(); row++) {
      int left = row;
      Coverage coverage = Coverage.of(graph).empty();

      Tours.everyEdge(graph, 50).forEach(tour -> recordWithout(coverage, tour, left));

      assertThat(coverage.rows().missing()).contains(machine.rowText(row));
      assertThat(coverage.isComplete()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void pairsCountTheSameWhetherEachHasABitOrNot(Machines machines) {
    MooreGraph graph = new MooreGraph(machines.machine());
    Coverage dense = Coverage.of(graph, Long.MAX_VALUE);
    Coverage sparse = Coverage.of(graph, 0);

    for (List<Integer> tour : Tours.everyEdge(graph, 20)) {
      assertThat(record(sparse, tour)).isEqualTo(record(dense, tour));
    }

    assertThat(sparse.pairs().missing()).isNotEmpty().isEqualTo(dense.pairs().missing());
    assertThat(sparse.pairs().missing(2)).isEqualTo(dense.pairs().missing(2)).hasSize(2);
    assertThat(sparse.covered()).isEqualTo(dense.covered());
    assertThat(sparse.summary() + sparse.pairSummary() + sparse.shares())
        .isEqualTo(dense.summary() + dense.pairSummary() + dense.shares());
    assertThat(sparse.pairs().possible()).isEqualTo(dense.pairs().possible());
    assertThat(sparse.pairs().total()).isEqualTo(dense.pairs().total());
    assertThat(sparse.empty().pairs().count()).isZero();
    assertThat(sparse.isExhausted()).isFalse();

    Tours.everyEdgePair(graph, 20).forEach(tour -> record(sparse, tour));
    assertThat(sparse.isExhausted()).isTrue();
  }

  @Test
  void aStepThatIsNoRowCountsAsItsRowAndLeavesTheGraph() {
    Machine door = Machines.DOOR.machine();
    Coverage coverage = Coverage.of(new MooreGraph(door));
    CoverageRecorder recorder = coverage.begin();
    MachineStep first = door.step(door.initial().to(), 0).orElseThrow();
    MachineStep odd =
        new MachineStep(first.from(), first.event(), (first.to() + 1) % 3, first.outputs(), "");

    recorder.add(odd);
    recorder.done(1);
    recorder.add(door.row(odd.to(), 1));
    recorder.done(2);

    assertThat(coverage.rows().count()).isEqualTo(2);
    assertThat(coverage.edges().count()).isEqualTo(1);
    assertThat(recorder.covered()).hasSize(2);
    recorder.end();
    recorder.add(door.row(0, 2));
    assertThat(coverage.rows().count()).isEqualTo(2);
  }

  @Test
  void aContextRulesOutWhatCannotFollow() {
    Machine door = Machines.DOOR.machine();
    MooreGraph graph = new MooreGraph(door, new Twice());
    Coverage coverage = Coverage.of(graph);

    // An event is never followed by itself.
    assertThat(coverage.pairs().possible()).isLessThan(coverage.pairs().total());
    assertThat(coverage.edges().possible()).isEqualTo(graph.possible().cardinality());
    List<List<Integer>> tours = Tours.everyEdgePair(graph, 30);
    tours.forEach(
        tour -> {
          record(coverage, tour);
          for (int i = 1; i < tour.size(); i++) {
            assertThat(tour.get(i)).isNotEqualTo(tour.get(i - 1));
          }
        });
    assertThat(coverage.isExhausted()).isTrue();
    assertThat(coverage.openAfter(new NewCoverage(1, 0, 1))).isEmpty();

    record(coverage, List.of(0, 0));
    assertThat(coverage.impossible()).isNotEmpty();
  }

  @Test
  void aHarnessAddsADimensionOfItsOwn() {
    MooreGraph graph = new MooreGraph(Machines.DOOR.machine());
    BitSet possible = new BitSet();
    possible.set(0, 3);
    Dimension more = Dimension.of("odd things", "odd", 5, possible, number -> "thing " + number);
    Coverage coverage = Coverage.of(graph, 0, List.of(more)).empty();
    CoverageRecorder recorder = coverage.begin();

    recorder.add(coverage.dimension("odd things"), 1);
    recorder.add(coverage.dimension("odd things"), 4);

    assertThat(coverage.dimension("odd things").missing()).containsExactly("thing 0", "thing 2");
    assertThat(coverage.impossible()).containsExactly("thing 4");
    assertThat(coverage.pairSummary()).endsWith(", odd things 1/3 (33.3 %)");
    assertThat(coverage.shares()).endsWith(", odd 33.3 %");
    assertThat(more.count()).isZero();
    assertThatThrownBy(() -> coverage.dimension("even things"))
        .hasMessage("there is no dimension even things");
  }

  /** Remembers the last event, which cannot occur again at once. */
  private static final class Twice implements Context {
    @Override
    public int states() {
      return 5;
    }

    @Override
    public int begin() {
      return 0;
    }

    @Override
    public boolean canOccur(int state, int event) {
      return state != event + 1;
    }

    @Override
    public int next(int state, MachineStep step) {
      return step.event() + 1;
    }
  }

  private static List<NewCoverage> record(Coverage coverage, List<Integer> tour) {
    return recordWithout(coverage, tour, -1);
  }

  private static List<NewCoverage> recordWithout(Coverage coverage, List<Integer> tour, int left) {
    Machine machine = coverage.graph().machine();
    CoverageRecorder recorder = coverage.begin();
    int location = machine.initial().to();
    for (int i = 0; i < tour.size(); i++) {
      int row = machine.row(location, tour.get(i));
      if (row == left) {
        return recorder.covered();
      }
      recorder.add(row);
      recorder.done(i + 1);
      location = machine.step(row).orElseThrow().to();
    }
    return recorder.covered();
  }
}
