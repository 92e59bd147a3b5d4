package io.mooring.mbt.tlc;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaState;
import java.util.ArrayList;
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
    if (answers.size() >= REMEMBERED) {
      answers.clear();
      states.clear();
    }
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

  /** Every action of the next-state relation that is enabled in a state. */
  public List<SpecAction> enabled(SpecState state) {
    Set<SpecAction> actions = new LinkedHashSet<>();
    tlc.successors(state.state())
        .forEach(each -> actions.add(new SpecAction(each.action(), each.parameters())));
    return new ArrayList<>(actions);
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
