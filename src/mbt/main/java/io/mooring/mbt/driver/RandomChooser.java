package io.mooring.mbt.driver;

import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Chooses at random, more often what was not chosen before in those states, or not after that
 * action. Some of the time it chooses what must be refused, if there is anything.
 */
final class RandomChooser implements Chooser {

  /** What is remembered of earlier choices. */
  private static final int REMEMBERED = 200_000;

  /** Of so many choices one is to be refused. */
  private static final int REFUSALS = 5;

  /** Of so many choices all but one are new, if any is. */
  private static final int NEW = 4;

  /** Where nothing is new and no way leads back, of so many choices one ends the walk. */
  private static final int END = 8;

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final DrivenSpecification specification;
  private final Reachable reachable;
  private final List<SpecAction> refusable;
  private final Set<Choice> chosen = new HashSet<>();
  private final SplittableRandom walks;
  private SplittableRandom random;

  /** Stands for the action that was chosen before; 0 at the beginning. */
  private int before;

  /**
   * The states, and the action before, are one number: a collision only makes a choice less likely.
   */
  private record Choice(long place, SpecAction action) {}

  RandomChooser(DrivenSpecification specification, Reachable reachable) {
    this.specification = specification;
    this.walks = new SplittableRandom(specification.options().seed());
    this.random = walks;
    this.reachable = reachable;
    this.refusable = reachable.refusable();
  }

  /** Begins a walk. */
  void begin() {
    random = walks.split();
    before = 0;
  }

  @Override
  public Optional<SpecAction> next(Set<SpecState> states, String last) {
    long print = 0;
    for (SpecState state : states) {
      print += state.hashCode() * MIX;
    }
    boolean pastReturn = reachable.isPastReturn(states.iterator().next());
    List<SpecAction> all = choices(states);
    if (!refusable.isEmpty() && (all.isEmpty() || random.nextInt(REFUSALS) == 0)) {
      List<SpecAction> disabled = new ArrayList<>(refusable);
      disabled.removeIf(each -> !specification.mustBeRefused(each, states));
      if (!disabled.isEmpty()) {
        return choose(print, disabled, pastReturn);
      }
    }
    return all.isEmpty() ? Optional.empty() : choose(print, all, pastReturn);
  }

  private Optional<SpecAction> choose(long states, List<SpecAction> all, boolean pastReturn) {
    long place = states + before * MIX;
    List<SpecAction> fresh = fresh(states, all);
    if (fresh.isEmpty()) {
      fresh = fresh(place, all);
    }
    if (fresh.isEmpty() && pastReturn && random.nextInt(END) == 0) {
      return Optional.empty();
    }
    SpecAction action = oneOf(fresh.isEmpty() || random.nextInt(NEW) == 0 ? all : fresh);
    if (chosen.size() >= REMEMBERED) {
      chosen.clear();
    }
    chosen.add(new Choice(states, action));
    chosen.add(new Choice(place, action));
    before = action.hashCode() | 1;
    return Optional.of(action);
  }

  private List<SpecAction> fresh(long place, List<SpecAction> all) {
    List<SpecAction> fresh = new ArrayList<>(all.size());
    for (SpecAction each : all) {
      if (!chosen.contains(new Choice(place, each))) {
        fresh.add(each);
      }
    }
    return fresh;
  }

  /** Each name equally often, so that one with many arguments does not crowd out the others. */
  private SpecAction oneOf(List<SpecAction> all) {
    Map<String, List<SpecAction>> byName = new LinkedHashMap<>();
    for (SpecAction each : all) {
      byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each);
    }
    int which = random.nextInt(byName.size());
    for (List<SpecAction> same : byName.values()) {
      if (which-- == 0) {
        return same.get(random.nextInt(same.size()));
      }
    }
    throw new IllegalStateException("there is always one");
  }

  private List<SpecAction> choices(Set<SpecState> states) {
    if (states.size() == 1) {
      return specification.choices(states.iterator().next());
    }
    Set<SpecAction> all = new LinkedHashSet<>();
    states.forEach(state -> all.addAll(specification.choices(state)));
    return new ArrayList<>(all);
  }
}
