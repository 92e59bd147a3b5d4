package io.mooring.room.harness;

import io.mooring.room.spec.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Plans walks that together take all edges, or all pairs of edges, that a connection can take.
 *
 * <p>A position is where a walk is, as a number: a place of the full graph, and for pairs also the
 * edge that it was entered by. From a position the nearest goal that was not taken is the next.
 */
@SuppressWarnings("EnumOrdinal") // indices into dense tables of this process, never stored
final class TourPlan {
  private static final FullGraph GRAPH = FullGraph.OF_TABLE;
  private static final Event[] EVENTS = Event.values();
  private static final int NONE = -1;

  private final boolean pairs;
  private final BitSet untaken;

  /** For a place and an event the next place; {@link #NONE} where the event cannot come. */
  private final int[] nextPlace = new int[2 * GRAPH.states() * EVENTS.length];

  /** The place of a position. */
  private final int[] placeOf;

  /** The position that a search has come from, and by which event, for those that it has seen. */
  private final int[] from;

  private final byte[] by;
  private final int[] queue;

  TourPlan(boolean pairs) {
    this.pairs = pairs;
    untaken = pairs ? GRAPH.possiblePairs() : GRAPH.possible();
    for (int place = 0; place < 2 * GRAPH.states(); place++) {
      FullGraph.Place here = new FullGraph.Place(place / 2, place % 2 == 1);
      for (Event event : EVENTS) {
        nextPlace[place * EVENTS.length + event.ordinal()] =
            GRAPH.canCome(here, event) ? number(GRAPH.next(here, event)) : NONE;
      }
    }
    // For pairs the last two are those of a walk that has taken no edge yet.
    int positions = 2 * (pairs ? GRAPH.edges() + 1 : GRAPH.states());
    placeOf = new int[positions];
    for (int position = 0; position < positions; position++) {
      placeOf[position] = pairs ? placeAfter(position / 2, position % 2) : position;
    }
    from = new int[positions];
    by = new byte[positions];
    queue = new int[positions];
  }

  private static int number(FullGraph.Place place) {
    return 2 * place.state() + (place.episode() ? 1 : 0);
  }

  private static int placeAfter(int edge, int episode) {
    return edge == GRAPH.edges()
        ? number(FullGraph.BEGIN)
        : 2 * GRAPH.next(edge / EVENTS.length, EVENTS[edge % EVENTS.length]) + episode;
  }

  private int begin() {
    int begin = number(FullGraph.BEGIN);
    return pairs ? 2 * GRAPH.edges() + begin % 2 : begin;
  }

  /** The position after an event; {@link #NONE} where it cannot come. */
  private int next(int position, int event) {
    int place = placeOf[position];
    int next = nextPlace[place * EVENTS.length + event];
    return pairs && next != NONE ? 2 * (place / 2 * EVENTS.length + event) + next % 2 : next;
  }

  /**
   * What an event would take; {@link #NONE} for an edge of a walk's beginning, which pairs none.
   */
  private int goal(int position, int event) {
    // Of an edge it is the state, of a pair the first edge that the position stands for.
    int first = position / 2;
    return pairs && first == GRAPH.edges() ? NONE : first * EVENTS.length + event;
  }

  List<List<Event>> tours(int longest) {
    List<List<Event>> tours = new ArrayList<>();
    while (!untaken.isEmpty()) {
      List<Event> tour = new ArrayList<>();
      int position = begin();
      while (true) {
        List<Event> way = wayToUntaken(position);
        boolean full = !tour.isEmpty() && tour.size() + way.size() > longest;
        if (way.isEmpty() || full) {
          break;
        }
        for (Event event : way) {
          int goal = goal(position, event.ordinal());
          if (goal != NONE) {
            untaken.clear(goal);
          }
          position = next(position, event.ordinal());
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

  /** The shortest way from a position through what was not taken; empty if none is in reach. */
  private List<Event> wayToUntaken(int start) {
    Arrays.fill(from, NONE);
    from[start] = start;
    queue[0] = start;
    int end = 1;
    for (int i = 0; i < end; i++) {
      int position = queue[i];
      for (int event = 0; event < EVENTS.length; event++) {
        int next = next(position, event);
        int goal = next == NONE ? NONE : goal(position, event);
        if (goal != NONE && untaken.get(goal)) {
          return way(start, position, EVENTS[event]);
        }
        if (next != NONE && from[next] == NONE) {
          from[next] = position;
          by[next] = (byte) event;
          queue[end++] = next;
        }
      }
    }
    return List.of();
  }

  private List<Event> way(int start, int end, Event last) {
    List<Event> way = new ArrayList<>(List.of(last));
    for (int position = end; position != start; position = from[position]) {
      way.add(EVENTS[by[position]]);
    }
    Collections.reverse(way);
    return way;
  }
}
