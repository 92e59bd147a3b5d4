package io.mooring.mbt.coverage;

import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.counts.Passage;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineLocation;
import io.mooring.mbt.machine.MooreGraph;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The counts of a coverage as those of a file. A state of the graph is named by a row that leads to
 * it.
 */
final class CountedPassages {
  private final MooreGraph graph;
  private final Machine machine;
  private final int events;
  private final EdgePairs pairs;

  CountedPassages(CoveragePlan plan) {
    this.graph = plan.graph();
    this.machine = graph.machine();
    this.events = machine.events().size();
    this.pairs = plan.pairs();
  }

  CoverageCounts of(StepCounts counts, BitSet rows, String fingerprint, String source) {
    SortedMap<Passage, Long> taken = new TreeMap<>();
    counts.eachRow((row, count) -> taken.put(row(row), count));
    counts.eachEdge((edge, count) -> taken.put(edge(edge), count));
    counts.eachPair(pair -> taken.put(pair(pair), counts.ofPair(pair)));
    return new CoverageCounts(
        machine.name(),
        fingerprint,
        source,
        machine.locations().stream().map(MachineLocation::name).toList(),
        machine.events().stream().map(MachineEvent::name).toList(),
        taken,
        impossible(rows));
  }

  private SortedSet<Passage> impossible(BitSet rows) {
    SortedSet<Passage> impossible = new TreeSet<>();
    for (int row = rows.nextClearBit(0); row < machine.rows(); row = rows.nextClearBit(row + 1)) {
      impossible.add(row(row));
    }
    BitSet edges = graph.possible();
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (!edges.get(edge)) {
        impossible.add(edge(edge));
      }
      for (int event = 0; event < events; event++) {
        long pair = pairs.pair(edge, event);
        if (!edges.get(edge) || !pairs.isPossible(pair)) {
          impossible.add(pair(pair));
        }
      }
    }
    return impossible;
  }

  private Passage row(int row) {
    return Passage.of(row / events, row % events);
  }

  private Passage edge(int edge) {
    int state = edge / events;
    return state == 0
        ? Passage.of(Passage.BEGINNING, Passage.BEGINNING, edge % events)
        : Passage.of(graph.state(state).from(), graph.state(state).event(), edge % events);
  }

  private Passage pair(long pair) {
    Passage edge = edge((int) (pair / events));
    return Passage.of(
        edge.location(), edge.events().get(0), edge.events().get(1), (int) (pair % events));
  }
}
