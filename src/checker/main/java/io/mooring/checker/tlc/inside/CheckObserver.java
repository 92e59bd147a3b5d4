package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckResult.Exercised;
import io.mooring.checker.tlc.CheckResult.Kind;
import io.mooring.checker.tlc.CheckResult.Vacuity;
import io.mooring.checker.tlc.Coverage;
import io.mooring.checker.tlc.Probes;
import io.mooring.checker.tlc.SearchResult.WitnessResult;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tlc2.tool.Action;
import tlc2.tool.TLCState;

/**
 * Sees every state and step of a check and remembers what was exercised: which actions fired, which
 * witnesses were met, and for which antecedents one was.
 *
 * <p>Each of them is evaluated until it is true for the first time and never again. TLC's workers
 * call it at once, each with separate states; nothing is locked once everything has been seen.
 */
final class CheckObserver extends StateWriter {

  /** Ends the search. */
  interface Stop {
    /** The behaviour that ends with a step is the requested one. */
    void at(TLCState before, TLCState after);
  }

  private final List<NamedAction> actions;
  private final Map<Action, NamedAction> idle = new ConcurrentHashMap<>();
  private final List<Awaited<Antecedent>> antecedents = new ArrayList<>();
  private final List<Awaited<Witness>> witnesses = new ArrayList<>();
  private final AtomicLong initial = new AtomicLong();
  private final AtomicInteger depth = new AtomicInteger();
  private final boolean vacuity;
  private @Nullable ProbedProperty observed;
  private @Nullable Witness sought;
  private final List<CountedWitness> counted = new ArrayList<>();
  private final @Nullable ActionCounts counts;
  private final Specification specification;
  private CountedWitness.Behaviours behaviours = (before, after) -> List.of();
  private @Nullable TLCState foundAtStart;
  private volatile boolean found;
  private volatile boolean stepped;
  private final Printer printer;
  private Stop stop = (before, after) -> {};

  /** Something that is to be seen once. */
  private static final class Awaited<T> {
    final T what;
    volatile boolean seen;

    Awaited(T what) {
      this.what = what;
    }

    static <T> List<T> unseen(List<Awaited<T>> all) {
      return all.stream().filter(each -> !each.seen).map(each -> each.what).toList();
    }
  }

  CheckObserver(Specification specification, Printer printer) throws TlcException {
    this.printer = printer;
    this.specification = specification;
    Probes watching = specification.place().watching();
    actions = specification.actions();
    actions.forEach(action -> idle.put(action.action(), action));
    counts = specification.place().search().coverage() ? new ActionCounts(actions) : null;
    vacuity = watching.vacuity();
    if (vacuity) {
      for (Antecedent antecedent : new Antecedents(specification).all()) {
        antecedents.add(new Awaited<>(antecedent));
      }
    }
    if (watching.observed().isPresent()) {
      observed = new ProbedProperty(specification, watching.observed().get());
    }
    for (String name : watching.witnesses()) {
      witnesses.add(new Awaited<>(Witness.of(specification, name)));
    }
    if (watching.sought().isPresent()) {
      sought = Witness.of(specification, watching.sought().get());
    }
    for (String name : watching.counted()) {
      counted.add(new CountedWitness(Witness.of(specification, name)));
    }
  }

  /** Says how to end the search when what is sought was found. */
  void stopWith(Stop how) {
    stop = how;
  }

  /** Says how to get the behaviour that leads to a step, while the search goes on. */
  void recordWith(CountedWitness.Behaviours how) {
    behaviours = how;
  }

  /**
   * What is known of the predicates that were searched for.
   *
   * @param behaviour the one that leads to what was sought, if it was found
   */
  List<WitnessResult> counted(Optional<Trace> behaviour) {
    Traces traces = new Traces(specification);
    if (sought != null) {
      boolean onSteps = !sought.isOnStates();
      return List.of(
          new WitnessResult(
              sought.name(), onSteps, OptionalLong.empty(), found ? behaviour : Optional.empty()));
    }
    return counted.stream().map(each -> each.result(traces)).toList();
  }

  /** How often each action happened, and what was never evaluated; empty unless requested. */
  Optional<Coverage> coverage(Recording recording) throws TlcException {
    return counts == null
        ? Optional.empty()
        : Optional.of(
            new Coverage(counts.counts(), CoverageTree.unevaluated(specification, recording)));
  }

  long initialStates() {
    return initial.get();
  }

  /** Whether there was a step that the configuration does not leave out. */
  boolean stepped() {
    return stepped;
  }

  /** States on the longest of the shortest ways to a state. */
  int depth() {
    return depth.get();
  }

  /** Whether what is sought was found. */
  boolean found() {
    return found;
  }

  /** The initial state in which it was found; null if it was found later, or not at all. */
  @Nullable TLCState foundAtStart() {
    return foundAtStart;
  }

  /**
   * {@return what was exercised}
   *
   * @param complete whether the run saw everything, so that what is missing will never come
   */
  Exercised exercised(boolean complete) {
    SortedSet<String> fired = new TreeSet<>();
    Map<String, NamedAction> never = new LinkedHashMap<>();
    for (NamedAction action : actions) {
      if (!idle.containsKey(action.action())) {
        fired.add(action.name());
      }
      never.putIfAbsent(action.name(), action);
    }
    never.keySet().removeAll(fired);
    return new Exercised(
        fired,
        vacuity && complete ? vacuities(never) : List.of(),
        Awaited.unseen(witnesses).stream().map(Witness::name).toList(),
        observed != null && observed.violated());
  }

  private List<Vacuity> vacuities(Map<String, NamedAction> never) {
    List<Vacuity> all = new ArrayList<>();
    never.forEach(
        (name, action) ->
            all.add(
                new Vacuity(
                    Kind.ACTION,
                    name,
                    action.span(),
                    action.span().line() + ": action " + name + " never happens")));
    for (Antecedent antecedent : Awaited.unseen(antecedents)) {
      all.add(
          new Vacuity(
              Kind.PROPERTY, antecedent.property(), antecedent.span(), antecedent.complaint()));
    }
    return all;
  }

  /**
   * What one of several processes has seen that search the same specification together, each for
   * itself, as numbers: of actions, antecedents and witnesses that were met.
   */
  int[][] seen() {
    List<Integer> fired = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      if (!idle.containsKey(actions.get(i).action())) {
        fired.add(i);
      }
    }
    return new int[][] {numbers(fired), met(antecedents), met(witnesses), {stepped ? 1 : 0}};
  }

  /** Adds what another process has seen. */
  void add(int[][] seen) {
    for (int number : seen[0]) {
      idle.remove(actions.get(number).action());
    }
    for (int number : seen[1]) {
      antecedents.get(number).seen = true;
    }
    for (int number : seen[2]) {
      witnesses.get(number).seen = true;
    }
    stepped |= seen[3][0] > 0;
  }

  private static <T> int[] met(List<Awaited<T>> all) {
    List<Integer> met = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).seen) {
        met.add(i);
      }
    }
    return numbers(met);
  }

  private static int[] numbers(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  void initial(TLCState state) {
    initial.incrementAndGet();
    deepest(1);
    printer.quietly(
        () -> {
          look(state, state, false);
          counted.forEach(each -> each.look(state));
        });
  }

  @Override
  void step(TLCState state, TLCState successor, boolean isNew, Action action) {
    stepped = true;
    if (!idle.isEmpty()) {
      idle.remove(action);
    }
    if (counts != null) {
      counts.add(action, isNew);
    }
    if (isNew) {
      deepest(state.getLevel() + 1);
    }
    printer.quietly(
        () -> {
          look(state, successor, true);
          counted.forEach(each -> each.look(state, successor, isNew, behaviours));
        });
  }

  private void deepest(int level) {
    if (level > depth.get()) {
      depth.accumulateAndGet(level, Math::max);
    }
  }

  private void look(TLCState before, TLCState after, boolean step) {
    // Set and never cleared: another thread may have seen it meanwhile.
    for (Awaited<Antecedent> each : antecedents) {
      if (!each.seen && (step || !each.what.needsStep()) && each.what.isWitnessed(before, after)) {
        each.seen = true;
      }
    }
    for (Awaited<Witness> each : witnesses) {
      if (!each.seen && each.what.isMet(before, after, step)) {
        each.seen = true;
      }
    }
    if (observed != null) {
      observed.look(before, after);
    }
    if (sought != null && !found && sought.isMet(before, after, step)) {
      found = true;
      if (step) {
        stop.at(before, after);
      } else {
        foundAtStart = after;
      }
    }
  }
}
