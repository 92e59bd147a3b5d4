package io.mooring.room.testkit;

import io.mooring.room.spec.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Event lists that need no luck: together they take every edge of the specification's full graph on
 * a real room connection.
 */
public final class Tours {

  /**
   * Before a tour: a session and a window of an earlier life, so that every fact and the window's
   * timer can be stated at once in the name of a session that exists. The connection is then as
   * after its creation: released once more, so that even the outputs of the last step are those of
   * the initial state.
   */
  public static final List<Stimulus> EARLIER_LIFE =
      List.of(
          Stimulus.of(Event.INITIALIZE),
          Stimulus.of(Event.JOIN_CHANNEL),
          Stimulus.of(Event.JOINED),
          Stimulus.of(Event.MEDIA_LOST),
          Stimulus.of(Event.RELEASE),
          Stimulus.of(Event.RELEASE));

  private Tours() {}

  /** A tour as stimuli: {@link #EARLIER_LIFE}, then the events one after the other. */
  public static List<Stimulus> stimuli(List<Event> tour) {
    List<Stimulus> stimuli = new ArrayList<>(EARLIER_LIFE);
    tour.forEach(event -> stimuli.add(Stimulus.of(event)));
    return stimuli;
  }

  /**
   * Walks from the initial state that together take every edge of the full graph, in which the
   * outputs of the last step belong to the state. A walk goes on greedily while an untaken edge is
   * in reach.
   *
   * @param longest how many events a walk may have before the next one begins
   */
  public static List<List<Event>> everyEdge(int longest) {
    FullGraph graph = FullGraph.OF_TABLE;
    List<List<Event>> tours = new ArrayList<>();
    BitSet taken = new BitSet(graph.edges());
    while (taken.cardinality() < graph.edges()) {
      List<Event> tour = new ArrayList<>();
      int state = 0;
      while (true) {
        List<Event> way = wayToUntaken(graph, state, taken);
        boolean full = !tour.isEmpty() && tour.size() + way.size() > longest;
        if (way.isEmpty() || full) {
          break;
        }
        for (Event event : way) {
          taken.set(FullGraph.edge(state, event));
          state = graph.next(state, event);
        }
        tour.addAll(way);
      }
      if (tour.isEmpty()) {
        throw new IllegalStateException("the table has rows that no walk reaches");
      }
      tours.add(List.copyOf(tour));
    }
    return tours;
  }

  /**
   * The shortest way from a state through an edge that was not taken; empty if none is in reach.
   */
  private static List<Event> wayToUntaken(FullGraph graph, int from, BitSet taken) {
    Map<Integer, List<Event>> ways = new HashMap<>(Map.of(from, List.of()));
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int state = open.remove();
      List<Event> way = ways.getOrDefault(state, List.of());
      for (Event event : Event.values()) {
        if (!taken.get(FullGraph.edge(state, event))) {
          return append(way, event);
        }
      }
      for (Event event : Event.values()) {
        int next = graph.next(state, event);
        if (!ways.containsKey(next)) {
          ways.put(next, append(way, event));
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<Event> append(List<Event> way, Event event) {
    List<Event> longer = new ArrayList<>(way);
    longer.add(event);
    return longer;
  }
}
