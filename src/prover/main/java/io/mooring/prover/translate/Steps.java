package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Context;
import io.mooring.prover.value.Fresh;
import io.mooring.prover.value.MeaningException;
import io.mooring.prover.value.Open;
import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Value;
import io.mooring.prover.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The ways through an action, as TLC takes them: from the left, the first {@code x' = e} gives the
 * variable its value, and every further mention of it is a condition.
 */
final class Steps {

  private final Evaluator evaluator;
  private final Primes primes;

  Steps(Evaluator evaluator, Primes primes) {
    this.evaluator = evaluator;
    this.primes = primes;
  }

  /** All ways from a state; each says what every variable is that the action mentions. */
  List<Path> of(Expr action, Scope scope, Map<String, Value> now) {
    return further(action, scope, now, Path.BEGIN);
  }

  /** All ways through an action, and through what every step must satisfy besides. */
  List<Path> of(Disjuncts.Disjunct action, Scope root, Map<String, Value> now) {
    List<Path> paths = of(action.expression(), action.scope(), now);
    for (Expr each : action.besides()) {
      List<Path> longer = new ArrayList<>();
      paths.forEach(one -> longer.addAll(further(each, root, now, one)));
      paths = longer;
    }
    return paths;
  }

  /** That an action can be taken: some way is open, for some choice. */
  Term enabled(Expr action, Scope scope, Moment moment) {
    List<Term> ways = new ArrayList<>();
    for (Path each : of(action, scope, moment.now())) {
      ways.add(Terms.exists(each.chosen(), each.guard()));
    }
    return Terms.or(ways);
  }

  private List<Path> further(Expr action, Scope scope, Map<String, Value> now, Path path) {
    try {
      return Context.knowing(path.guard(), () -> furtherIn(action, scope, now, path)).stream()
          .filter(Path::isPossible)
          .toList();
    } catch (MeaningException wrong) {
      throw new UntranslatableException(wrong.what(), "", action.span());
    }
  }

  private List<Path> furtherIn(Expr action, Scope scope, Map<String, Value> now, Path path) {
    if (!primes.in(action, scope)) {
      return List.of(path.when(evaluator.condition(action, scope, new Moment(now, path.next()))));
    }
    if (action instanceof Expr.Let let) {
      return further(let.body(), scope.with(let.definitions()), now, path);
    }
    if (action instanceof Expr.Instantiated instance) {
      return further(
          instance.body(), scope.in(evaluator.modules().instance(instance, scope)), now, path);
    }
    if (action instanceof Expr.Quantified quantified
        && quantified.quantifier() == Expr.Quantifier.EXISTS) {
      return some(quantified, 0, 0, scope, now, path);
    }
    if (action instanceof Expr.Apply apply) {
      return applied(apply, scope, now, path);
    }
    return condition(action, scope, now, path);
  }

  private List<Path> condition(Expr action, Scope scope, Map<String, Value> now, Path path) {
    return List.of(path.when(evaluator.condition(action, scope, new Moment(now, path.next()))));
  }

  private List<Path> applied(Expr.Apply apply, Scope scope, Map<String, Value> now, Path path) {
    if (apply.kind() != Expr.Kind.BUILTIN) {
      return named(apply, scope, now, path);
    }
    List<Expr> args = apply.args();
    return switch (apply.operator()) {
      case "$ConjList", "\\land" -> {
        List<Path> paths = List.of(path);
        for (Expr each : args) {
          List<Path> longer = new ArrayList<>();
          paths.forEach(one -> longer.addAll(further(each, scope, now, one)));
          paths = longer;
        }
        yield paths;
      }
      case "$DisjList", "\\lor" -> {
        List<Path> paths = new ArrayList<>();
        args.forEach(each -> paths.addAll(further(each, scope, now, path)));
        yield paths;
      }
      case "$IfThenElse" -> branches(args, scope, now, path);
      case "$Case" -> arms(apply, scope, now, path);
      case "=" -> assigned(apply, scope, now, path);
      case "\\in" -> chosen(apply, scope, now, path);
      case "UNCHANGED" -> unchanged(args.get(0), scope, now, path);
      case "$SquareAct" -> {
        List<Path> paths = new ArrayList<>(further(args.get(0), scope, now, path));
        paths.addAll(unchanged(args.get(1), scope, now, path));
        yield paths;
      }
      default -> condition(apply, scope, now, path);
    };
  }

  private List<Path> named(Expr.Apply apply, Scope scope, Map<String, Value> now, Path path) {
    Scope.Meaning meaning = scope.get(apply.operator());
    if (meaning instanceof Scope.Passed passed) {
      return further(passed.argument(), passed.scope(), now, path);
    }
    if (meaning instanceof Scope.Defined defined) {
      Definition definition = defined.definition();
      return further(
          definition.body(),
          scope.call(definition, apply.args(), defined.scope().get()),
          now,
          path);
    }
    Optional<Definition> found =
        meaning == null && apply.kind() == Expr.Kind.DEFINED
            ? scope.module().definition(apply.operator())
            : Optional.empty();
    return found.isEmpty()
        ? condition(apply, scope, now, path)
        : further(
            found.get().body(),
            scope.call(found.get(), apply.args(), Scope.of(scope.module())),
            now,
            path);
  }

  private List<Path> branches(List<Expr> args, Scope scope, Map<String, Value> now, Path path) {
    Term test = evaluator.condition(args.get(0), scope, new Moment(now, path.next()));
    List<Path> paths = new ArrayList<>();
    if (!test.isFalse()) {
      paths.addAll(further(args.get(1), scope, now, path.when(test)));
    }
    if (!test.isTrue()) {
      paths.addAll(further(args.get(2), scope, now, path.when(Terms.not(test))));
    }
    return paths;
  }

  private List<Path> arms(Expr.Apply arms, Scope scope, Map<String, Value> now, Path path) {
    List<Path> paths = new ArrayList<>();
    Path rest = path;
    for (Expr each : arms.args()) {
      Expr.Apply pair = (Expr.Apply) each;
      Expr guard = pair.args().get(0);
      Term none = rest.guard();
      Term holds =
          guard instanceof Expr.Other
              ? Terms.TRUE
              : Context.knowing(
                  none, () -> evaluator.condition(guard, scope, new Moment(now, path.next())));
      if (!holds.isFalse()) {
        paths.addAll(further(pair.args().get(1), scope, now, rest.when(holds)));
      }
      rest = rest.when(Terms.not(holds));
      if (!rest.isPossible() || Context.knowing(none, () -> Context.implies(holds))) {
        return paths;
      }
    }
    paths.add(anything(rest, now, arms.span().line()));
    return paths;
  }

  /** Where no arm of a {@code CASE} holds, it may allow any step. */
  private static Path anything(Path path, Map<String, Value> now, String place) {
    Value.Unknown open = new Value.Unknown(place);
    Path any = path.when(Open.truth(open));
    for (Map.Entry<String, Value> each : now.entrySet()) {
      if (!path.next().containsKey(each.getKey())) {
        any = any.with(each.getKey(), Open.like(each.getValue(), open));
      }
    }
    return any;
  }

  /** The variable that a primed expression is, if it is one; through the names it stands for. */
  private static Optional<String> primed(Expr expression, Scope scope) {
    return expression instanceof Expr.Apply prime
            && prime.operator().equals("'")
            && prime.kind() == Expr.Kind.BUILTIN
        ? variable(prime.args().get(0), scope)
        : Optional.empty();
  }

  private static Optional<String> variable(Expr expression, Scope scope) {
    if (!(expression instanceof Expr.Apply name) || !name.args().isEmpty()) {
      return Optional.empty();
    }
    if (scope.get(name.operator()) instanceof Scope.Passed passed) {
      return variable(passed.argument(), passed.scope());
    }
    if (name.kind() == Expr.Kind.VARIABLE) {
      Scope.Passed stands = scope.module().substitute(name.operator());
      return stands == null
          ? Optional.of(name.operator())
          : variable(stands.argument(), stands.scope());
    }
    return Optional.empty();
  }

  private List<Path> assigned(Expr.Apply equality, Scope scope, Map<String, Value> now, Path path) {
    Optional<String> variable = primed(equality.args().get(0), scope);
    if (variable.isEmpty() || path.next().containsKey(variable.get())) {
      return condition(equality, scope, now, path);
    }
    return List.of(
        path.with(
            variable.get(),
            evaluator.value(equality.args().get(1), scope, new Moment(now, path.next()))));
  }

  private List<Path> chosen(Expr.Apply member, Scope scope, Map<String, Value> now, Path path) {
    Optional<String> variable = primed(member.args().get(0), scope);
    if (variable.isEmpty() || path.next().containsKey(variable.get())) {
      return condition(member, scope, now, path);
    }
    SetValue set = evaluator.set(member.args().get(1), scope, new Moment(now, path.next()));
    return choices(
        set, variable.get(), path, (value, way) -> List.of(way.with(variable.get(), value)));
  }

  /** What follows from a choice. */
  private interface Continuation {
    List<Path> after(Value value, Path path);
  }

  /** A way for each listed element; or one way, on which the element has a name. */
  private static List<Path> choices(
      SetValue set, String what, Path path, Continuation continuation) {
    List<Path> paths = new ArrayList<>();
    if (set.listed().isPresent()) {
      for (SetValue.Guarded each : set.listed().get()) {
        paths.addAll(continuation.after(each.element(), path.when(each.condition())));
      }
      return paths;
    }
    List<Term> names = new ArrayList<>();
    String name = Fresh.chosen(what);
    Value any =
        set.shape()
            .value(
                (part, sort) -> {
                  Term term = Terms.symbol(part.isEmpty() ? name : name + "." + part, sort);
                  names.add(term);
                  return term;
                });
    return Context.binding(
        names,
        () -> {
          // First, since it mentions all names that the value has.
          Term within = set.contains(any);
          return continuation.after(any, path.when(within).choosing(names));
        });
  }

  private List<Path> some(
      Expr.Quantified exists, int bound, int name, Scope scope, Map<String, Value> now, Path path) {
    if (bound == exists.bounds().size()) {
      return further(exists.body(), scope, now, path);
    }
    Expr.Bound one = exists.bounds().get(bound);
    Expr over = one.set();
    if (over == null) {
      throw new UntranslatableException("a quantifier without a set", exists.span());
    }
    SetValue set = evaluator.set(over, scope, new Moment(now, path.next()));
    if (one.tuple()) {
      return choices(
          set,
          one.names().get(0),
          path,
          (value, way) -> some(exists, bound + 1, 0, scope.with(one.names(), value), now, way));
    }
    boolean last = name + 1 == one.names().size();
    return choices(
        set,
        one.names().get(name),
        path,
        (value, way) ->
            some(
                exists,
                last ? bound + 1 : bound,
                last ? 0 : name + 1,
                scope.with(one.names().get(name), value),
                now,
                way));
  }

  private List<Path> unchanged(Expr what, Scope scope, Map<String, Value> now, Path path) {
    if (what instanceof Expr.Apply tuple && tuple.operator().equals("$Tuple")) {
      Path longer = path;
      for (Expr each : tuple.args()) {
        longer = unchanged(each, scope, now, longer).get(0);
      }
      return List.of(longer);
    }
    Optional<String> variable = variable(what, scope);
    if (variable.isPresent()) {
      String name = variable.get();
      Value before = Objects.requireNonNull(now.get(name));
      Value after = path.next().get(name);
      return List.of(
          after == null ? path.with(name, before) : path.when(Values.equal(before, after)));
    }
    if (what instanceof Expr.Apply apply && apply.kind() != Expr.Kind.BUILTIN) {
      Scope.Meaning meaning = scope.get(apply.operator());
      if (meaning instanceof Scope.Passed passed) {
        return unchanged(passed.argument(), passed.scope(), now, path);
      }
      Optional<Definition> found = scope.module().definition(apply.operator());
      if (found.isPresent() && found.get().parameters().isEmpty()) {
        return unchanged(found.get().body(), Scope.of(scope.module()), now, path);
      }
    }
    if (what instanceof Expr.Instantiated instance) {
      return unchanged(
          instance.body(), scope.in(evaluator.modules().instance(instance, scope)), now, path);
    }
    throw new UntranslatableException("UNCHANGED of something that is no variable", what.span());
  }
}
