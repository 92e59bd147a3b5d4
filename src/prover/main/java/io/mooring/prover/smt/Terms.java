package io.mooring.prover.smt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes terms, and simplifies what is known without a solver. */
public final class Terms {

  /** {@code true}. */
  public static final Term TRUE = truth("true");

  /** {@code false}. */
  public static final Term FALSE = truth("false");

  private static final Term ZERO = number(0);

  private static final int MOST_BRANCHES = 64;

  private Terms() {}

  private static Term truth(String name) {
    return Term.of(Term.Form.TRUTH, name, Sort.BOOL, List.of(), List.of());
  }

  /** {@code true} or {@code false}. */
  public static Term bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** A number. */
  public static Term number(long value) {
    return number(BigInteger.valueOf(value));
  }

  /** A number. */
  public static Term number(BigInteger value) {
    return Term.of(Term.Form.NUMBER, value.toString(), Sort.INT, List.of(), List.of());
  }

  /** A name of this sort. */
  public static Term symbol(String name, Sort sort) {
    return Term.of(Term.Form.SYMBOL, name, sort, List.of(), List.of());
  }

  private static Term apply(String operator, Sort sort, Term... args) {
    return Term.of(Term.Form.APPLY, operator, sort, List.of(args), List.of());
  }

  /** The negation. */
  public static Term not(Term operand) {
    if (operand.isTrue() || operand.isFalse()) {
      return bool(operand.isFalse());
    }
    return operand.is("not") ? operand.args().get(0) : apply("not", Sort.BOOL, operand);
  }

  /** All of them. */
  public static Term and(Term... operands) {
    return and(List.of(operands));
  }

  /** All of them. */
  public static Term and(Collection<Term> operands) {
    return Junction.of(true, operands);
  }

  /** Some of them. */
  public static Term or(Term... operands) {
    return or(List.of(operands));
  }

  /** Some of them. */
  public static Term or(Collection<Term> operands) {
    return Junction.of(false, operands);
  }

  /**
   * Some of them, as they are: for so many that a look at each would take long. They are made into
   * a tree, so that no term is deep.
   */
  public static Term either(List<Term> operands) {
    return switch (operands.size()) {
      case 0 -> FALSE;
      case 1 -> operands.get(0);
      default -> {
        int middle = operands.size() / 2;
        yield implies(
            not(either(operands.subList(0, middle))),
            either(operands.subList(middle, operands.size())));
      }
    };
  }

  /** {@code premise => conclusion}. */
  public static Term implies(Term premise, Term conclusion) {
    if (premise.isTrue() || conclusion.isTrue()) {
      return conclusion;
    }
    if (premise.isFalse() || premise.equals(conclusion)) {
      return TRUE;
    }
    return conclusion.isFalse() ? not(premise) : apply("=>", Sort.BOOL, premise, conclusion);
  }

  /** One of two terms of one sort. */
  public static Term ite(Term condition, Term then, Term otherwise) {
    if (condition.isTrue() || then.equals(otherwise)) {
      return then;
    }
    if (condition.isFalse()) {
      return otherwise;
    }
    if (then.sort().equals(Sort.BOOL)) {
      if (then.isTrue() || otherwise.isTrue()) {
        return then.isTrue() ? or(condition, otherwise) : implies(condition, then);
      }
      if (then.isFalse() || otherwise.isFalse()) {
        return then.isFalse() ? and(not(condition), otherwise) : and(condition, then);
      }
    }
    return apply("ite", then.sort(), condition, then, otherwise);
  }

  /** Equality of two terms of one sort. */
  public static Term equal(Term left, Term right) {
    if (left.equals(right)) {
      return TRUE;
    }
    if (left.isNumber() && !right.isNumber()) {
      return equal(/* left= */ right, /* right= */ left);
    }
    if (left.sort().equals(Sort.INT) && base(left).equals(base(right))) {
      return FALSE;
    }
    if (left.sort().equals(Sort.BOOL)) {
      if (left.isTrue() || left.isFalse()) {
        return left.isTrue() ? right : not(right);
      }
      if (right.isTrue() || right.isFalse()) {
        return right.isTrue() ? left : not(left);
      }
    }
    if (right.isNumber() && isChoiceOfNumbers(left)) {
      return branch(left, each -> equal(each, right));
    }
    if (isWithNumber(left) && (right.isNumber() || isWithNumber(right))) {
      return equal(base(left), plus(right, number(added(left).negate())));
    }
    return apply("=", Sort.BOOL, left, right);
  }

  /** What holds of each branch of a choice. */
  private static Term branch(Term choice, UnaryOperator<Term> test) {
    return choice.is("ite")
        ? ite(
            choice.args().get(0),
            branch(choice.args().get(1), test),
            branch(choice.args().get(2), test))
        : test.apply(choice);
  }

  /** Whether all branches of a choice are numbers, so that a comparison decides them at once. */
  private static boolean isChoiceOfNumbers(Term term) {
    return term.is("ite") && branches(term, new ArrayList<>()) != null;
  }

  private static @Nullable List<Term> branches(Term term, List<Term> found) {
    if (term.isNumber()) {
      found.add(term);
      return found.size() > MOST_BRANCHES ? null : found;
    }
    return term.is("ite")
            && branches(term.args().get(1), found) != null
            && branches(term.args().get(2), found) != null
        ? found
        : null;
  }

  /** {@code left <= right}. */
  public static Term atMost(Term left, Term right) {
    if (base(left).equals(base(right))) {
      return bool(added(left).compareTo(added(right)) <= 0);
    }
    if (right.isNumber() && isChoiceOfNumbers(left)) {
      return branch(left, each -> atMost(each, right));
    }
    if (left.isNumber() && isChoiceOfNumbers(right)) {
      return branch(right, each -> atMost(left, each));
    }
    if (isWithNumber(left) && (right.isNumber() || isWithNumber(right))) {
      return atMost(base(left), plus(right, number(added(left).negate())));
    }
    if (left.isNumber() && isWithNumber(right)) {
      return atMost(plus(left, number(added(right).negate())), base(right));
    }
    return apply("<=", Sort.BOOL, left, right);
  }

  /** The part of a sum that is no number: zero for a number alone. */
  static Term base(Term sum) {
    return sum.isNumber() ? ZERO : isWithNumber(sum) ? sum.args().get(0) : sum;
  }

  /** The number in a sum: zero if it has none. */
  static BigInteger added(Term sum) {
    return sum.isNumber()
        ? sum.number()
        : isWithNumber(sum) ? sum.args().get(1).number() : BigInteger.ZERO;
  }

  private static boolean isWithNumber(Term sum) {
    return sum.is("+") && sum.args().get(1).isNumber();
  }

  /** {@code left < right}. */
  public static Term less(Term left, Term right) {
    return not(atMost(/* left= */ right, /* right= */ left));
  }

  /** The sum. */
  public static Term plus(Term left, Term right) {
    if (left.isNumber() && right.isNumber()) {
      return number(left.number().add(right.number()));
    }
    if (left.isNumber() && left.number().signum() == 0) {
      return right;
    }
    if (right.isNumber() && right.number().signum() == 0) {
      return left;
    }
    if (right.isNumber() && isChoiceOfNumbers(left)) {
      return branch(left, each -> plus(each, right));
    }
    if (right.isNumber() && left.is("+") && left.args().get(1).isNumber()) {
      return plus(left.args().get(0), plus(left.args().get(1), right));
    }
    if (left.isNumber()) {
      return plus(/* left= */ right, /* right= */ left);
    }
    return apply("+", Sort.INT, left, right);
  }

  /** The difference. */
  public static Term minus(Term left, Term right) {
    if (right.isNumber()) {
      return plus(left, number(right.number().negate()));
    }
    return base(left).equals(base(right))
        ? number(added(left).subtract(added(right)))
        : apply("-", Sort.INT, left, right);
  }

  /** The product, of which at least one factor is a number for a solver to be good at it. */
  public static Term times(Term left, Term right) {
    return left.isNumber() && right.isNumber()
        ? number(left.number().multiply(right.number()))
        : apply("*", Sort.INT, left, right);
  }

  /** The quotient, rounded down, for a positive divisor. */
  public static Term div(Term left, Term right) {
    if (left.isNumber() && right.isNumber()) {
      BigInteger[] parts = left.number().divideAndRemainder(right.number());
      return number(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }
    return apply("div", Sort.INT, left, right);
  }

  /** The remainder, never negative, for a positive divisor. */
  public static Term mod(Term left, Term right) {
    return left.isNumber() && right.isNumber()
        ? number(left.number().mod(right.number()))
        : apply("mod", Sort.INT, left, right);
  }

  /** What an array has at an index. */
  public static Term select(Term array, Term index) {
    return apply("select", ((Sort.Array) array.sort()).value(), array, index);
  }

  /** {@code body} for all values of the names. */
  public static Term forAll(List<Term> names, Term body) {
    return quantified("forall", names, body);
  }

  /** {@code body} for some values of the names. */
  public static Term exists(List<Term> names, Term body) {
    return quantified("exists", names, body);
  }

  /**
   * A quantifier whose names say how deep it is, so that formulas which differ in nothing but these
   * names are equal.
   */
  private static Term quantified(String quantifier, List<Term> names, Term body) {
    Set<Term> free = body.free();
    List<Term> used = names.stream().filter(free::contains).toList();
    if (used.isEmpty()) {
      return body;
    }
    int depth = body.depth();
    Map<Term, Term> renamed = new HashMap<>();
    List<Term> bound = new ArrayList<>();
    for (Term each : used) {
      Term name = symbol("?" + ++depth, each.sort());
      renamed.put(each, name);
      bound.add(name);
    }
    Term inner = new Substitution(renamed).in(body);
    return Term.of(Term.Form.QUANTIFIED, quantifier, Sort.BOOL, List.of(inner), bound);
  }

  /** The same operator or quantifier with other arguments, simplified where that is possible. */
  static Term rebuilt(Term term, List<Term> args) {
    if (term.form() == Term.Form.QUANTIFIED) {
      return Term.of(term.form(), term.name(), term.sort(), args, term.bound());
    }
    return switch (term.name()) {
      case "not" -> not(args.get(0));
      case "and" -> and(args);
      case "or" -> or(args);
      case "=>" -> implies(args.get(0), args.get(1));
      case "ite" -> ite(args.get(0), args.get(1), args.get(2));
      case "=" -> equal(args.get(0), args.get(1));
      case "<=" -> atMost(args.get(0), args.get(1));
      case "+" -> plus(args.get(0), args.get(1));
      case "-" -> minus(args.get(0), args.get(1));
      default -> Term.of(term.form(), term.name(), term.sort(), args, List.of());
    };
  }

  /**
   * A number that an integer term never exceeds, if that can be seen from its text: the largest of
   * the numbers that it chooses from.
   *
   * @return null if it cannot be seen
   */
  public static @Nullable BigInteger greatest(Term term) {
    List<Term> all = branches(term, new ArrayList<>());
    return all == null
        ? null
        : all.stream().map(Term::number).max(BigInteger::compareTo).orElseThrow();
  }
}
