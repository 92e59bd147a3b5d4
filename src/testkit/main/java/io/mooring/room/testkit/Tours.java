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
 * Event lists that need no luck: together they take every edge of the specification's full graph
 * that a real room connection can take.
 */
public final class Tours {

  /**
   * Before a tour: a session, a window and an attempt of an earlier life, so that every fact and
   * the window's timer can be stated at once in the name of a session that exists. The connection
   * is then as after its creation: released once more, so that even the outputs of the last step
   * are those of the initial state.
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
   * Walks from the initial state that together take every edge of the full graph that a connection
   * can take ({@link EdgeCoverage}); the outputs of the last step belong to the state. A walk goes
   * on greedily while an untaken edge is in reach.
   *
   * @param longest how many events a walk may have before the next one begins
   */
  public static List<List<Event>> everyEdge(int longest) {
    FullGraph graph = FullGraph.OF_TABLE;
    List<List<Event>> tours = new ArrayList<>();
    BitSet untaken = graph.possible();
    while (!untaken.isEmpty()) {
      List<Event> tour = new ArrayList<>();
      FullGraph.Place place = FullGraph.BEGIN;
      while (true) {
        List<Event> way = wayToUntaken(graph, place, untaken);
        boolean full = !tour.isEmpty() && tour.size() + way.size() > longest;
        if (way.isEmpty() || full) {
          break;
        }
        for (Event event : way) {
          untaken.clear(FullGraph.edge(place.state(), event));
          place = graph.next(place, event);
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
   * The shortest way from a place through an edge that was not taken; empty if none is in reach.
   */
  private static List<Event> wayToUntaken(FullGraph graph, FullGraph.Place from, BitSet untaken) {
    Map<FullGraph.Place, List<Event>> ways = new HashMap<>(Map.of(from, List.of()));
    Deque<FullGraph.Place> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      FullGraph.Place place = open.remove();
      List<Event> way = ways.getOrDefault(place, List.of());
      for (Event event : Event.values()) {
        if (untaken.get(FullGraph.edge(place.state(), event)) && graph.canCome(place, event)) {
          return append(way, event);
        }
      }
      for (Event event : Event.values()) {
        FullGraph.Place next = graph.next(place, event);
        if (graph.canCome(place, event) && !ways.containsKey(next)) {
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
