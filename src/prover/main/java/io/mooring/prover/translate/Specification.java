package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.prover.smt.Query;
import io.mooring.prover.smt.Sort;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Context;
import io.mooring.prover.value.Fresh;
import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Shape;
import io.mooring.prover.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A specification as values whose parts are terms: its constants, of which the {@code ASSUME}s say
 * what they are, and any state, of which the conjuncts of an invariant say what it is made of.
 */
final class Specification {

  private final ModuleAst ast;
  private final Extent extent;
  private final Scope root;
  private final Atoms atoms = new Atoms();
  private final Evaluator evaluator;
  private final Primes primes;
  private final Steps steps;
  private final Conjuncts conjuncts;
  private final List<Query.Assertion> assumed = new ArrayList<>();
  private final Map<String, Value> now = new LinkedHashMap<>();
  private final List<Conjuncts.Conjunct> invariant;
  private final List<Query.Assertion> sound = new ArrayList<>();

  /** What is assumed, and what each variable is; what this says of a conjunct by its position. */
  private final List<Term> types = new ArrayList<>();

  private final Map<Integer, Term> typed = new HashMap<>();

  /**
   * Reads a parsed module.
   *
   * @param extent how much of what has no bounds is considered
   * @param invariant conjuncts of it say what each variable is
   */
  Specification(ModuleAst ast, Modules modules, Extent extent, String invariant) {
    Fresh.begin();
    this.ast = ast;
    this.extent = extent;
    root = Scope.of(new ModuleScope(ast, Map.of(), null));
    evaluator = new Evaluator(modules, atoms, Map.of());
    primes = new Primes(modules);
    steps = new Steps(evaluator, primes);
    evaluator.uses(steps);
    conjuncts = new Conjuncts(modules, root);
    defineConstants();
    this.invariant = conjuncts.of(definition(invariant));
    variables(invariant);
  }

  ModuleAst ast() {
    return ast;
  }

  Scope root() {
    return root;
  }

  Atoms atoms() {
    return atoms;
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Primes primes() {
    return primes;
  }

  Steps steps() {
    return steps;
  }

  Conjuncts conjuncts() {
    return conjuncts;
  }

  /** What the {@code ASSUME}s say. */
  List<Query.Assertion> assumed() {
    return assumed;
  }

  /**
   * What holds in a state that satisfies the invariant: that, and what the {@code ASSUME}s say. Of
   * each conjunct those before it are known.
   */
  List<Query.Assertion> sound() {
    if (sound.isEmpty()) {
      sound.addAll(assumed);
      List<Term> facts = new ArrayList<>(types);
      for (int i = 0; i < invariant.size(); i++) {
        Conjuncts.Conjunct each = invariant.get(i);
        Term holds = typed.get(i);
        if (holds == null) {
          holds = Context.knowing(facts, () -> now(each));
          facts.add(holds);
        }
        sound.add(new Query.Assertion(each.claim().toString(), holds));
      }
    }
    return sound;
  }

  /** The values of the variables in any state. */
  Map<String, Value> now() {
    return now;
  }

  /** The values of the declared constants. */
  Map<String, Value> constants() {
    return evaluator.constants();
  }

  /** A definition of the module. */
  Definition definition(String name) {
    return ast.definition(name)
        .orElseThrow(
            () ->
                new UntranslatableException(
                    ast.file().getFileName() + ": there is no definition " + name));
  }

  private Value value(SetValue set, String name) {
    return set.shape().value(Shape.Names.of(name, extent.longest()));
  }

  private void defineConstants() {
    Moment nothing = new Moment(Map.of(), null);
    List<Conjuncts.Conjunct> all = new ArrayList<>();
    ast.assumptions().forEach(each -> all.addAll(conjuncts.of("ASSUME", each)));
    for (Conjuncts.Conjunct each : all) {
      each.equality(Expr.Kind.CONSTANT)
          .ifPresent(
              equal ->
                  evaluator.define(
                      equal.name(), evaluator.value(equal.set(), each.scope(), nothing)));
    }
    for (Conjuncts.Conjunct each : all) {
      each.membership(Expr.Kind.CONSTANT)
          .filter(member -> !evaluator.defines(member.name()))
          .ifPresent(
              member ->
                  evaluator.define(
                      member.name(),
                      value(evaluator.set(member.set(), each.scope(), nothing), member.name())));
    }
    for (ModuleAst.Declaration each : ast.constants()) {
      if (!evaluator.defines(each.name())) {
        evaluator.define(each.name(), new Value.SetOf(anySet(each.name())));
      }
    }
    for (Conjuncts.Conjunct each : all) {
      Term holds =
          Context.knowing(
              types, () -> evaluator.condition(each.expression(), each.scope(), nothing));
      assumed.add(new Query.Assertion(each.claim().toString(), holds));
      types.add(holds);
    }
  }

  /** A constant of which nothing is assumed is a set of values that only differ from each other. */
  private SetValue anySet(String name) {
    Term members = Terms.symbol(name, new Sort.Array(Sort.INT, Sort.BOOL));
    if (extent.longest() >= 0) {
      List<SetValue.Guarded> some = new ArrayList<>();
      for (int i = 1; i <= Math.max(1, extent.longest()); i++) {
        Value element = atoms.model(name.toLowerCase(java.util.Locale.ROOT) + i);
        some.add(new SetValue.Guarded(Terms.select(members, element.scalar()), element));
      }
      return SetValue.guarded(some);
    }
    return SetValue.endless(
        Operators.STRINGS,
        each -> each instanceof Value.Atom atom ? Terms.select(members, atom.term()) : Terms.FALSE);
  }

  private void variables(String name) {
    for (int i = 0; i < invariant.size(); i++) {
      Conjuncts.Conjunct each = invariant.get(i);
      int position = i;
      each.membership(Expr.Kind.VARIABLE)
          .filter(member -> !now.containsKey(member.name()))
          .ifPresent(
              member -> {
                Moment before = new Moment(now, null);
                SetValue set =
                    Context.knowing(types, () -> evaluator.set(member.set(), each.scope(), before));
                now.put(member.name(), value(set, member.name()));
                Term holds = Context.knowing(types, () -> now(each));
                types.add(holds);
                typed.put(position, holds);
              });
    }
    for (ModuleAst.Declaration each : ast.variables()) {
      if (!now.containsKey(each.name())) {
        throw new UntranslatableException(
            name + " does not say what " + each.name() + " is",
            "add a conjunct "
                + each.name()
                + " \\in S before those that mention it, where S is the set of its values",
            each.span());
      }
    }
  }

  /** That a conjunct holds in any state. */
  Term now(Conjuncts.Conjunct conjunct) {
    return evaluator.condition(conjunct.expression(), conjunct.scope(), new Moment(now, null));
  }
}
