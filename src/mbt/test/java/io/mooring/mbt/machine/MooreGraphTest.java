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
    MooreGraph graph = new MooreGraph(door, Context.only(event -> event != lock));

    Set<Integer> events = new HashSet<>();
    graph.possible().stream().forEach(edge -> events.add(edge % door.events().size()));
    assertThat(events).doesNotContain(lock).hasSize(door.events().size() - 1);
    assertThat(graph.possible().cardinality()).isLessThan(graph.edges());
  }
}
