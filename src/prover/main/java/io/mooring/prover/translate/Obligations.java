package io.mooring.prover.translate;

import io.mooring.checker.tlc.ModuleAst;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.smt.Facts;
import io.mooring.prover.smt.Query;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Context;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What must be proven so that an invariant is inductive and implies properties: it holds initially,
 * every action keeps every conjunct of it, and every state and step that it allows satisfies the
 * properties.
 */
final class Obligations {

  private final Specification specification;
  private final Behaviour behaviour;
  private final String invariantName;
  private final List<Conjuncts.Conjunct> invariant;
  private final List<Claimed> initial = new ArrayList<>();
  private final List<Claimed> ofStates = new ArrayList<>();
  private final List<Claimed> ofSteps = new ArrayList<>();
  private final List<Query.Assertion> first = new ArrayList<>();
  private final Map<Obligation.Kind, Facts> facts = new EnumMap<>(Obligation.Kind.class);
  private final IdentityHashMap<Path, Facts> during = new IdentityHashMap<>();
  private final IdentityHashMap<Path, Ensured> after = new IdentityHashMap<>();

  /**
   * An obligation, with the steps that it is about.
   *
   * @param kind what it is for
   * @param action the action; null if it is about states
   * @param paths the ways through it
   * @param claim what must hold
   * @param ways for each way, that it is taken and the claim does not hold; of a claim about states
   *     that alone
   * @param known what is known of the state, or of the one before the step
   * @param atoms what the numbers of strings and model values stand for
   */
  record Stated(
      Obligation.Kind kind,
      Disjuncts.@Nullable Disjunct action,
      List<Path> paths,
      Claimed claim,
      List<Term> ways,
      List<Query.Assertion> known,
      Map<Integer, String> atoms) {

    /** The obligation, with its query. */
    Obligation obligation() {
      String name = action == null ? "" : action.name();
      List<Query.Assertion> assertions = new ArrayList<>(known);
      assertions.add(new Query.Assertion("and yet it is broken", Terms.or(ways)));
      Obligation.Claim claimed = claim.part().claim();
      String title = Obligation.text(kind, name, claimed);
      return new Obligation(kind, name, claimed, new Query(title, atoms, assertions));
    }
  }

  /**
   * What must hold.
   *
   * @param whole the definition of which it is a part: the invariant, or a property
   */
  record Claimed(Conjuncts.Conjunct part, String whole) {}

  Obligations(
      Specification specification, Behaviour behaviour, String invariant, List<String> properties) {
    this.specification = specification;
    this.behaviour = behaviour;
    this.invariantName = invariant;
    this.invariant = specification.conjuncts().of(specification.definition(invariant));
    PropertyParts parts = new PropertyParts(specification.conjuncts());
    for (String property : properties) {
      for (PropertyParts.Part each : parts.of(specification.definition(property))) {
        switch (each.kind()) {
          case INITIAL_PROPERTY -> initial.add(new Claimed(each.conjunct(), property));
          case IMPLIED -> ofStates.add(new Claimed(each.conjunct(), property));
          default -> ofSteps.add(new Claimed(each.conjunct(), property));
        }
      }
    }
  }

  /** All of them, in the order of the module. */
  List<Stated> all() {
    return List.copyOf(some(each -> true).values());
  }

  /** Those of {@link #all} at some positions, by their positions. */
  SortedMap<Integer, Stated> some(IntPredicate wanted) {
    SortedMap<Integer, Stated> some = new TreeMap<>();
    List<Stated> ofAllStates = new ArrayList<>(initially());
    ofAllStates.addAll(implied());
    int begin = ofAllStates.size();
    IntStream.range(0, begin).filter(wanted).forEach(each -> some.put(each, ofAllStates.get(each)));
    int ofEach = invariant.size() + ofSteps.size();
    for (Disjuncts.Disjunct action : actions()) {
      int first = begin;
      IntPredicate here = each -> wanted.test(first + each);
      if (IntStream.range(0, ofEach).anyMatch(here)) {
        List<Path> paths = paths(action);
        for (int i = 0; i < ofEach; i++) {
          if (here.test(i)) {
            some.put(first + i, of(action, paths, i));
          }
        }
      }
      begin += ofEach;
    }
    return some;
  }

  /** The actions, in the order of the next-state relation. */
  List<Disjuncts.Disjunct> actions() {
    return new Disjuncts(specification.primes()).of(behaviour.next(), specification.root());
  }

  /** The ways through an action, each of which says what every variable is afterwards. */
  List<Path> paths(Disjuncts.Disjunct action) {
    List<Path> paths =
        Context.given(
            facts(Obligation.Kind.STEP),
            () -> specification.steps().of(action, specification.root(), specification.now()));
    paths.forEach(each -> requireComplete(action, each));
    return paths;
  }

  /** That a state that satisfies the invariant satisfies the properties of states. */
  List<Stated> implied() {
    return ofStates.stream().map(each -> ofState(Obligation.Kind.IMPLIED, each)).toList();
  }

  /** That an action keeps the invariant, and satisfies the properties of steps. */
  List<Stated> of(Disjuncts.Disjunct action, List<Path> paths) {
    return IntStream.range(0, invariant.size() + ofSteps.size())
        .mapToObj(each -> of(action, paths, each))
        .toList();
  }

  private Stated of(Disjuncts.Disjunct action, List<Path> paths, int index) {
    boolean keeps = index < invariant.size();
    Claimed claimed =
        keeps
            ? new Claimed(invariant.get(index), invariantName)
            : ofSteps.get(index - invariant.size());
    return stated(
        keeps ? Obligation.Kind.STEP : Obligation.Kind.STEP_PROPERTY,
        action,
        paths,
        claimed,
        keeps ? broken(paths, index) : broken(paths, claimed.part()));
  }

  /** That the initial states satisfy the invariant, and what properties say of them. */
  List<Stated> initially() {
    List<Stated> all = new ArrayList<>();
    Ensured ensured = new Ensured(terms(known(Obligation.Kind.INITIAL)), specification::now);
    for (int i = 0; i < invariant.size(); i++) {
      Claimed claimed = new Claimed(invariant.get(i), invariantName);
      List<Term> ways = List.of(Terms.not(ensured.holds(i)));
      all.add(stated(Obligation.Kind.INITIAL, null, List.of(), claimed, ways));
    }
    initial.forEach(each -> all.add(ofState(Obligation.Kind.INITIAL_PROPERTY, each)));
    return all;
  }

  private Stated ofState(Obligation.Kind kind, Claimed claimed) {
    Term holds = Context.given(facts(kind), () -> specification.now(claimed.part()));
    return stated(kind, null, List.of(), claimed, List.of(Terms.not(holds)));
  }

  /** What is known of the state of an obligation, or of the one before a step. */
  List<Query.Assertion> known(Obligation.Kind kind) {
    if (!kind.isInitial()) {
      return specification.sound();
    }
    if (first.isEmpty()) {
      first.addAll(specification.assumed());
      first.add(
          new Query.Assertion(
              "the initial predicate",
              Context.knowing(terms(specification.assumed()), this::initialPredicate)));
    }
    return first;
  }

  private Term initialPredicate() {
    return specification
        .evaluator()
        .condition(
            behaviour.initial(), specification.root(), new Moment(specification.now(), null));
  }

  private Facts facts(Obligation.Kind kind) {
    return facts.computeIfAbsent(kind, each -> new Facts(terms(known(each))));
  }

  private static List<Term> terms(List<Query.Assertion> assertions) {
    return assertions.stream().map(Query.Assertion::term).toList();
  }

  private void requireComplete(Disjuncts.Disjunct action, Path path) {
    for (ModuleAst.Declaration each : specification.ast().variables()) {
      if (!path.next().containsKey(each.name())) {
        throw new UntranslatableException(
            "the action " + action.name() + " does not say what " + each.name() + " is afterwards",
            "add " + each.name() + "' = e, or UNCHANGED " + each.name(),
            action.expression().span());
      }
    }
  }

  /** The ways in which a step breaks a conjunct of the invariant. */
  private List<Term> broken(List<Path> paths, int conjunct) {
    List<Term> ways = new ArrayList<>();
    for (Path each : paths) {
      Ensured ensured =
          after.computeIfAbsent(
              each,
              path -> new Ensured(known(path), part -> holds(part, new Moment(path.next(), null))));
      ways.add(Terms.and(each.guard(), Terms.not(ensured.holds(conjunct))));
    }
    return ways;
  }

  /** The ways in which a step breaks a property of steps. */
  private List<Term> broken(List<Path> paths, Conjuncts.Conjunct claim) {
    List<Term> ways = new ArrayList<>();
    for (Path each : paths) {
      Moment step = new Moment(specification.now(), each.next());
      Facts known = during.computeIfAbsent(each, path -> new Facts(known(path)));
      Term holds = Context.given(known, () -> holds(claim, step));
      ways.add(Terms.and(each.guard(), Terms.not(holds)));
    }
    return ways;
  }

  /** What is known where a way through an action is taken. */
  private List<Term> known(Path path) {
    List<Term> known = new ArrayList<>(terms(known(Obligation.Kind.STEP)));
    known.add(path.guard());
    return known;
  }

  private Term holds(Conjuncts.Conjunct conjunct, Moment moment) {
    return specification.evaluator().condition(conjunct.expression(), conjunct.scope(), moment);
  }

  /**
   * The conjuncts of the invariant in a state. When each is made those before it are known, since
   * each of them is an obligation of its own.
   */
  private final class Ensured {

    private final Facts facts;
    private final Function<Conjuncts.Conjunct, Term> made;
    private final List<Term> all = new ArrayList<>();

    Ensured(List<Term> known, Function<Conjuncts.Conjunct, Term> made) {
      this.facts = new Facts(known);
      this.made = made;
    }

    Term holds(int index) {
      while (all.size() <= index) {
        Term next = Context.given(facts, () -> made.apply(invariant.get(all.size())));
        all.add(next);
        facts.add(next);
      }
      return all.get(index);
    }
  }

  private Stated stated(
      Obligation.Kind kind,
      Disjuncts.@Nullable Disjunct action,
      List<Path> paths,
      Claimed claimed,
      List<Term> ways) {
    return new Stated(
        kind, action, paths, claimed, ways, known(kind), specification.atoms().texts());
  }
}
