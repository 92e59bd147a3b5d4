package io.mooring.mbt.driver;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What walks covered, and what drivers did. For one thread at a time. */
final class WalkCoverage {
  private final Set<Item> covered = new HashSet<>();
  private final SortedSet<String> shown = new TreeSet<>();
  private final Map<Outcome.Kind, SortedMap<String, Integer>> outcomes =
      new EnumMap<>(Outcome.Kind.class);
  private @Nullable MachineSteps machine;
  private boolean answered;
  private long walks;
  private long randomWalks;
  private long steps;

  /** Counts the steps of walks that begin from now on as those of a machine. */
  void count(MachineSteps steps) {
    machine = steps;
  }

  /** The steps as those of a machine, if they are counted. */
  Optional<MachineSteps> machine() {
    return Optional.ofNullable(machine);
  }

  void walk() {
    walks++;
    machine().ifPresent(MachineSteps::begin);
  }

  void random(long number) {
    randomWalks = number;
  }

  void cover(Item item) {
    covered.add(item);
  }

  void shown(Set<String> names) {
    shown.addAll(names);
  }

  /** Counts a step. */
  void step(String action, Outcome outcome) {
    steps++;
    answered |= !outcome.answers().isEmpty();
    outcomes
        .computeIfAbsent(outcome.kind(), kind -> new TreeMap<>())
        .merge(action, 1, Integer::sum);
  }

  boolean isCovered(Item item) {
    return covered.contains(item);
  }

  long walks() {
    return walks;
  }

  /** How many walks were made at random. */
  long randomWalks() {
    return randomWalks;
  }

  long steps() {
    return steps;
  }

  /** The names that drivers showed. */
  SortedSet<String> shown() {
    return shown;
  }

  /** How often each action had an outcome. */
  SortedMap<String, Integer> count(Outcome.Kind kind) {
    return outcomes.getOrDefault(kind, Collections.emptySortedMap());
  }

  /** Whether drivers said anything by what became of an action: a result, a refusal. */
  boolean saysAnything() {
    return answered || !count(Outcome.Kind.REFUSED).isEmpty();
  }
}
