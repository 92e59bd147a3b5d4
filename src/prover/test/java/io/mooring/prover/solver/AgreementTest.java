package io.mooring.prover.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.prover.model.Verdict;
import io.mooring.prover.smt.Query;
import io.mooring.prover.smt.Sort;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the two solvers are asked, and what they say. */
class AgreementTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Term X = Terms.symbol("x", Sort.INT);
  private static final Term Y = Terms.symbol("y", Sort.INT);
  private static final Term X_IS_LARGE = Terms.less(Terms.number(7), X);
  private static final Term X_IS_SMALL = Terms.less(X, Terms.number(3));

  @Test
  void aProofUsesTheAssertionsThatExcludeEachOther() {
    Query query = query(Terms.less(X, Y), X_IS_LARGE, Terms.less(Y, X), X_IS_SMALL);

    Z3Solver.Reply reply = new Z3Solver().ask(query, LIMIT, 1);

    assertThat(reply.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(reply.used()).isIn(Set.of(0, 2), Set.of(1, 3));
    assertThat(verdicts(query.only(reply.used()))).containsOnly(Verdict.PROVEN);
    assertThat(verdicts(query.without(reply.used()))).containsOnly(Verdict.PROVEN);
  }

  @Test
  void theSecondSolverIsAskedAboutWhatTheProofOfTheFirstUses() {
    Asked second = new Asked(Verdict.PROVEN);

    assertThat(verdicts(query(X_IS_LARGE, Terms.less(X, Y), X_IS_SMALL), second))
        .containsExactly(Verdict.PROVEN, Verdict.PROVEN);

    assertThat(second.terms).containsExactly(List.of(X_IS_LARGE, X_IS_SMALL));
  }

  @Test
  void ifThatIsNotEnoughForItTheSecondSolverIsAskedAboutAll() {
    Asked second = new Asked(Verdict.UNKNOWN);

    assertThat(verdicts(query(X_IS_LARGE, Terms.less(X, Y), X_IS_SMALL), second))
        .containsExactly(Verdict.PROVEN, Verdict.UNKNOWN);

    assertThat(second.terms)
        .containsExactly(
            List.of(X_IS_LARGE, X_IS_SMALL), List.of(X_IS_LARGE, Terms.less(X, Y), X_IS_SMALL));
  }

  @Test
  void whatTheFirstDoesNotProveTheSecondIsAskedInFull() {
    Query query = query(X_IS_LARGE, Terms.less(X, Y));

    assertThat(verdicts(query)).containsExactly(Verdict.REFUTED, Verdict.REFUTED);
    assertThat(Agreement.isProven(query, LIMIT)).isFalse();
  }

  private static List<Verdict> verdicts(Query query) {
    Agreement agreement = new Agreement(query, LIMIT);
    return Agreement.solvers().stream().map(each -> agreement.verdict(each, 1)).toList();
  }

  private static List<Verdict> verdicts(Query query, Asked second) {
    Agreement agreement = new Agreement(query, LIMIT, second);
    return List.of(agreement.verdict(Agreement.solvers().get(0), 1), agreement.verdict(second, 1));
  }

  /** A solver that always says the same, and remembers what it was asked. */
  private static final class Asked implements Solver {

    private final Verdict verdict;
    private final List<List<Term>> terms = new ArrayList<>();

    Asked(Verdict verdict) {
      this.verdict = verdict;
    }

    @Override
    public String name() {
      return "asked";
    }

    @Override
    public Verdict decide(Query query, Duration limit, int seed) {
      terms.add(query.assertions().stream().map(Query.Assertion::term).toList());
      return verdict;
    }
  }

  private static Query query(Term... terms) {
    return new Query(
        "a test",
        Map.of(),
        Stream.of(terms).map(each -> new Query.Assertion("a part", each)).toList());
  }
}
