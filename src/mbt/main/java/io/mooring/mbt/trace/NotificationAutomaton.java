package io.mooring.mbt.trace;

import io.mooring.codegen.model.Value;
import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A machine as it is seen by what it notifies of alone: from a set of positions in which it may be
 * to another. A position is a location, or a place between two notifications of one step.
 *
 * <p>Immutable, and safe for use by several threads.
 */
final class NotificationAutomaton {

  /** No event in particular. */
  static final int ANY = -1;

  /** No row was found yet. */
  private static final int UNSEEN = -3;

  private final Machine machine;
  private final boolean unseenEvents;
  private final List<Map<String, Constant>> notifications;
  private final Map<Map<String, Constant>, Integer> numbers = new HashMap<>();
  private final List<List<Edge>> edges = new ArrayList<>();

  /** By position: the location that it is, or that its step leaves. */
  private final List<Integer> locations = new ArrayList<>();

  /** By position: the positions that unseen events lead to, itself among them. */
  private final List<BitSet> unseen = new ArrayList<>();

  private record Edge(int from, int event, int to) {}

  /**
   * The automaton of a machine.
   *
   * @param unseenEvents whether events that notify of nothing may happen at any time, unseen
   * @throws IllegalArgumentException if the machine has no notifications
   */
  NotificationAutomaton(Machine machine, boolean unseenEvents) {
    this.machine = machine;
    this.unseenEvents = unseenEvents;
    notifications = notifications(machine);
    if (notifications.isEmpty()) {
      throw new IllegalArgumentException(
          machine.name() + " has no notifications, so there is nothing that a trace could say");
    }
    for (Map<String, Constant> each : notifications) {
      numbers.put(each, edges.size());
      edges.add(new ArrayList<>());
    }
    for (int location = 0; location < machine.locations().size(); location++) {
      locations.add(location);
    }
    machine.steps().forEach(this::add);
    for (int position = 0; position < locations.size(); position++) {
      unseen.add(closure(position));
    }
  }

  /** Each once; by their values where these are numbers, else as the machine has them. */
  private static List<Map<String, Constant>> notifications(Machine machine) {
    return machine.steps().stream()
        .flatMap(step -> step.outputs().notifications().stream())
        .distinct()
        .sorted(NotificationAutomaton::compare)
        .toList();
  }

  private static int compare(Map<String, Constant> one, Map<String, Constant> other) {
    for (Map.Entry<String, Constant> field : one.entrySet()) {
      Constant value = other.get(field.getKey());
      if (value != null
          && field.getValue().value() instanceof Value.Int left
          && value.value() instanceof Value.Int right
          && left.value() != right.value()) {
        return Long.compare(left.value(), right.value());
      }
    }
    return 0;
  }

  private void add(MachineStep step) {
    int from = step.from();
    List<Map<String, Constant>> all = step.outputs().notifications();
    for (int i = 0; i < all.size(); i++) {
      int to = step.to();
      if (i + 1 < all.size()) {
        to = locations.size();
        locations.add(step.from());
      }
      edges.get(number(all.get(i))).add(new Edge(from, step.event(), to));
      from = to;
    }
  }

  private BitSet closure(int position) {
    BitSet reached = new BitSet();
    reached.set(position);
    Deque<Integer> open = new ArrayDeque<>();
    if (unseenEvents && position < machine.locations().size()) {
      open.add(position);
    }
    while (!open.isEmpty()) {
      int location = open.remove();
      for (int event = 0; event < machine.events().size(); event++) {
        int to = silent(location, event);
        if (to >= 0 && !reached.get(to)) {
          reached.set(to);
          open.add(to);
        }
      }
    }
    return reached;
  }

  /** Where an event leads to that notifies of nothing; -1 if it is another, or cannot occur. */
  private int silent(int location, int event) {
    return machine
        .step(location, event)
        .filter(step -> step.outputs().notifications().isEmpty())
        .map(MachineStep::to)
        .orElse(-1);
  }

  /** The machine. */
  Machine machine() {
    return machine;
  }

  /** The notifications of all steps; the number of one is its index. */
  List<Map<String, Constant>> notifications() {
    return notifications;
  }

  /** The number of a notification; -1 if no step has it. */
  int number(Map<String, Constant> notification) {
    return numbers.getOrDefault(notification, -1);
  }

  /** Every location: a trace that begins anywhere. */
  BitSet anywhere() {
    BitSet all = new BitSet();
    all.set(0, machine.locations().size());
    return all;
  }

  /** One location, and where unseen events lead from it. */
  BitSet at(int location) {
    return (BitSet) unseen.get(location).clone();
  }

  /**
   * Where the machine may be after a notification; nowhere if it must not be.
   *
   * @param event the event that it is about, or {@link #ANY}
   */
  BitSet after(BitSet possible, int notification, int event) {
    BitSet after = new BitSet();
    for (Edge edge : edges.get(notification)) {
      if (possible.get(edge.from()) && (event == ANY || event == edge.event())) {
        after.or(unseen.get(edge.to()));
      }
    }
    return after;
  }

  /**
   * The only row that explains a notification; {@link JudgedSession#UNCERTAIN} if several may, and
   * {@link JudgedSession#NO_ROW} if none does, or it is not the first of its step.
   *
   * @param event the event that it is about, or {@link #ANY}
   */
  int row(BitSet possible, int notification, int event) {
    int only = UNSEEN;
    for (Edge edge : edges.get(notification)) {
      if (possible.get(edge.from()) && (event == ANY || event == edge.event())) {
        int row =
            edge.from() < machine.locations().size()
                ? machine.row(edge.from(), edge.event())
                : JudgedSession.NO_ROW;
        if (only != UNSEEN && only != row) {
          return JudgedSession.UNCERTAIN;
        }
        only = row;
      }
    }
    return only == UNSEEN ? JudgedSession.NO_ROW : only;
  }

  /**
   * The row of an event that notifies of nothing, if it is known where the machine is; {@link
   * JudgedSession#NO_ROW} if its notification is still to come.
   */
  int row(BitSet possible, int event) {
    if (possible.cardinality() != 1) {
      return JudgedSession.UNCERTAIN;
    }
    int position = possible.nextSetBit(0);
    return position < machine.locations().size() && silent(position, event) >= 0
        ? machine.row(position, event)
        : JudgedSession.NO_ROW;
  }

  /** Where the machine may be after an event whose notification, if any, is still to come. */
  BitSet after(BitSet possible, int event) {
    BitSet after = new BitSet();
    possible.stream()
        .forEach(
            position -> {
              int to = position < machine.locations().size() ? silent(position, event) : -1;
              after.or(unseen.get(to < 0 ? position : to));
            });
    return after;
  }

  /** The locations in which the machine may be. */
  Set<Integer> locations(BitSet possible) {
    Set<Integer> all = new TreeSet<>();
    possible.stream().forEach(position -> all.add(locations.get(position)));
    return all;
  }
}
