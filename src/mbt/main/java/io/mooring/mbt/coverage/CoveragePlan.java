package io.mooring.mbt.coverage;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.MooreGraph;
import java.util.BitSet;

/** What is computed once for a graph, and serves any number of coverages. Immutable. */
final class CoveragePlan {
  private final MooreGraph graph;
  private final int fresh;
  private final boolean dense;
  private final EdgePairs pairs;
  private final BitSet rows = new BitSet();

  /** For each row and state of the context, the next state of the context. */
  private final int[] nextContext;

  /**
   * A plan.
   *
   * @param fresh the state of the context in which a recorded run begins; it may be another one
   *     than that in which the graph begins
   * @param dense up to how many pairs each has a bit
   */
  CoveragePlan(MooreGraph graph, int fresh, long dense) {
    this.graph = graph;
    this.fresh = fresh;
    this.pairs = new EdgePairs(graph);
    this.dense = pairs.total() <= dense;
    Machine machine = graph.machine();
    int contexts = graph.context().states();
    nextContext = new int[machine.rows() * contexts];
    for (MachineStep step : machine.steps()) {
      int row = machine.row(step.from(), step.event());
      for (int context = 0; context < contexts; context++) {
        nextContext[row * contexts + context] = graph.context().next(context, step);
      }
    }
    int events = machine.events().size();
    graph.possible().stream()
        .forEach(edge -> rows.set(machine.row(graph.state(edge / events).to(), edge % events)));
  }

  MooreGraph graph() {
    return graph;
  }

  int fresh() {
    return fresh;
  }

  boolean dense() {
    return dense;
  }

  EdgePairs pairs() {
    return pairs;
  }

  /** The rows that some run covers; not changed. */
  BitSet rows() {
    return rows;
  }

  /** The state of the context after a row of the table. */
  int context(int context, int row) {
    return nextContext[row * graph.context().states() + context];
  }
}
