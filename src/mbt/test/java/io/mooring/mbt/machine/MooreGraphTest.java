package io.mooring.mbt.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MooreGraphTest {

  @ParameterizedTest
  @EnumSource(Machines.class)
  void itsStatesAreThoseThatTlcExplored(Machines machines) {
    MooreGraph graph = new MooreGraph(machines.machine());

    assertThat(graph.states()).isEqualTo(machines.graph().states().size());
    assertThat(graph.possible().cardinality()).isEqualTo(graph.edges());
  }

  @Test
  void whatTheContextRulesOutIsNoPossibleEdge() {
    Machine door = Machines.DOOR.machine();
    int lock =
        door.find(
            door.events().stream().filter(e -> e.text().equals("Lock")).findFirst().orElseThrow());
    MooreGraph graph = new MooreGraph(door, withoutEvent(lock));

    Set<Integer> events = new HashSet<>();
    graph.possible().stream().forEach(edge -> events.add(edge % door.events().size()));
    assertThat(events).doesNotContain(lock).hasSize(door.events().size() - 1);
    assertThat(graph.possible().cardinality()).isLessThan(graph.edges());
  }

  private static Context withoutEvent(int excluded) {
    return new Context() {
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
        return event != excluded;
      }

      @Override
      public int next(int state, MachineStep step) {
        return 0;
      }
    };
  }
}
