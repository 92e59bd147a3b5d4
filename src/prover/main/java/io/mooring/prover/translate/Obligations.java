package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.smt.Query;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import java.util.ArrayList;
import java.util.List;
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
  private final List<Definition> properties;
  private final List<Stated> all = new ArrayList<>();

  /**
   * An obligation, with the steps that it is about.
   *
   * @param action the action; null if it is about states
   * @param paths the ways through it
   */
  record Stated(Obligation obligation, Disjuncts.@Nullable Disjunct action, List<Path> paths) {}

  Obligations(
      Specification specification, Behaviour behaviour, String invariant, List<String> properties) {
    this.specification = specification;
    this.behaviour = behaviour;
    this.invariantName = invariant;
    this.invariant = specification.conjuncts().of(specification.definition(invariant));
    this.properties = properties.stream().map(specification::definition).toList();
  }

  /** All of them, in the order of the module. */
  List<Stated> all() {
    initially();
    List<Query.Assertion> sound = specification.sound(invariantName);
    for (Definition property : properties) {
      if (!isAboutSteps(property)) {
        for (Conjuncts.Conjunct each : specification.conjuncts().of(property)) {
          add(Obligation.Kind.IMPLIED, null, List.of(), each, sound, not(each));
        }
      }
    }
    Disjuncts disjuncts = new Disjuncts(specification.primes());
    for (Disjuncts.Disjunct action : disjuncts.of(behaviour.next(), specification.root())) {
      List<Path> paths =
          specification.steps().of(action, specification.root(), specification.now());
      paths.forEach(each -> requireComplete(action, each));
      for (Conjuncts.Conjunct each : invariant) {
        add(Obligation.Kind.STEP, action, paths, each, sound, broken(paths, each, true));
      }
      for (Definition property : properties) {
        if (isAboutSteps(property)) {
          Conjuncts.Conjunct whole = specification.conjuncts().whole(property);
          add(
              Obligation.Kind.STEP_PROPERTY,
              action,
              paths,
              whole,
              sound,
              broken(paths, whole, false));
        }
      }
    }
    return all;
  }

  private boolean isAboutSteps(Definition property) {
    if (property.level() == 3 && !Conjuncts.isAlwaysOfSteps(property.body())) {
      throw new UntranslatableException(
          property.name() + " is about whole behaviours",
          "an inductive invariant proves predicates of states, and [][A]_v",
          property.span());
    }
    return specification.primes().in(property.body(), specification.root());
  }

  private void initially() {
    List<Query.Assertion> initially = new ArrayList<>(specification.assumed());
    initially.add(
        new Query.Assertion(
            "the initial predicate",
            specification
                .evaluator()
                .condition(
                    behaviour.initial(),
                    specification.root(),
                    new Moment(specification.now(), null))));
    for (Conjuncts.Conjunct each : invariant) {
      add(Obligation.Kind.INITIAL, null, List.of(), each, initially, not(each));
    }
  }

  private Term not(Conjuncts.Conjunct conjunct) {
    return Terms.not(specification.now(conjunct));
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

  private Term broken(List<Path> paths, Conjuncts.Conjunct claim, boolean ofStates) {
    List<Term> ways = new ArrayList<>();
    for (Path each : paths) {
      Moment moment =
          ofStates ? new Moment(each.next(), null) : new Moment(specification.now(), each.next());
      Term holds = specification.evaluator().condition(claim.expression(), claim.scope(), moment);
      ways.add(Terms.and(each.guard(), Terms.not(holds)));
    }
    return Terms.or(ways);
  }

  private void add(
      Obligation.Kind kind,
      Disjuncts.@Nullable Disjunct action,
      List<Path> paths,
      Conjuncts.Conjunct claim,
      List<Query.Assertion> assumptions,
      Term broken) {
    String name = action == null ? "" : action.name();
    List<Query.Assertion> assertions = new ArrayList<>(assumptions);
    assertions.add(new Query.Assertion("and yet it is broken", broken));
    String title = Obligation.text(kind, name, claim.claim());
    Query query = new Query(title, specification.atoms().texts(), assertions);
    all.add(new Stated(new Obligation(kind, name, claim.claim(), query), action, paths));
  }
}
