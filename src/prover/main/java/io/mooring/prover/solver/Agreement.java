package io.mooring.prover.solver;

import io.mooring.prover.model.Verdict;
import io.mooring.prover.smt.Instances;
import io.mooring.prover.smt.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The two solvers that must agree, which share no code. */
public final class Agreement {

  private Agreement() {}

  /** The solvers, in the order in which they are asked. */
  public static List<Solver> solvers() {
    return List.of(new Z3Solver(), new SmtInterpolSolver());
  }

  /**
   * What a solver says: of the places alone that the query speaks of, then of all.
   *
   * @param instances the query about these places, if it can be made
   */
  public static Verdict verdict(
      Solver solver, Query query, Optional<Query> instances, Duration limit, int seed) {
    if (instances.isPresent() && solver.decide(instances.get(), limit, seed) == Verdict.PROVEN) {
      return Verdict.PROVEN;
    }
    return solver.decide(query, limit, seed);
  }

  /** Whether all of them say that no values satisfy a query. */
  public static boolean isProven(Query query, Duration limit) {
    Optional<Query> instances = Instances.of(query);
    return solvers().stream()
        .allMatch(each -> verdict(each, query, instances, limit, /* seed= */ 1) == Verdict.PROVEN);
  }
}
