package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Context;
import io.mooring.prover.value.MeaningException;
import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Value;
import io.mooring.prover.value.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions of a specification to values whose parts are terms.
 *
 * <p>What the language leaves open, a solver may choose, so a proof holds however it is chosen. Two
 * exceptions are as in TLC: of a {@code CASE} the first arm counts whose guard holds, and {@code
 * CHOOSE} is refused unless one value alone can be meant.
 */
final class Evaluator {

  private static final int DEEPEST = 2000;

  private final Modules modules;
  private final Atoms atoms;
  private final Map<String, Value> constants;
  private final Operators operators;
  private final Quantifiers quantifiers;
  private @Nullable Steps steps;
  private int depth;

  /**
   * An evaluator.
   *
   * @param constants the values of the declared constants of the root module
   */
  Evaluator(Modules modules, Atoms atoms, Map<String, Value> constants) {
    this.modules = modules;
    this.atoms = atoms;
    this.constants = new HashMap<>(constants);
    this.operators = new Operators(this);
    this.quantifiers = new Quantifiers(this);
  }

  /** What {@code ENABLED} is evaluated by. */
  void uses(Steps some) {
    steps = some;
  }

  Modules modules() {
    return modules;
  }

  Atoms atoms() {
    return atoms;
  }

  /** Adds a declared constant. */
  void define(String constant, Value value) {
    constants.put(constant, value);
  }

  boolean defines(String constant) {
    return constants.containsKey(constant);
  }

  /** The values of the declared constants of the root module. */
  Map<String, Value> constants() {
    return constants;
  }

  /** A condition. */
  Term condition(Expr expression, Scope scope, Moment moment) {
    Value value = value(expression, scope, moment);
    if (value instanceof Value.Truth truth) {
      return truth.term();
    }
    throw new UntranslatableException(
        value.kind() + " stands where a condition must stand", "", expression.span());
  }

  /** A set. */
  SetValue set(Expr expression, Scope scope, Moment moment) {
    Value value = value(expression, scope, moment);
    if (value instanceof Value.SetOf set) {
      return set.set();
    }
    throw new UntranslatableException(
        value.kind() + " stands where a set must stand", "", expression.span());
  }

  /** Any expression. */
  Value value(Expr expression, Scope scope, Moment moment) {
    if (++depth > DEEPEST) {
      throw new UntranslatableException("a recursion without an end", expression.span());
    }
    try {
      return valueOf(expression, scope, moment);
    } catch (MeaningException wrong) {
      throw new UntranslatableException(wrong.what(), "", expression.span());
    } finally {
      depth--;
    }
  }

  private Value valueOf(Expr expression, Scope scope, Moment moment) {
    if (expression instanceof Expr.Num number) {
      return Value.integer(number.value());
    }
    if (expression instanceof Expr.Str string) {
      return atoms.string(string.value());
    }
    if (expression instanceof Expr.Let let) {
      return value(let.body(), scope.with(let.definitions()), moment);
    }
    if (expression instanceof Expr.Quantified quantified) {
      return quantifiers.value(quantified, scope, moment);
    }
    if (expression instanceof Expr.Instantiated instance) {
      return value(instance.body(), scope.in(modules.instance(instance, scope)), moment);
    }
    if (expression instanceof Expr.At && scope.get("@") instanceof Scope.Bound old) {
      return old.value();
    }
    if (expression instanceof Expr.Unsupported unsupported) {
      throw new UntranslatableException(unsupported.construct(), unsupported.span());
    }
    if (expression instanceof Expr.Apply apply) {
      return applied(apply, scope, moment);
    }
    throw new UntranslatableException("this expression", expression.span());
  }

  private Value applied(Expr.Apply apply, Scope scope, Moment moment) {
    Scope.Meaning meaning = apply.kind() == Expr.Kind.BUILTIN ? null : scope.get(apply.operator());
    if (meaning instanceof Scope.Bound bound) {
      return bound.value();
    }
    if (meaning instanceof Scope.Passed passed) {
      return value(passed.argument(), passed.scope(), moment);
    }
    if (meaning instanceof Scope.Defined defined) {
      Definition definition = defined.definition();
      return value(
          definition.body(), scope.call(definition, apply.args(), defined.scope().get()), moment);
    }
    return switch (apply.kind()) {
      case VARIABLE, CONSTANT -> declared(apply, scope, moment);
      case DEFINED -> defined(apply, scope, moment);
      case PARAMETER ->
          throw new UntranslatableException("the name " + apply.operator(), apply.span());
      case BUILTIN -> builtin(apply, scope, moment);
    };
  }

  private Value declared(Expr.Apply apply, Scope scope, Moment moment) {
    Scope.Passed stands = scope.module().substitute(apply.operator());
    if (stands != null) {
      return value(stands.argument(), stands.scope(), moment);
    }
    Map<String, Value> all = apply.kind() == Expr.Kind.VARIABLE ? moment.now() : constants;
    Value value = all.get(apply.operator());
    if (value != null) {
      return value;
    }
    throw apply.kind() == Expr.Kind.VARIABLE
        ? new UntranslatableException(
            apply.operator() + "' is used before the action has given it a value", "", apply.span())
        : new UntranslatableException(
            "of the constant " + apply.operator() + " nothing is known",
            "write an ASSUME, for example ASSUME " + apply.operator() + " \\in Nat",
            apply.span());
  }

  private Value defined(Expr.Apply apply, Scope scope, Moment moment) {
    Definition definition = scope.module().definition(apply.operator()).orElse(null);
    if (definition == null) {
      return operators.value(apply, scope, moment);
    }
    boolean constant = definition.level() == 0 && definition.parameters().isEmpty();
    Value known = constant ? scope.module().constants().get(definition.name()) : null;
    if (known != null) {
      return known;
    }
    Scope inner = scope.call(definition, apply.args(), Scope.of(scope.module()));
    if (!constant) {
      return value(definition.body(), inner, moment);
    }
    Value value = Context.nowhere(() -> value(definition.body(), inner, moment));
    scope.module().constants().put(definition.name(), value);
    return value;
  }

  private Value builtin(Expr.Apply apply, Scope scope, Moment moment) {
    List<Expr> args = apply.args();
    return switch (apply.operator()) {
      case "TRUE", "FALSE" -> Value.truth(apply.operator().equals("TRUE"));
      case "$ConjList", "\\land" -> new Value.Truth(junction(args, true, scope, moment));
      case "$DisjList", "\\lor" -> new Value.Truth(junction(args, false, scope, moment));
      case "\\lnot", "\\neg", "~" ->
          new Value.Truth(Terms.not(condition(args.get(0), scope, moment)));
      case "=>" -> {
        Term premise = condition(args.get(0), scope, moment);
        yield new Value.Truth(
            premise.isFalse()
                ? Terms.TRUE
                : Terms.implies(
                    premise,
                    Context.knowing(premise, () -> condition(args.get(1), scope, moment))));
      }
      case "\\equiv", "<=>" ->
          new Value.Truth(
              Terms.equal(
                  condition(args.get(0), scope, moment), condition(args.get(1), scope, moment)));
      case "$IfThenElse" -> {
        Term test = condition(args.get(0), scope, moment);
        yield test.isTrue() || test.isFalse()
            ? value(args.get(test.isTrue() ? 1 : 2), scope, moment)
            : Values.ite(
                test,
                Context.knowing(test, () -> value(args.get(1), scope, moment)),
                Context.knowing(Terms.not(test), () -> value(args.get(2), scope, moment)));
      }
      case "$Case" -> arms(apply, scope, moment);
      case "'" -> value(args.get(0), scope, after(moment, apply));
      case "UNCHANGED" -> new Value.Truth(unchanged(args.get(0), scope, moment, apply));
      case "$SquareAct" ->
          new Value.Truth(
              Terms.or(
                  unchanged(args.get(1), scope, moment, apply),
                  condition(args.get(0), scope, moment)));
      case "ENABLED" -> new Value.Truth(enabled(apply, scope, moment));
      default -> operators.value(apply, scope, moment);
    };
  }

  /** All of them, or some of them; as TLC, none after the one that decides. */
  private Term junction(List<Expr> operands, boolean all, Scope scope, Moment moment) {
    Term result = Terms.bool(all);
    for (Expr each : operands) {
      Term before = all ? result : Terms.not(result);
      Term operand = Context.knowing(before, () -> condition(each, scope, moment));
      result = all ? Terms.and(result, operand) : Terms.or(result, operand);
      if (all ? result.isFalse() : result.isTrue()) {
        break;
      }
    }
    return result;
  }

  private Term unchanged(Expr what, Scope scope, Moment moment, Expr.Apply prime) {
    return Values.equal(value(what, scope, moment), value(what, scope, after(moment, prime)));
  }

  private Term enabled(Expr.Apply apply, Scope scope, Moment moment) {
    if (steps == null) {
      throw new UntranslatableException("ENABLED", apply.span());
    }
    return steps.enabled(apply.args().get(0), scope, moment);
  }

  private static Moment after(Moment moment, Expr.Apply prime) {
    if (moment.next() == null) {
      throw new UntranslatableException("a prime outside of an action", prime.span());
    }
    return new Moment(moment.next(), null);
  }

  private Value arms(Expr.Apply arms, Scope scope, Moment moment) {
    return arms(arms.args(), 0, arms.span().line(), scope, moment);
  }

  private Value arms(List<Expr> arms, int first, String place, Scope scope, Moment moment) {
    if (first == arms.size()) {
      return new Value.Unknown(place);
    }
    Expr.Apply pair = (Expr.Apply) arms.get(first);
    Expr guard = pair.args().get(0);
    Term holds = guard instanceof Expr.Other ? Terms.TRUE : condition(guard, scope, moment);
    Supplier<Value> others =
        () -> Context.knowing(Terms.not(holds), () -> arms(arms, first + 1, place, scope, moment));
    if (holds.isFalse()) {
      return others.get();
    }
    Value value = Context.knowing(holds, () -> value(pair.args().get(1), scope, moment));
    if (holds.isTrue()) {
      return value;
    }
    Value other = others.get();
    return other instanceof Value.Unknown && Context.implies(holds)
        ? value
        : Values.ite(holds, value, other);
  }
}
