package io.mooring.mbt.driver;

import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.SpecStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the way to the nearest thing that is not covered. Where the implementation goes another
 * way, which it may where the specification leaves a choice, a new way is looked for; what was
 * missed several times is given up.
 */
final class GoalChooser implements Chooser {

  /** How many times the length of the way to it a goal may cost. */
  private static final int TRIES = 4;

  /** How far it looks. */
  private static final int NODES = 20_000;

  private final DrivenSpecification specification;
  private final WalkCoverage coverage;
  private final SortedSet<Item> goals;
  private final List<SpecAction> refusable;
  private final Map<Item, Integer> budget = new TreeMap<>();

  private record Node(SpecState state, String last) {}

  /** A way as far as it is known. */
  private record Begun(SpecAction first, int length) {}

  private record Way(SpecAction first, Item goal, int length) {}

  /**
   * A chooser.
   *
   * @param coverage what was covered so far
   * @param goals what to cover
   */
  GoalChooser(
      DrivenSpecification specification,
      Reachable reachable,
      WalkCoverage coverage,
      SortedSet<Item> goals) {
    this.refusable =
        goals.stream().anyMatch(goal -> goal.kind() == Item.Kind.REFUSAL)
            ? reachable.refusable()
            : List.of();
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
    way.ifPresent(each -> spend(each.goal(), each.length()));
    return way.map(Way::first);
  }

  /** A goal costs its steps: one that is still missing after several times as many is given up. */
  private void spend(Item goal, int length) {
    int left = budget.merge(goal, TRIES * length, (known, unused) -> known) - 1;
    budget.put(goal, left);
    if (left <= 0) {
      goals.remove(goal);
    }
  }

  /** The first step of a shortest way to a goal. */
  private Optional<Way> way(Set<SpecState> states, String last) {
    Set<Node> seen = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    Map<Node, Begun> first = new HashMap<>();
    for (SpecState state : states) {
      if (!specification.isInModel(state)) {
        continue;
      }
      Node node = new Node(state, last);
      seen.add(node);
      open.add(node);
    }
    while (!open.isEmpty() && seen.size() < NODES) {
      Node node = open.remove();
      Begun begin = first.get(node);
      Optional<Way> refusal = refusal(node.state(), begin);
      if (refusal.isPresent()) {
        return refusal;
      }
      for (SpecStep step : specification.space().steps(node.state())) {
        if (!specification.isInModel(step.to())) {
          continue;
        }
        boolean internal = specification.isInternal(step.action());
        if (!internal) {
          Optional<Item> goal = goal(node.last(), step);
          if (goal.isPresent()) {
            return Optional.of(
                begin == null
                    ? new Way(step.action(), goal.get(), 1)
                    : new Way(begin.first(), goal.get(), begin.length() + 1));
          }
        }
        if (specification.options().ignored().contains(step.action().name())) {
          continue;
        }
        Node next = new Node(step.to(), internal ? node.last() : step.action().name());
        if (seen.add(next)) {
          open.add(next);
          if (begin != null) {
            first.put(next, new Begun(begin.first(), begin.length() + 1));
          } else if (!internal) {
            first.put(next, new Begun(step.action(), 1));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Way> refusal(SpecState state, @Nullable Begun begin) {
    for (SpecAction action : refusable) {
      for (Item item : specification.refusals(state, action)) {
        if (goals.contains(item)) {
          return Optional.of(
              begin == null
                  ? new Way(action, item, 1)
                  : new Way(begin.first(), item, begin.length() + 1));
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
