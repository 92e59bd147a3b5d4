package io.mooring.mbt.coverage;

import io.mooring.mbt.machine.MooreGraph;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The pairs of an edge and one that follows it, by number. They are computed from the edges and
 * from what the context may be after each, so that they need not be stored: a table of some
 * thousand rows has more of them than memory holds.
 */
final class EdgePairs {
  private final MooreGraph graph;
  private final int events;
  private final int contexts;

  /** Which states of the context can hold after which edge. */
  private final BitSet after = new BitSet();

  EdgePairs(MooreGraph graph) {
    this.graph = graph;
    this.events = graph.machine().events().size();
    this.contexts = graph.context().states();
    if ((long) graph.edges() * contexts > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          graph.machine().name() + " has too many edges to count: " + graph.edges());
    }
    Set<MooreGraph.Position> seen = new HashSet<>(Set.of(graph.begin()));
    Deque<MooreGraph.Position> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      MooreGraph.Position position = open.remove();
      for (int event = 0; event < events; event++) {
        if (graph.canOccur(position, event)) {
          MooreGraph.Position next = graph.next(position, event);
          after.set(graph.edge(position.state(), event) * contexts + next.context());
          if (seen.add(next)) {
            open.add(next);
          }
        }
      }
    }
  }

  /** The number of a pair. */
  long pair(int edge, int second) {
    return (long) edge * events + second;
  }

  /** How many pairs there are, possible or not. */
  long total() {
    return (long) graph.edges() * events;
  }

  /** Whether some run covers the pair. */
  boolean isPossible(long pair) {
    int edge = (int) (pair / events);
    int second = (int) (pair % events);
    int state = graph.next(edge / events, edge % events);
    for (int context = 0; context < contexts; context++) {
      if (after.get(edge * contexts + context)
          && graph.canOccur(new MooreGraph.Position(state, context), second)) {
        return true;
      }
    }
    return false;
  }

  /** The pairs that some run covers, in order. */
  LongStream possible() {
    return graph.possible().stream()
        .asLongStream()
        .flatMap(edge -> LongStream.range(edge * events, (edge + 1) * events))
        .filter(this::isPossible);
  }

  /** A pair in words. */
  String text(long pair) {
    return graph.edgeText((int) (pair / events))
        + " --"
        + graph.machine().events().get((int) (pair % events))
        + "-->";
  }
}
