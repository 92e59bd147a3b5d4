package io.mooring.mbt.tlc;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.Successor;
import io.mooring.checker.tlc.TlaState;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * The states of a specification, computed by TLC when they are needed, and remembered for a while.
 * Nothing is explored, so nothing need be bounded.
 *
 * <p>Safe for use by several threads.
 */
public final class StateSpace implements AutoCloseable {

  /** As many answers as fit into some hundred megabytes; then the cache is cleared. */
  private static final int REMEMBERED = 200_000;

  private final Oracle tlc;
  private final UnaryOperator<String> definitions;
  private final List<SpecState> initial;
  private final Map<Query, List<SpecState>> answers = new ConcurrentHashMap<>();
  private final Map<SpecState, List<SpecAction>> allEnabled = new ConcurrentHashMap<>();
  private final Map<SpecState, SpecState> states = new ConcurrentHashMap<>();
  private final AtomicLong queries = new AtomicLong();
  private final Set<String> enabled = ConcurrentHashMap.newKeySet();

  private record Query(SpecState from, SpecAction action) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Query query && from.equals(query.from) && action.equals(query.action);
    }

    @Override
    public int hashCode() {
      return from.hashCode() + 31 * action.hashCode();
    }
  }

  /** The states of an open specification. */
  public StateSpace(Oracle tlc) {
    this(tlc, UnaryOperator.identity());
  }

  /**
   * The states of an open specification.
   *
   * @param definitions the name of an action's definition, by the name of the action
   */
  public StateSpace(Oracle tlc, UnaryOperator<String> definitions) {
    this.tlc = tlc;
    this.definitions = definitions;
    this.initial = tlc.initial().stream().map(this::one).toList();
  }

  /** The initial states. */
  public List<SpecState> initial() {
    return initial;
  }

  /** The states that an action leads to; empty if it is not enabled. */
  public List<SpecState> successors(SpecState from, SpecAction action) {
    Query query = new Query(from, action);
    List<SpecState> known = answers.get(query);
    return known == null ? compute(query) : known;
  }

  private List<SpecState> compute(Query query) {
    forgetIfMany();
    queries.incrementAndGet();
    SpecAction action = query.action();
    List<SpecState> found =
        tlc
            .successors(query.from().state(), definitions.apply(action.name()), action.arguments())
            .stream()
            .map(this::one)
            .toList();
    if (!found.isEmpty()) {
      enabled.add(action.name());
    }
    answers.put(query, found);
    return found;
  }

  private SpecState one(TlaState state) {
    SpecState made = new SpecState(state);
    SpecState known = states.putIfAbsent(made, made);
    return known == null ? made : known;
  }

  private void forgetIfMany() {
    if (answers.size() >= REMEMBERED) {
      answers.clear();
      allEnabled.clear();
      states.clear();
    }
  }

  /** Every action of the next-state relation that is enabled in a state. */
  public List<SpecAction> enabled(SpecState state) {
    List<SpecAction> known = allEnabled.get(state);
    return known == null ? computeEnabled(state) : known;
  }

  private List<SpecAction> computeEnabled(SpecState state) {
    forgetIfMany();
    queries.incrementAndGet();
    Map<SpecAction, Set<SpecState>> steps = new LinkedHashMap<>();
    for (Successor each : tlc.successors(state.state())) {
      steps
          .computeIfAbsent(
              new SpecAction(each.action(), each.parameters()), key -> new LinkedHashSet<>())
          .add(one(each.state()));
    }
    steps.forEach(
        (action, to) -> {
          if (definitions.apply(action.name()).equals(action.name())) {
            answers.putIfAbsent(new Query(state, action), List.copyOf(to));
          }
        });
    List<SpecAction> found = List.copyOf(steps.keySet());
    found.forEach(action -> enabled.add(action.name()));
    allEnabled.put(state, found);
    return found;
  }

  /** The state with these values. */
  public SpecState state(TlaState values) {
    return one(values);
  }

  /** How often TLC was queried. */
  public long queries() {
    return queries.get();
  }

  /** The names of the actions that were enabled in a query. */
  public Set<String> enabledSoFar() {
    return new TreeSet<>(enabled);
  }

  @Override
  public void close() {
    tlc.close();
  }
}
