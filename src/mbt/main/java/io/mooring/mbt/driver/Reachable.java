package io.mooring.mbt.driver;

import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.SpecStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a specification can do, explored by TLC step by step up to a number of states. */
final class Reachable {
  private final DrivenSpecification specification;
  private final SortedSet<Item> items = new TreeSet<>();
  private final SortedMap<String, SpecAction> alphabet = new TreeMap<>();

  /** The visible actions that may have been the last one before a state. */
  private final Map<SpecState, Set<String>> last = new LinkedHashMap<>();

  private boolean whole = true;
  private @Nullable Set<SpecState> returning;

  /** Explores. */
  Reachable(DrivenSpecification specification) {
    this.specification = specification;
    for (SpecState state : specification.space().initial()) {
      if (specification.isInModel(state)) {
        last.put(state, new LinkedHashSet<>());
      }
    }
    explore();
    pairs();
    refusals();
  }

  private void explore() {
    Deque<SpecState> open = new ArrayDeque<>(last.keySet());
    while (!open.isEmpty()) {
      SpecState state = open.remove();
      for (SpecStep step : specification.space().steps(state)) {
        if (!specification.isInModel(step.to())) {
          continue;
        }
        if (!specification.isInternal(step.action())) {
          alphabet.put(step.action().toString(), step.action());
          items.add(Item.action(step.action().name()));
          items.add(Item.guard(step.action().name(), step.span()));
        }
        if (last.containsKey(step.to())) {
          continue;
        }
        if (last.size() >= specification.options().states()) {
          whole = false;
        } else {
          last.put(step.to(), new LinkedHashSet<>());
          open.add(step.to());
        }
      }
    }
  }

  private void pairs() {
    Deque<SpecState> open = new ArrayDeque<>(last.keySet());
    while (!open.isEmpty()) {
      SpecState state = open.remove();
      Set<String> here = last.getOrDefault(state, Set.of());
      for (SpecStep step : specification.space().steps(state)) {
        Set<String> there = last.get(step.to());
        if (there == null) {
          continue;
        }
        if (!specification.isInternal(step.action())) {
          String name = step.action().name();
          here.forEach(before -> items.add(Item.pair(before, name)));
          if (there.add(name)) {
            open.add(step.to());
          }
        } else if (there.addAll(here)) {
          open.add(step.to());
        }
      }
    }
  }

  /**
   * Whether no initial state can be reached from a state any more: whoever walks there has left a
   * part of the specification for good.
   */
  boolean isPastReturn(SpecState state) {
    Set<SpecState> known = returning;
    if (known == null) {
      known = returning();
      returning = known;
    }
    return last.containsKey(state) && !known.contains(state);
  }

  private Set<SpecState> returning() {
    Map<SpecState, List<SpecState>> before = new HashMap<>();
    for (SpecState state : last.keySet()) {
      for (SpecStep step : specification.space().steps(state)) {
        before.computeIfAbsent(step.to(), each -> new ArrayList<>()).add(state);
      }
    }
    Set<SpecState> found = new HashSet<>(specification.space().initial());
    Deque<SpecState> open = new ArrayDeque<>(found);
    if (!whole) {
      // What lies beyond the states that were explored may lead back.
      before.keySet().stream()
          .filter(state -> !last.containsKey(state) && found.add(state))
          .forEach(open::add);
    }
    while (!open.isEmpty()) {
      for (SpecState state : before.getOrDefault(open.remove(), List.of())) {
        if (found.add(state)) {
          open.add(state);
        }
      }
    }
    return found;
  }

  private void refusals() {
    List<SpecAction> refusable = refusable();
    if (!refusable.isEmpty()) {
      for (SpecState state : last.keySet()) {
        refusable.forEach(action -> items.addAll(specification.refusals(state, action)));
      }
    }
  }

  /** The actions that a driver may be given where they must be refused. */
  List<SpecAction> refusable() {
    return alphabet.values().stream()
        .filter(each -> specification.options().refused().contains(each.name()))
        .toList();
  }

  /** Whether these are all states, so that their number is TLC's. */
  boolean isWhole() {
    return whole;
  }

  int states() {
    return last.size();
  }

  /** Whether two states differ in a variable, or in a definition. */
  boolean distinguishes(String name) {
    return last.keySet().stream()
            .map(state -> specification.shown(state, name))
            .distinct()
            .limit(2)
            .count()
        == 2;
  }

  /** Whether no two states are different in anything. */
  boolean hasNothingToShow() {
    return isWhole() && last.size() == 1;
  }

  SortedSet<Item> items(Item.Kind kind) {
    SortedSet<Item> some = new TreeSet<>(items);
    some.removeIf(item -> item.kind() != kind);
    return some;
  }

  /** The actions that a driver may be given somewhere, by their text. */
  SortedMap<String, SpecAction> alphabet() {
    return Collections.unmodifiableSortedMap(alphabet);
  }
}
