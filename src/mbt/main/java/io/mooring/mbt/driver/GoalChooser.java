package io.mooring.mbt.driver;

import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.SpecStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Chooses the way to the nearest thing that is not covered. Where the implementation goes another
 * way, which it may where the specification leaves a choice, a new way is looked for; what was
 * missed several times is given up.
 */
final class GoalChooser implements Chooser {

  /** How often it tries to cover a thing. */
  private static final int TRIES = 4;

  /** How far it looks. */
  private static final int NODES = 20_000;

  private final DrivenSpecification specification;
  private final WalkCoverage coverage;
  private final SortedSet<Item> goals;
  private final Map<Item, Integer> tries = new TreeMap<>();

  private record Node(SpecState state, String last) {}

  private record Way(SpecAction first, Optional<Item> goal) {}

  /**
   * A chooser.
   *
   * @param coverage what was covered so far
   * @param goals what to cover
   */
  GoalChooser(DrivenSpecification specification, WalkCoverage coverage, SortedSet<Item> goals) {
    this.specification = specification;
    this.coverage = coverage;
    this.goals = new TreeSet<>(goals);
  }

  @Override
  public Optional<SpecAction> next(Set<SpecState> states, String last) {
    goals.removeIf(coverage::isCovered);
    if (goals.isEmpty()) {
      return Optional.empty();
    }
    Optional<Way> way = way(states, last);
    way.flatMap(Way::goal)
        .ifPresent(
            goal -> {
              if (tries.merge(goal, 1, Integer::sum) >= TRIES) {
                goals.remove(goal);
              }
            });
    return way.map(Way::first);
  }

  /** The first step of a shortest way, with the goal if that step reaches it. */
  private Optional<Way> way(Set<SpecState> states, String last) {
    Set<Node> seen = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    Map<Node, SpecAction> first = new HashMap<>();
    for (SpecState state : states) {
      Node node = new Node(state, last);
      seen.add(node);
      open.add(node);
    }
    while (!open.isEmpty() && seen.size() < NODES) {
      Node node = open.remove();
      SpecAction begin = first.get(node);
      for (SpecStep step : specification.space().steps(node.state())) {
        if (!specification.isInModel(step.to())) {
          continue;
        }
        boolean internal = specification.isInternal(step.action());
        if (!internal) {
          Optional<Item> goal = goal(node.last(), step);
          if (goal.isPresent()) {
            return Optional.of(
                begin == null ? new Way(step.action(), goal) : new Way(begin, Optional.empty()));
          }
        }
        Node next = new Node(step.to(), internal ? node.last() : step.action().name());
        if (seen.add(next)) {
          open.add(next);
          if (begin != null) {
            first.put(next, begin);
          } else if (!internal) {
            first.put(next, step.action());
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Item> goal(String last, SpecStep step) {
    String name = step.action().name();
    Item action = Item.action(name);
    if (goals.contains(action)) {
      return Optional.of(action);
    }
    Item guard = Item.guard(name, step.span());
    if (goals.contains(guard)) {
      return Optional.of(guard);
    }
    Item pair = Item.pair(last, name);
    return goals.contains(pair) ? Optional.of(pair) : Optional.empty();
  }
}
