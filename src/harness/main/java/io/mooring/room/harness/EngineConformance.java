package io.mooring.room.harness;

import io.mooring.room.Engine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Compares all that an engine can do with all that it must be able to do, in both directions.
 *
 * <p>A breadth-first walk drives fresh engines through shortest ways into every location that they
 * reach and gives every event there. Nothing may be missing, nothing may be more, and each edge
 * must have its outcome, target, return code, notifications and effects. Then every edge is
 * followed by every event once more, so that an engine that remembers more than its location is
 * seen too.
 */
public final class EngineConformance {
  private final SpecGraph expected;
  private final Supplier<? extends Engine> engines;
  private final Map<Location, List<Event>> ways = new EnumMap<>(Location.class);
  private final Map<Location, Map<Event, Step>> taken = new EnumMap<>(Location.class);
  private final List<Difference> differences = new ArrayList<>();
  private int edges;

  private EngineConformance(SpecGraph expected, Supplier<? extends Engine> engines) {
    this.expected = expected;
    this.engines = engines;
  }

  /**
   * An event sequence that tells an engine and its specification apart.
   *
   * @param events from the initial location; the last one shows the difference
   * @param should what the specification says of the last event
   * @param does what the engine did
   */
  public record Difference(List<Event> events, String should, String does) {
    @Override
    public String toString() {
      return "after "
          + Wording.events(events)
          + "\n  expected  "
          + should
          + "\n  found     "
          + does;
    }
  }

  /**
   * What the comparison found.
   *
   * @param locations how many locations the engine reached
   * @param edges how many pairs of a location and an event were taken
   * @param differences what differs, the shortest event sequence first
   */
  public record Result(int locations, int edges, List<Difference> differences) {

    /** Whether engine and specification are the same. */
    public boolean conforms() {
      return differences.isEmpty();
    }

    /** The first differences as text, the shortest first. */
    public String text() {
      String counts =
          locations + " locations, " + edges + " edges, " + differences.size() + " differences";
      return differences.stream()
          .limit(5)
          .map(difference -> "\n" + difference)
          .collect(Collectors.joining("", counts, ""));
    }

    /**
     * This result, if engine and specification are the same.
     *
     * @throws AssertionError with the {@link #text()} if they are not
     */
    public Result requireConformance() {
      if (!conforms()) {
        throw new AssertionError(text());
      }
      return this;
    }
  }

  /**
   * Compares an engine with a graph.
   *
   * @param expected what the engine must be
   * @param engines gives a fresh engine at every call
   */
  public static Result compare(SpecGraph expected, Supplier<? extends Engine> engines) {
    return new EngineConformance(expected, engines).compare();
  }

  private Result compare() {
    Location start = engines.get().location();
    if (start != expected.initial()) {
      differences.add(
          new Difference(
              List.of(), "an engine begins in " + expected.initial(), "it begins in " + start));
    }
    walk(start);
    for (Location location : expected.locations()) {
      if (!ways.containsKey(location)) {
        differences.add(
            new Difference(
                wayOfSpecification(location),
                location + " is reached",
                "no event sequence reaches it"));
      }
    }
    if (differences.isEmpty()) {
      followEveryEdge();
    }
    differences.sort(Comparator.comparingInt(difference -> difference.events().size()));
    return new Result(ways.size(), edges, List.copyOf(differences));
  }

  private void walk(Location start) {
    Deque<Location> open = new ArrayDeque<>(List.of(start));
    ways.put(start, List.of());
    while (!open.isEmpty()) {
      Location from = open.remove();
      List<Event> way = ways.getOrDefault(from, List.of());
      if (!expected.locations().contains(from)) {
        differences.add(new Difference(way, "no sequence reaches " + from, "this one does"));
      }
      for (Event event : Event.values()) {
        edges++;
        Optional<Step> step = take(append(way, event), expected.edge(from, event));
        if (step.isPresent()) {
          taken.computeIfAbsent(from, ignored -> new EnumMap<>(Event.class)).put(event, step.get());
          Location to = step.get().to();
          if (ways.putIfAbsent(to, append(way, event)) == null) {
            open.add(to);
          }
        }
      }
    }
  }

  private void followEveryEdge() {
    taken.forEach(
        (from, row) ->
            row.forEach(
                (event, step) -> {
                  List<Event> way = append(ways.getOrDefault(from, List.of()), event);
                  for (Event next : Event.values()) {
                    take(append(way, next), expected.edge(step.to(), next));
                  }
                }));
  }

  /**
   * Gives the events to a fresh engine and compares the last step; empty if the engine made none.
   */
  private Optional<Step> take(List<Event> events, Optional<Step> should) {
    Engine engine = engines.get();
    String expectation = should.map(Wording::step).orElse("the specification allows no such step");
    Step step = null;
    try {
      for (Event event : events) {
        step = engine.step(event);
      }
    } catch (RuntimeException thrown) {
      differences.add(new Difference(events, expectation, "the engine throws " + thrown));
      return Optional.empty();
    }
    Optional<Step> done = Optional.ofNullable(step);
    boolean same =
        done.equals(should)
            || (done.isPresent() && should.isPresent() && same(done.get(), should.get()));
    if (!same) {
      differences.add(
          new Difference(events, expectation, done.map(Wording::step).orElse("no step")));
    } else if (done.isPresent() && engine.location() != done.get().to()) {
      differences.add(
          new Difference(
              events, expectation, "that step, but the engine is in " + engine.location()));
    }
    return done;
  }

  private static boolean same(Step one, Step other) {
    return one.from() == other.from() && one.sameStateAs(other);
  }

  private List<Event> wayOfSpecification(Location target) {
    Map<Location, List<Event>> known = new EnumMap<>(Map.of(expected.initial(), List.<Event>of()));
    Deque<Location> open = new ArrayDeque<>(List.of(expected.initial()));
    while (!open.isEmpty()) {
      Location from = open.remove();
      List<Event> way = known.getOrDefault(from, List.of());
      if (from == target) {
        return way;
      }
      expected.edges().getOrDefault(from, Map.of()).values().stream()
          .filter(step -> known.putIfAbsent(step.to(), append(way, step.event())) == null)
          .forEach(step -> open.add(step.to()));
    }
    return List.of();
  }

  private static List<Event> append(List<Event> way, Event event) {
    List<Event> longer = new ArrayList<>(way);
    longer.add(event);
    return longer;
  }
}
