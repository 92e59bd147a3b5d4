package io.mooring.prover.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.Successor;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.prover.smt.Term;
import io.mooring.prover.value.Value;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the translation of a module with TLC, on the states of a model. */
final class Conformance {

  /** After how many states it says how far it is. */
  private static final int PROGRESS = 1_000;

  private final Path module;
  private final Path config;
  private final String next;
  private final Encoder encoder;
  private final ModuleAst ast;
  private final Scope root;
  private final Evaluator evaluator;
  private final Primes primes;
  private final Steps steps;
  private final Set<String> predicates = new TreeSet<>();
  private final Set<String> actions = new TreeSet<>();
  private final Set<String> properties = new TreeSet<>();
  private final Random random = new Random(1);

  /**
   * Reads a module, with the constants of a configuration.
   *
   * @param next the next-state relation of the specification that the configuration names
   */
  Conformance(Path module, Path config, String next) throws Exception {
    this.module = module;
    this.config = config;
    this.next = next;
    Atoms atoms = new Atoms();
    encoder = new Encoder(atoms);
    ast = Tlc.bundled().parse(module);
    Modules modules = new Modules(Tlc.bundled(), ast);
    root = Scope.of(new ModuleScope(ast, Map.of(), null));
    evaluator = new Evaluator(modules, atoms, Constants.of(config, atoms));
    primes = new Primes(modules);
    steps = new Steps(evaluator, primes);
    evaluator.uses(steps);
  }

  /** The predicates that were compared. */
  Set<String> predicates() {
    return predicates;
  }

  /** The actions whose successors were compared. */
  Set<String> actions() {
    return actions;
  }

  /** The properties of steps that were compared. */
  Set<String> properties() {
    return properties;
  }

  /** Compares on the first states that a breadth-first search finds. */
  void run(int most) throws Exception {
    try (Oracle oracle = Tlc.bundled().open(module, config)) {
      List<TlaState> explored = explored(oracle, most);
      for (int i = 0; i < explored.size(); i++) {
        if (i % PROGRESS == 0 && i > 0) {
          System.out.printf(
              Locale.ROOT, "%s: %,d of %,d states%n", config.getFileName(), i, explored.size());
        }
        compare(oracle, explored.get(i), explored.get(random.nextInt(explored.size())));
      }
      assertThat(predicates).isNotEmpty();
      assertThat(actions).isNotEmpty();
    }
  }

  private static List<TlaState> explored(Oracle oracle, int most) {
    Set<TlaState> seen = new LinkedHashSet<>(oracle.initial());
    Deque<TlaState> open = new ArrayDeque<>(seen);
    while (!open.isEmpty() && seen.size() < most) {
      for (Successor each : oracle.successors(open.remove())) {
        if (seen.add(each.state())) {
          open.add(each.state());
        }
      }
    }
    return new ArrayList<>(seen);
  }

  private void compare(Oracle oracle, TlaState state, TlaState other) {
    Map<String, Value> now = encoder.state(state);
    List<TlaState> allowed = oracle.successors(state).stream().map(Successor::state).toList();
    Set<String> texts = texts(allowed);
    Definition relation = ast.definition(next).orElseThrow();
    assertThat(texts(successors(relation, now))).as("from %s", state).isEqualTo(texts);
    for (TlaState after : after(state, allowed, other)) {
      Moment step = new Moment(now, encoder.state(after));
      assertThat(known(next, evaluator.condition(relation.body(), root, step)))
          .as("%s -> %s", state, after)
          .isEqualTo(texts.contains(after.toString()));
      compareProperties(oracle, state, after, step);
    }
    for (Definition each : ast.definitions()) {
      if (each.parameters().isEmpty() && !each.name().contains("!")) {
        if (each.level() == 1) {
          comparePredicate(oracle, state, now, each);
        } else if (each.level() == 2) {
          compareAction(oracle, state, now, each);
        }
      }
    }
  }

  /** States after one: successors, another state, and successors with a value of that one. */
  private Set<TlaState> after(TlaState state, List<TlaState> allowed, TlaState other) {
    Set<TlaState> after = new LinkedHashSet<>(List.of(other, state));
    List<String> names = new ArrayList<>(state.values().keySet());
    if (!allowed.isEmpty()) {
      TlaState one = allowed.get(random.nextInt(allowed.size()));
      after.add(one);
      SortedMap<String, TlaValue> mixed = new TreeMap<>(one.values());
      String name = names.get(random.nextInt(names.size()));
      mixed.put(name, Objects.requireNonNull(other.values().get(name)));
      after.add(new TlaState(mixed));
    }
    return after;
  }

  private void compareProperties(Oracle oracle, TlaState state, TlaState after, Moment step) {
    for (Definition each : ast.definitions()) {
      Optional<Expr> always =
          each.parameters().isEmpty() && each.level() == 3
              ? Conjuncts.alwaysOfSteps(each.body())
              : Optional.empty();
      if (always.isPresent()) {
        assertThat(known(each.name(), evaluator.condition(always.get(), root, step)))
            .as("%s of %s -> %s", each.name(), state, after)
            .isEqualTo(oracle.holds(each.name(), state, after));
        properties.add(each.name());
      }
    }
  }

  private void comparePredicate(
      Oracle oracle, TlaState state, Map<String, Value> now, Definition predicate) {
    TlaValue expected;
    try {
      expected = oracle.evaluate(predicate.name(), state);
    } catch (IllegalArgumentException unanswered) {
      return;
    }
    if (expected instanceof TlaValue.Bool truth) {
      Term found = evaluator.condition(predicate.body(), root, new Moment(now, null));
      assertThat(known(predicate.name(), found))
          .as("%s in %s", predicate.name(), state)
          .isEqualTo(truth.value());
      predicates.add(predicate.name());
    }
  }

  private void compareAction(
      Oracle oracle, TlaState state, Map<String, Value> now, Definition action) {
    List<TlaState> expected;
    try {
      expected = oracle.successors(state, action.name(), Map.of());
    } catch (IllegalArgumentException unanswered) {
      return;
    }
    assertThat(texts(successors(action, now)))
        .as("%s from %s", action.name(), state)
        .isEqualTo(texts(expected));
    Term enabled = steps.enabled(action.body(), root, new Moment(now, null));
    assertThat(known("ENABLED " + action.name(), enabled))
        .as("ENABLED %s in %s", action.name(), state)
        .isEqualTo(!expected.isEmpty());
    if (!expected.isEmpty()) {
      actions.add(action.name());
    }
  }

  /** What a term is, which must be known, as all values are. */
  private static boolean known(String name, Term term) {
    assertThat(term.isTrue() || term.isFalse()).as("%s is %s", name, term).isTrue();
    return term.isTrue();
  }

  private static Set<String> texts(Collection<TlaState> states) {
    Set<String> texts = new TreeSet<>();
    states.forEach(each -> texts.add(each.toString()));
    return texts;
  }

  private List<TlaState> successors(Definition action, Map<String, Value> now) {
    List<TlaState> all = new ArrayList<>();
    for (io.mooring.prover.translate.Path path : steps.of(action.body(), root, now)) {
      assertThat(known(action.name(), path.guard())).isTrue();
      all.add(encoder.decoder().state(path.next()));
    }
    return all;
  }
}
