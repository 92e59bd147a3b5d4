package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.prover.smt.Query;
import io.mooring.prover.smt.Sort;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Fresh;
import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Shape;
import io.mooring.prover.value.Value;
import java.util.ArrayList;
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

  /** What holds in a state that satisfies an invariant: that, and what the {@code ASSUME}s say. */
  List<Query.Assertion> sound(String invariant) {
    List<Query.Assertion> sound = new ArrayList<>(assumed);
    for (Conjuncts.Conjunct each : conjuncts.of(definition(invariant))) {
      sound.add(new Query.Assertion(each.claim().toString(), now(each)));
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
      assumed.add(
          new Query.Assertion(
              each.claim().toString(),
              evaluator.condition(each.expression(), each.scope(), nothing)));
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

  private void variables(String invariant) {
    for (Conjuncts.Conjunct each : conjuncts.of(definition(invariant))) {
      each.membership(Expr.Kind.VARIABLE)
          .filter(member -> !now.containsKey(member.name()))
          .ifPresent(
              member ->
                  now.put(
                      member.name(),
                      value(
                          evaluator.set(member.set(), each.scope(), new Moment(now, null)),
                          member.name())));
    }
    for (ModuleAst.Declaration each : ast.variables()) {
      if (!now.containsKey(each.name())) {
        throw new UntranslatableException(
            invariant + " does not say what " + each.name() + " is",
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
