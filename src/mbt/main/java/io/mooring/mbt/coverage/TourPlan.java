package io.mooring.mbt.coverage;

import io.mooring.mbt.machine.MooreGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Plans event sequences that together cover all edges, or all pairs of edges.
 *
 * <p>A <em>place</em> is a state of the graph with one of the context. A position is where a
 * sequence is, as a number: a place, and for pairs also the edge that it was entered by. From a
 * position the nearest goal that is not covered is the next.
 */
final class TourPlan {
  private static final int NONE = -1;

  private final MooreGraph graph;
  private final boolean pairs;
  private final int events;
  private final int contexts;
  private final BitSet open;

  /** For a place and an event the next place; {@link #NONE} where the event cannot occur. */
  private final int[] nextPlace;

  /** The place of a position. */
  private final int[] placeOf;

  /** The position that a search has come from, and by which event, for those that it has seen. */
  private final int[] from;

  private final int[] by;
  private final int[] queue;

  TourPlan(MooreGraph graph, boolean pairs) {
    this.graph = graph;
    this.pairs = pairs;
    this.events = graph.machine().events().size();
    this.contexts = graph.context().states();
    this.open = pairs ? openPairs(graph) : graph.possible();
    this.nextPlace = new int[contexts * graph.states() * events];
    for (int place = 0; place < contexts * graph.states(); place++) {
      MooreGraph.Position here = new MooreGraph.Position(place / contexts, place % contexts);
      for (int event = 0; event < events; event++) {
        nextPlace[place * events + event] =
            graph.canOccur(here, event) ? number(graph.next(here, event)) : NONE;
      }
    }
    // For pairs the last ones are those of a sequence that has covered no edge yet.
    int positions = contexts * (pairs ? graph.edges() + 1 : graph.states());
    placeOf = new int[positions];
    for (int position = 0; position < positions; position++) {
      placeOf[position] = pairs ? placeAfter(position / contexts, position % contexts) : position;
    }
    from = new int[positions];
    by = new int[positions];
    queue = new int[positions];
  }

  private static BitSet openPairs(MooreGraph graph) {
    EdgePairs pairs = new EdgePairs(graph);
    if (pairs.total() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          graph.machine().name() + " has too many pairs of edges to plan for: " + pairs.total());
    }
    BitSet open = new BitSet();
    pairs.possible().forEach(pair -> open.set((int) pair));
    return open;
  }

  private int number(MooreGraph.Position position) {
    return contexts * position.state() + position.context();
  }

  /** The place after an edge; {@link #NONE} after one without a step. */
  private int placeAfter(int edge, int context) {
    if (edge == graph.edges()) {
      return number(graph.begin());
    }
    int next = graph.next(edge / events, edge % events);
    return next < 0 ? NONE : contexts * next + context;
  }

  private int begin() {
    int begin = number(graph.begin());
    return pairs ? contexts * graph.edges() + begin % contexts : begin;
  }

  /** The position after an event; {@link #NONE} where it cannot occur. */
  private int next(int position, int event) {
    int place = placeOf[position];
    int next = nextPlace[place * events + event];
    return pairs && next != NONE
        ? contexts * (place / contexts * events + event) + next % contexts
        : next;
  }

  /**
   * What an event would cover; {@link #NONE} for the first edge of a sequence, which pairs none.
   */
  private int goal(int position, int event) {
    // For an edge the position is its state, for a pair its first edge.
    int first = position / contexts;
    return pairs && first == graph.edges() ? NONE : first * events + event;
  }

  List<List<Integer>> tours(int maxLength) {
    List<List<Integer>> tours = new ArrayList<>();
    while (!open.isEmpty()) {
      List<Integer> tour = new ArrayList<>();
      int position = begin();
      while (true) {
        List<Integer> way = wayToOpen(position);
        boolean full = !tour.isEmpty() && tour.size() + way.size() > maxLength;
        if (way.isEmpty() || full) {
          break;
        }
        for (int event : way) {
          int goal = goal(position, event);
          if (goal != NONE) {
            open.clear(goal);
          }
          position = next(position, event);
        }
        tour.addAll(way);
      }
      if (tour.isEmpty()) {
        throw new IllegalStateException(
            graph.machine().name() + " has edges that no sequence reaches: " + open);
      }
      tours.add(List.copyOf(tour));
    }
    return tours;
  }

  /** The shortest way from a position to a goal that is not covered; empty if none is in reach. */
  private List<Integer> wayToOpen(int start) {
    Arrays.fill(from, NONE);
    from[start] = start;
    queue[0] = start;
    int end = 1;
    for (int i = 0; i < end; i++) {
      int position = queue[i];
      for (int event = 0; event < events; event++) {
        int next = next(position, event);
        int goal = next == NONE ? NONE : goal(position, event);
        if (goal != NONE && open.get(goal)) {
          return way(start, position, event);
        }
        if (next != NONE && from[next] == NONE) {
          from[next] = position;
          by[next] = event;
          queue[end++] = next;
        }
      }
    }
    return List.of();
  }

  private List<Integer> way(int start, int end, int last) {
    List<Integer> way = new ArrayList<>(List.of(last));
    for (int position = end; position != start; position = from[position]) {
      way.add(by[position]);
    }
    Collections.reverse(way);
    return way;
  }
}
