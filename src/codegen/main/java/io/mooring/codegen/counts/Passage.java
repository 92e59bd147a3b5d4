package io.mooring.codegen.counts;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a machine that a run can take: up to three consecutive events, and the location that
 * the first one happened in.
 *
 * <p>One event is a row of the table. Two are an edge: the row that led to a state, and an event in
 * that state. Three are a pair of edges. At the beginning of a run no row led to the state: there
 * the location and the first event are {@link #BEGINNING}.
 *
 * @param location the number of the location
 * @param events the numbers of one to three events
 */
public record Passage(int location, List<Integer> events) implements Comparable<Passage> {

  /** In the place of the row that led to the state in which a run begins. */
  public static final int BEGINNING = -1;

  /** Copies the events. */
  public Passage {
    events = List.copyOf(events);
    if (events.isEmpty() || events.size() > 3) {
      throw new IllegalArgumentException("one to three events, not " + events.size());
    }
  }

  /** A passage of a location and events. */
  public static Passage of(int location, Integer... events) {
    return new Passage(location, List.of(events));
  }

  /** Whether its first state is the one in which a run begins. */
  boolean isOfBeginning() {
    return location == BEGINNING && events.get(0) == BEGINNING && events.size() > 1;
  }

  /** The location and the events, one after the other. */
  List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>(events);
    numbers.add(0, location);
    return numbers;
  }

  /** Rows first, then edges, then pairs; each by location, then by event. */
  @Override
  public int compareTo(Passage other) {
    int order = Integer.compare(events.size(), other.events.size());
    order = order != 0 ? order : Integer.compare(location, other.location);
    for (int i = 0; order == 0 && i < events.size(); i++) {
      order = Integer.compare(events.get(i), other.events.get(i));
    }
    return order;
  }
}
