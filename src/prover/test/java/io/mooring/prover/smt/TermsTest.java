package io.mooring.prover.smt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** What is simplified means the same: on random terms, with every value of the names. */
final class TermsTest {

  private static final List<Term> NAMES =
      List.of(
          Terms.symbol("x", Sort.INT),
          Terms.symbol("y", Sort.INT),
          Terms.symbol("p", Sort.BOOL),
          Terms.symbol("q", Sort.BOOL));

  /** A term, and what it must mean; truths are 0 and 1. */
  private record Meant(Term term, ToLongFunction<Map<Term, Long>> meaning) {}

  private final Random random = new Random(1);

  @Test
  void everySimplificationKeepsTheMeaning() {
    int simplified = 0;
    for (int i = 0; i < 20_000; i++) {
      Meant each = truth(1 + random.nextInt(4));
      simplified += each.term().args().isEmpty() ? 1 : 0;
      for (Map<Term, Long> values : values()) {
        assertThat(evaluated(each.term(), values))
            .as("%s with %s", each.term(), values)
            .isEqualTo(each.meaning().applyAsLong(values));
      }
    }
    assertThat(simplified).isBetween(1_000, 19_000);
  }

  @Test
  void oneOfManyMeansTheSameAsATree() {
    assertThat(Terms.either(List.of()).isFalse()).isTrue();
    for (int i = 0; i < 2_000; i++) {
      List<Meant> all = new ArrayList<>();
      for (int size = 1 + random.nextInt(9); size > 0; size--) {
        all.add(truth(1));
      }
      Term tree = Terms.either(all.stream().map(Meant::term).toList());
      for (Map<Term, Long> values : values()) {
        assertThat(evaluated(tree, values))
            .as("%s with %s", tree, values)
            .isEqualTo(all.stream().mapToLong(each -> of(each, values)).max().getAsLong());
      }
    }
  }

  private static List<Map<Term, Long>> values() {
    List<Map<Term, Long>> all = new ArrayList<>();
    for (long x = -1; x <= 2; x++) {
      for (long y = -1; y <= 2; y++) {
        for (long truths = 0; truths < 4; truths++) {
          all.add(
              Map.of(
                  NAMES.get(0),
                  x,
                  NAMES.get(1),
                  y,
                  NAMES.get(2),
                  truths % 2,
                  NAMES.get(3),
                  truths / 2));
        }
      }
    }
    return all;
  }

  private Meant truth(int depth) {
    if (depth == 0) {
      Term name = NAMES.get(2 + random.nextInt(2));
      return new Meant(name, values -> values.get(name));
    }
    Meant a = truth(depth - 1);
    Meant b = truth(depth - 1);
    Meant c = truth(depth - 1);
    Meant m = integer(depth - 1);
    Meant n = integer(depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> new Meant(Terms.not(a.term()), values -> 1 - of(a, values));
      case 1 ->
          new Meant(
              Terms.and(a.term(), b.term(), c.term()),
              values -> of(a, values) * of(b, values) * of(c, values));
      case 2 ->
          new Meant(
              Terms.or(a.term(), b.term(), c.term()),
              values -> Math.max(of(a, values), Math.max(of(b, values), of(c, values))));
      case 3 ->
          new Meant(
              Terms.implies(a.term(), b.term()),
              values -> Math.max(1 - of(a, values), of(b, values)));
      case 4 ->
          new Meant(
              Terms.ite(a.term(), b.term(), c.term()),
              values -> of(a, values) == 1 ? of(b, values) : of(c, values));
      case 5 ->
          new Meant(
              Terms.equal(a.term(), b.term()), values -> of(a, values) == of(b, values) ? 1 : 0);
      case 6 ->
          new Meant(
              Terms.equal(m.term(), n.term()), values -> of(m, values) == of(n, values) ? 1 : 0);
      default ->
          new Meant(
              Terms.atMost(m.term(), n.term()), values -> of(m, values) <= of(n, values) ? 1 : 0);
    };
  }

  private Meant integer(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      long number = random.nextInt(5) - 2L;
      Term name = NAMES.get(random.nextInt(2));
      return random.nextBoolean()
          ? new Meant(Terms.number(number), values -> number)
          : new Meant(name, values -> values.get(name));
    }
    Meant m = integer(depth - 1);
    Meant n = integer(depth - 1);
    Meant a = truth(depth - 1);
    return switch (random.nextInt(3)) {
      case 0 -> new Meant(Terms.plus(m.term(), n.term()), values -> of(m, values) + of(n, values));
      case 1 -> new Meant(Terms.minus(m.term(), n.term()), values -> of(m, values) - of(n, values));
      default ->
          new Meant(
              Terms.ite(a.term(), m.term(), n.term()),
              values -> of(a, values) == 1 ? of(m, values) : of(n, values));
    };
  }

  private static long of(Meant term, Map<Term, Long> values) {
    return term.meaning().applyAsLong(values);
  }

  /** The value of a term, by the rules of SMT-LIB. */
  private static long evaluated(Term term, Map<Term, Long> values) {
    if (term.isTrue() || term.isFalse()) {
      return term.isTrue() ? 1 : 0;
    }
    if (term.isNumber()) {
      return term.number().longValueExact();
    }
    if (term.isSymbol()) {
      return java.util.Objects.requireNonNull(values.get(term));
    }
    long[] args = term.args().stream().mapToLong(each -> evaluated(each, values)).toArray();
    return switch (term.name()) {
      case "not" -> 1 - args[0];
      case "and" -> java.util.Arrays.stream(args).min().orElseThrow();
      case "or" -> java.util.Arrays.stream(args).max().orElseThrow();
      case "=>" -> Math.max(1 - args[0], args[1]);
      case "ite" -> args[0] == 1 ? args[1] : args[2];
      case "=" -> args[0] == args[1] ? 1 : 0;
      case "<=" -> args[0] <= args[1] ? 1 : 0;
      case "+" -> args[0] + args[1];
      case "-" -> args[0] - args[1];
      default -> throw new AssertionError(term.name());
    };
  }
}
