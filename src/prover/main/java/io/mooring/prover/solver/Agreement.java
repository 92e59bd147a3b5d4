package io.mooring.prover.solver;

import io.mooring.prover.model.Verdict;
import io.mooring.prover.smt.Instances;
import io.mooring.prover.smt.Query;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One query, asked of the two solvers that must agree, which share no code.
 *
 * <p>Z3 is asked first, and says which assertions its proof uses. The other solver is asked whether
 * these alone exclude each other, and only if it does not prove that, about all.
 */
public final class Agreement {

  /** How long Z3 has for quantifiers before it is asked without them. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private static final Z3Solver Z3 = new Z3Solver();
  private static final SmtInterpolSolver SMT_INTERPOL = new SmtInterpolSolver();

  private final Query query;
  private final Duration limit;
  private final Solver second;
  private final Map<Query, Optional<Query>> instancesOf = new HashMap<>();
  private @Nullable Query used;

  /**
   * A query to ask about. For one thread.
   *
   * @param limit the time that a solver has for each answer
   */
  public Agreement(Query query, Duration limit) {
    this(query, limit, SMT_INTERPOL);
  }

  Agreement(Query query, Duration limit, Solver second) {
    this.query = query;
    this.limit = limit;
    this.second = second;
  }

  /** The solvers, in the order in which they are asked. */
  public static List<Solver> solvers() {
    return List.of(Z3, SMT_INTERPOL);
  }

  /** Whether both say that no values satisfy a query. */
  public static boolean isProven(Query query, Duration limit) {
    Agreement agreement = new Agreement(query, limit);
    return solvers().stream()
        .allMatch(each -> agreement.verdict(each, /* seed= */ 1) == Verdict.PROVEN);
  }

  /**
   * What one of the {@link #solvers()} says.
   *
   * @param seed decides its random choices
   */
  public Verdict verdict(Solver solver, int seed) {
    return solver == Z3 ? byZ3(seed) : bySecond(seed);
  }

  private Verdict byZ3(int seed) {
    Verdict atOnce = z3(limit.compareTo(MOMENT) < 0 ? limit : MOMENT, seed);
    return atOnce != Verdict.UNKNOWN ? atOnce : inTurn(Z3, query, seed);
  }

  private Verdict bySecond(int seed) {
    return used != null && inTurn(second, used, seed) == Verdict.PROVEN
        ? Verdict.PROVEN
        : inTurn(second, query, seed);
  }

  /** What a solver says of the places alone that a query speaks of, or else of all. */
  private Verdict inTurn(Solver solver, Query asked, int seed) {
    Optional<Query> instances = instancesOf.computeIfAbsent(asked, Instances::of);
    return instances.isPresent() && solver.decide(instances.get(), limit, seed) == Verdict.PROVEN
        ? Verdict.PROVEN
        : solver.decide(asked, limit, seed);
  }

  private Verdict z3(Duration time, int seed) {
    Z3Solver.Reply reply = Z3.ask(query, time, seed);
    if (used == null && reply.verdict() == Verdict.PROVEN) {
      used = query.only(reply.used());
    }
    return reply.verdict();
  }
}
