package io.mooring.room.benchmarks;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A walk through the table, the same in every run: from the initial location back into it, so that
 * it can be walked again and again.
 */
@SuppressWarnings("EnumOrdinal") // tables are laid out by it
public final class Workload {

  /** How many events a walk has. */
  public static final int SIZE = 4096;

  /** How many of a hundred events are taken in the walk that subjects are compared by. */
  public static final int LEGAL_PERCENT = 70;

  private static final long SEED = 20_170_411;

  private final Event[] events;
  private final int[] codes;

  private Workload(List<Event> walk) {
    events = walk.toArray(new Event[0]);
    codes = walk.stream().mapToInt(Enum::ordinal).toArray();
  }

  /** The walk that subjects are compared by. */
  public static Workload standard() {
    return of(LEGAL_PERCENT);
  }

  /**
   * A walk at random, after a first join.
   *
   * @param legalPercent how many of a hundred events are taken; the others are ignored or refused.
   *     With 0 it stays in the room
   */
  public static Workload of(int legalPercent) {
    Random random = new Random(SEED);
    Map<Location, Map<Boolean, List<Step>>> choices = new EnumMap<>(Location.class);
    for (Location location : Location.values()) {
      choices.put(
          location,
          Table.steps().stream()
              .filter(step -> step.from() == location)
              .collect(partitioningBy(step -> step.outcome() == Outcome.TAKEN, toList())));
    }
    List<Event> walk = new ArrayList<>(SIZE);
    Location location = Table.initial().to();
    for (Event event : List.of(Event.INITIALIZE, Event.JOIN_CHANNEL, Event.JOINED)) {
      walk.add(event);
      location = Table.step(location, event).to();
    }
    while (walk.size() < SIZE - 1) {
      Map<Boolean, List<Step>> here = choices.getOrDefault(location, Map.of());
      List<Step> steps = here.getOrDefault(random.nextInt(100) < legalPercent, List.of());
      Step step = steps.get(random.nextInt(steps.size()));
      walk.add(step.event());
      location = step.to();
    }
    // From everywhere into the initial location, which the test of the workload asserts.
    walk.add(Event.RELEASE);
    return new Workload(walk);
  }

  /** The events in their order; not to be changed. */
  public Event[] events() {
    return events;
  }

  /** The same events as their positions in the table; not to be changed. */
  public int[] codes() {
    return codes;
  }

  /** How many events of a hundred the table takes on this walk. */
  public double takenPercent() {
    Location location = Table.initial().to();
    int taken = 0;
    for (Event event : events) {
      Step step = Table.step(location, event);
      taken += step.outcome() == Outcome.TAKEN ? 1 : 0;
      location = step.to();
    }
    return 100.0 * taken / events.length;
  }

  @Override
  public String toString() {
    return "Workload" + Arrays.asList(events).subList(0, 5);
  }
}
