package io.mooring.mbt.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares two machines in both directions, wherever they were read from: locations, events, and
 * for each location and event target and outputs. Names do not count, only values do.
 */
public final class MachineComparison {
  private final Machine expected;
  private final Machine found;
  private final List<Difference> differences = new ArrayList<>();

  private MachineComparison(Machine expected, Machine found) {
    this.expected = expected;
    this.found = found;
  }

  /**
   * A difference.
   *
   * @param events the shortest event sequence that shows it, as numbers of the expected machine;
   *     the last event shows it
   * @param text one line for the sequence, one for what was expected, one for what was found
   */
  public record Difference(List<Integer> events, String text) {
    /** Copies the events. */
    public Difference {
      events = List.copyOf(events);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * All differences, those with the shortest event sequences first; none if the machines are equal.
   */
  public static List<Difference> compare(Machine expected, Machine found) {
    return new MachineComparison(expected, found).compare();
  }

  /**
   * Compares, and fails if there is a difference.
   *
   * @throws AssertionError with the first differences and their number
   */
  public static void requireEqual(Machine expected, Machine found) {
    List<Difference> differences = compare(expected, found);
    if (!differences.isEmpty()) {
      throw new AssertionError(
          differences.size()
              + (differences.size() == 1 ? " difference" : " differences")
              + differences.stream()
                  .limit(5)
                  .map(each -> "\n" + each)
                  .collect(Collectors.joining()));
    }
  }

  private List<Difference> compare() {
    events();
    MachineLocation begin = expected.locations().get(expected.initial().to());
    MachineLocation other = found.locations().get(found.initial().to());
    if (!begin.equals(other) || !expected.initial().outputs().equals(found.initial().outputs())) {
      differ(
          List.of(),
          "begins in " + begin + " " + expected.initial().outputs(),
          "begins in " + other + " " + found.initial().outputs());
    }
    if (begin.equals(other)) {
      walk();
    }
    differences.sort(Comparator.comparingInt(difference -> difference.events().size()));
    return List.copyOf(differences);
  }

  private void events() {
    for (MachineEvent event : expected.events()) {
      if (found.find(event) < 0) {
        differ(List.of(), "has the event " + event, "has no such event");
      }
    }
    for (MachineEvent event : found.events()) {
      if (expected.find(event) < 0) {
        differ(List.of(), "has no event " + event, "has it");
      }
    }
  }

  /** Along the expected machine: what it reaches the other one must reach, and nothing else. */
  private void walk() {
    Paths paths = new Paths(expected);
    Paths others = new Paths(found);
    for (int location : paths.reached()) {
      List<Integer> path = paths.to(location).orElseThrow();
      int other = found.find(expected.locations().get(location));
      if (other < 0 || others.to(other).isEmpty()) {
        differ(
            path,
            expected.locations().get(location) + " is reached",
            "no event sequence reaches it");
        continue;
      }
      for (int event = 0; event < expected.events().size(); event++) {
        rows(Paths.then(path, event), location, other, event);
      }
    }
    for (int other : others.reached()) {
      int location = expected.find(found.locations().get(other));
      if (location < 0 || paths.to(location).isEmpty()) {
        differ(List.of(), "never reaches " + found.locations().get(other), "reaches it");
      }
    }
  }

  private void rows(List<Integer> path, int location, int other, int event) {
    int otherEvent = found.find(expected.events().get(event));
    if (otherEvent < 0) {
      return;
    }
    Optional<MachineStep> should = expected.step(location, event);
    Optional<MachineStep> does = found.step(other, otherEvent);
    boolean same =
        should.isPresent() == does.isPresent()
            && should.map(step -> same(step, does.orElseThrow())).orElse(true);
    if (!same) {
      differ(
          path,
          should.map(step -> StepText.step(expected, step)).orElse("the event cannot occur"),
          does.map(step -> StepText.step(found, step)).orElse("the event cannot occur"));
    }
  }

  private boolean same(MachineStep one, MachineStep other) {
    return one.outputs().equals(other.outputs())
        && expected.locations().get(one.to()).equals(found.locations().get(other.to()));
  }

  private void differ(List<Integer> path, String should, String does) {
    differences.add(
        new Difference(
            path,
            "after "
                + StepText.events(expected, path)
                + "\n  expected  "
                + should
                + "\n  found     "
                + does));
  }
}
