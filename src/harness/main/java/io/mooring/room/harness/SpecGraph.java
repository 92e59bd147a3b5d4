package io.mooring.room.harness;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an engine must be: locations, and for a location and an event one labelled edge.
 *
 * @param initial where an engine begins
 * @param locations every location that can be reached
 * @param edges for each location and event what the event does there
 */
public record SpecGraph(
    Location initial, Set<Location> locations, Map<Location, Map<Event, Step>> edges) {

  /** Copies. */
  public SpecGraph {
    locations = Collections.unmodifiableSet(EnumSet.copyOf(locations));
    Map<Location, Map<Event, Step>> copy = new EnumMap<>(Location.class);
    edges.forEach(
        (location, row) -> copy.put(location, Collections.unmodifiableMap(new EnumMap<>(row))));
    edges = Collections.unmodifiableMap(copy);
  }

  /** The graph of the generated table. */
  public static SpecGraph ofTable() {
    return of(Table.initial().to(), EnumSet.allOf(Location.class), Table.steps());
  }

  /** The graph with the given edges. */
  public static SpecGraph of(Location initial, Set<Location> locations, List<Step> steps) {
    Map<Location, Map<Event, Step>> edges = new EnumMap<>(Location.class);
    steps.forEach(
        step ->
            edges
                .computeIfAbsent(step.from(), from -> new EnumMap<>(Event.class))
                .put(step.event(), step));
    return new SpecGraph(initial, locations, edges);
  }

  /** What an event does in a location; empty if nothing is said of it. */
  public Optional<Step> edge(Location from, Event event) {
    return Optional.ofNullable(edges.getOrDefault(from, Map.of()).get(event));
  }

  /** How many edges there are. */
  public int size() {
    return edges.values().stream().mapToInt(Map::size).sum();
  }

  /** Every edge, by location, then by event. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    edges.values().forEach(row -> steps.addAll(row.values()));
    return steps;
  }
}
