package io.mooring.mbt.tlc;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
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
  private final boolean listed;
  private final List<SpecState> initial;
  private final Map<Query, List<SpecState>> answers = new ConcurrentHashMap<>();
  private final Map<SpecState, List<SpecStep>> steps = new ConcurrentHashMap<>();
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
   * The states of an open specification whose next-state relation lists all actions: TLC is queried
   * once for all steps from a state, and an action is enabled where the relation has it.
   */
  public static StateSpace listed(Oracle tlc) {
    return new StateSpace(tlc, UnaryOperator.identity(), true);
  }

  /**
   * The states of an open specification.
   *
   * @param definitions the name of an action's definition, by the name of the action
   */
  public StateSpace(Oracle tlc, UnaryOperator<String> definitions) {
    this(tlc, definitions, false);
  }

  private StateSpace(Oracle tlc, UnaryOperator<String> definitions, boolean listed) {
    this.tlc = tlc;
    this.definitions = definitions;
    this.listed = listed;
    this.initial = tlc.initial().stream().map(this::one).toList();
  }

  /** The initial states. */
  public List<SpecState> initial() {
    return initial;
  }

  /** Whether a state satisfies the constraints of the configuration. */
  public boolean isInModel(SpecState state) {
    return tlc.isInModel(state.state());
  }

  /** The states that an action leads to; empty if it is not enabled. */
  public List<SpecState> successors(SpecState from, SpecAction action) {
    Query query = new Query(from, action);
    List<SpecState> known = answers.get(query);
    return known == null ? compute(query) : known;
  }

  private List<SpecState> compute(Query query) {
    makeRoom();
    SpecAction action = query.action();
    List<SpecState> found = listed ? find(query.from(), action) : ask(query.from(), action);
    if (!found.isEmpty()) {
      enabled.add(action.name());
    }
    answers.put(query, found);
    return found;
  }

  private List<SpecState> find(SpecState from, SpecAction action) {
    return steps(from).stream()
        .filter(step -> step.action().equals(action))
        .map(SpecStep::to)
        .distinct()
        .toList();
  }

  private List<SpecState> ask(SpecState from, SpecAction action) {
    queries.incrementAndGet();
    return tlc
        .successors(from.state(), definitions.apply(action.name()), action.arguments())
        .stream()
        .map(this::one)
        .toList();
  }

  private void makeRoom() {
    if (answers.size() + steps.size() >= REMEMBERED) {
      answers.clear();
      steps.clear();
      states.clear();
    }
  }

  /** The state that has these values. */
  public SpecState state(TlaState values) {
    return one(values);
  }

  private SpecState one(TlaState state) {
    SpecState made = new SpecState(state);
    SpecState known = states.putIfAbsent(made, made);
    return known == null ? made : known;
  }

  /** All steps of the next-state relation from a state, in the order of the relation. */
  public List<SpecStep> steps(SpecState from) {
    List<SpecStep> known = steps.get(from);
    if (known == null) {
      makeRoom();
      queries.incrementAndGet();
      known =
          tlc.successors(from.state()).stream()
              .map(
                  each ->
                      new SpecStep(
                          new SpecAction(each.action(), each.parameters()),
                          one(each.state()),
                          each.span()))
              .toList();
      known.forEach(step -> enabled.add(step.action().name()));
      steps.put(from, known);
      answer(from, known);
    }
    return known;
  }

  /** What all steps from a state say of each of their actions need not be asked again. */
  private void answer(SpecState from, List<SpecStep> all) {
    Map<SpecAction, Set<SpecState>> found = new LinkedHashMap<>();
    for (SpecStep step : all) {
      if (definitions.apply(step.action().name()).equals(step.action().name())) {
        found.computeIfAbsent(step.action(), action -> new LinkedHashSet<>()).add(step.to());
      }
    }
    found.forEach(
        (action, states) -> answers.putIfAbsent(new Query(from, action), List.copyOf(states)));
  }

  /** Every action of the next-state relation that is enabled in a state. */
  public List<SpecAction> enabled(SpecState state) {
    return steps(state).stream().map(SpecStep::action).distinct().toList();
  }

  /**
   * Why an action is not enabled in a state: conjuncts that are false there, with their places.
   *
   * @see Oracle#obstacles
   */
  public List<String> obstacles(SpecState state, SpecAction action) {
    return tlc.obstacles(state.state(), definitions.apply(action.name()), action.arguments());
  }

  /**
   * The value of a variable, or of a definition without parameters, in a state.
   *
   * @throws IllegalArgumentException if the specification has none of that name
   */
  public TlaValue value(SpecState state, String name) {
    TlaValue variable = state.state().values().get(name);
    return variable == null ? tlc.evaluate(name, state.state()) : variable;
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
