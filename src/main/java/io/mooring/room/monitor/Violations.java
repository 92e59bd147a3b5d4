package io.mooring.room.monitor;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rules a notification violates, and which steps are missing before it. */
final class Violations {

  private Violations() {}

  static Verdict of(Set<Location> from, Notification notification) {
    return new Verdict.Forbidden(
        notification, from, broken(from, notification), missing(from, notification));
  }

  /** The locations that are possible after a notification, from any location. */
  static Set<Location> after(Notification notification) {
    Set<Location> after = EnumSet.noneOf(Location.class);
    tellers(notification).forEach(step -> after.add(step.to()));
    return after.isEmpty() ? in(notification) : after;
  }

  private static Set<Location> in(Notification notification) {
    Set<Location> in = EnumSet.noneOf(Location.class);
    for (Location location : Location.values()) {
      if (location.state() == notification.state()) {
        in.add(location);
      }
    }
    return in;
  }

  private static List<Step> tellers(Notification notification) {
    return Table.steps().stream()
        .filter(step -> notifiesOf(step, notification))
        .collect(Collectors.toList());
  }

  /** Whether this is the only notification of a step. */
  static boolean notifiesOf(Step step, Notification notification) {
    return step.notifications().equals(List.of(notification));
  }

  /**
   * The rules that are violated whichever event caused the notification: of the events that cause
   * it elsewhere, or of all if none does.
   */
  private static List<Rule> broken(Set<Location> from, Notification notification) {
    List<Step> tellers = tellers(notification);
    List<Rule> broken = new ArrayList<>(List.of(Rule.values()));
    for (Location location : from) {
      for (Step step : tellers.isEmpty() ? Table.steps() : tellers) {
        Step before = into(location, step.event());
        for (Location to : tellers.isEmpty() ? in(notification) : EnumSet.of(step.to())) {
          Step candidate =
              new Step(
                  location,
                  step.event(),
                  Outcome.TAKEN,
                  to,
                  ReturnCode.OK,
                  List.of(notification),
                  step.effects(),
                  step.source());
          broken.removeIf(rule -> rule.holds(before, candidate));
        }
      }
    }
    return broken;
  }

  /**
   * A step that leads to a location: rules of two steps read where the first one ended. Its event
   * differs from that of the second one, which otherwise could equal it.
   */
  private static Step into(Location location, Event second) {
    return Table.steps().stream()
        .filter(step -> step.to() == location && step.event() != second)
        .findFirst()
        .get();
  }

  private static List<Step> missing(Set<Location> from, Notification notification) {
    Map<Location, Step> reached = new EnumMap<>(Location.class);
    Deque<Location> ahead = new ArrayDeque<>(from);
    while (!ahead.isEmpty()) {
      Location location = ahead.remove();
      for (Event event : Event.values()) {
        Step step = Table.step(location, event);
        if (notifiesOf(step, notification)) {
          return path(from, reached, location);
        }
        if (!from.contains(step.to()) && reached.putIfAbsent(step.to(), step) == null) {
          ahead.add(step.to());
        }
      }
    }
    return List.of();
  }

  private static List<Step> path(Set<Location> from, Map<Location, Step> reached, Location to) {
    Deque<Step> path = new ArrayDeque<>();
    for (Location at = to; !from.contains(at); at = path.getFirst().from()) {
      path.addFirst(requireNonNull(reached.get(at)));
    }
    return List.copyOf(path);
  }
}
