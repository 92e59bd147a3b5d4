package io.mooring.prover.solver;

import io.mooring.prover.model.Verdict;
import io.mooring.prover.smt.Query;
import java.time.Duration;

/** A solver for satisfiability modulo theories. */
public interface Solver {

  /** Its name, for reports. */
  String name();

  /**
   * Whether some values satisfy a query: {@link Verdict#PROVEN} if none do.
   *
   * @param limit the time after which the solver gives up
   * @param seed decides its random choices
   */
  Verdict decide(Query query, Duration limit, int seed);
}
