package io.mooring.mbt.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finite machine with outputs, as data. Locations and events are numbered from 0; a <em>row</em>
 * is a pair of both, and what the event does there is its step. A machine of a module that follows
 * the convention has a step for every row; a graph that TLC explored may lack some.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class Machine {
  private final String name;
  private final List<MachineLocation> locations;
  private final List<MachineEvent> events;
  private final MachineStep initial;
  private final @Nullable MachineStep[] rows;
  private final Map<MachineLocation, Integer> locationNumbers;
  private final Map<MachineEvent, Integer> eventNumbers;

  /**
   * A machine.
   *
   * @param name the name of the module
   * @param locations the locations, each once
   * @param events the events, each once
   * @param initial represents the initial state: it enters the initial location, with the outputs
   *     that the specification begins with
   * @param steps at most one for each location and event
   * @throws IllegalArgumentException if a location, an event or a row is there twice, or a step
   *     names one that is not there
   */
  public Machine(
      String name,
      List<MachineLocation> locations,
      List<MachineEvent> events,
      MachineStep initial,
      List<MachineStep> steps) {
    this.name = name;
    this.locations = List.copyOf(locations);
    this.events = List.copyOf(events);
    this.initial = initial;
    this.locationNumbers = numbers(this.locations, "location");
    this.eventNumbers = numbers(this.events, "event");
    this.rows = new MachineStep[locations.size() * events.size()];
    Objects.checkIndex(initial.to(), locations.size());
    for (MachineStep step : steps) {
      Objects.checkIndex(step.from(), locations.size());
      Objects.checkIndex(step.event(), events.size());
      Objects.checkIndex(step.to(), locations.size());
      int row = row(step.from(), step.event());
      if (rows[row] != null) {
        throw new IllegalArgumentException(rowText(row) + " has two steps");
      }
      rows[row] = step;
    }
  }

  private static <T> Map<T, Integer> numbers(List<T> values, String what) {
    Map<T, Integer> numbers = new LinkedHashMap<>();
    for (T value : values) {
      if (numbers.putIfAbsent(value, numbers.size()) != null) {
        throw new IllegalArgumentException("the " + what + " " + value + " is there twice");
      }
    }
    return numbers;
  }

  /** The name of the module. */
  public String name() {
    return name;
  }

  /** The locations; the number of one is its index. */
  public List<MachineLocation> locations() {
    return locations;
  }

  /** The events; the number of one is its index. */
  public List<MachineEvent> events() {
    return events;
  }

  /** Represents the initial state: enters the initial location, with the first outputs. */
  public MachineStep initial() {
    return initial;
  }

  /** How many rows there are, with or without a step. */
  public int rows() {
    return rows.length;
  }

  /** The number of the row of a location and an event. */
  public int row(int location, int event) {
    return location * events.size() + event;
  }

  /** The step of a row; empty if the event cannot occur in the location. */
  public Optional<MachineStep> step(int row) {
    return Optional.ofNullable(rows[row]);
  }

  /** What an event does in a location; empty if it cannot occur there. */
  public Optional<MachineStep> step(int location, int event) {
    return step(row(location, event));
  }

  /** Every step, by location, then by event. */
  public List<MachineStep> steps() {
    List<MachineStep> steps = new ArrayList<>();
    for (MachineStep step : rows) {
      if (step != null) {
        steps.add(step);
      }
    }
    return steps;
  }

  /** The number of the location with the same values; -1 if there is none. */
  public int find(MachineLocation location) {
    return locationNumbers.getOrDefault(location, -1);
  }

  /** The number of the event with the same action and parameters; -1 if there is none. */
  public int find(MachineEvent event) {
    return eventNumbers.getOrDefault(event, -1);
  }

  /** A row in words: {@code LOCKED --Insert(coin = 1)-->}. */
  public String rowText(int row) {
    return locations.get(row / events.size()) + " --" + events.get(row % events.size()) + "-->";
  }

  /** The machine with one row changed, for tests of what compares with it. */
  public Machine with(MachineStep changed) {
    List<MachineStep> steps = steps();
    steps.removeIf(step -> step.from() == changed.from() && step.event() == changed.event());
    steps.add(changed);
    return new Machine(name, locations, events, initial, steps);
  }

  /** The machine without the step of one row. */
  public Machine without(int row) {
    List<MachineStep> steps = steps();
    steps.removeIf(step -> row(step.from(), step.event()) == row);
    return new Machine(name, locations, events, initial, steps);
  }
}
