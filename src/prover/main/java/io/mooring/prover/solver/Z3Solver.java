package io.mooring.prover.solver;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Status;
import io.mooring.prover.model.Verdict;
import io.mooring.prover.smt.Query;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Z3, whose native library comes with its jar. */
public final class Z3Solver implements Solver {

  @Override
  public String name() {
    return "Z3";
  }

  /**
   * An answer.
   *
   * @param used if it is proven, the positions of the assertions, from 0, that alone no values
   *     satisfy: some that suffice, not the fewest; otherwise empty
   */
  public record Reply(Verdict verdict, Set<Integer> used) {}

  @Override
  public Verdict decide(Query query, Duration limit, int seed) {
    return ask(query, limit, seed).verdict();
  }

  /** Whether some values satisfy a query, and if none do, why not. */
  Reply ask(Query query, Duration limit, int seed) {
    try (Context context = new Context()) {
      com.microsoft.z3.Solver solver = solver(context, limit, seed);
      BoolExpr[] assertions = parsed(context, query);
      if (assertions.length != query.assertions().size()) {
        throw new IllegalStateException("Z3 has read other assertions than it was given");
      }
      Map<Expr<?>, Integer> positions = new HashMap<>();
      for (int i = 0; i < assertions.length; i++) {
        BoolExpr name = context.mkBoolConst("assertion " + i);
        positions.put(name, i);
        solver.assertAndTrack(assertions[i], name);
      }
      Verdict verdict = verdict(solver.check());
      Set<Integer> used = new TreeSet<>();
      if (verdict == Verdict.PROVEN) {
        for (BoolExpr each : solver.getUnsatCore()) {
          used.add(Objects.requireNonNull(positions.get(each)));
        }
      }
      return new Reply(verdict, used);
    }
  }

  /**
   * What is read from values that satisfy a query.
   *
   * @param verdict whether there are any
   * @param read empty if none were found
   */
  public record Values<T>(Verdict verdict, Optional<T> read) {}

  /**
   * Reads values that satisfy a query.
   *
   * @param reading gets the value of any term, as SMT-LIB writes it
   */
  public static <T> Values<T> find(
      Query query, Duration limit, Function<Function<Term, String>, T> reading) {
    try (Context context = new Context()) {
      com.microsoft.z3.Solver solver = solver(context, limit, 1);
      solver.add(parsed(context, query));
      Verdict verdict = verdict(solver.check());
      if (verdict != Verdict.REFUTED) {
        return new Values<>(verdict, Optional.empty());
      }
      Model model = solver.getModel();
      return new Values<>(verdict, Optional.of(reading.apply(term -> value(context, model, term))));
    }
  }

  private static Verdict verdict(Status status) {
    return switch (status) {
      case UNSATISFIABLE -> Verdict.PROVEN;
      case SATISFIABLE -> Verdict.REFUTED;
      case UNKNOWN -> Verdict.UNKNOWN;
    };
  }

  /**
   * Which assertions alone no values satisfy: some that suffice, not the fewest.
   *
   * @param limit the time after which the solver gives up
   * @return their positions in the query, from 0; empty if values were found, or the solver gave up
   */
  public static Optional<Set<Integer>> core(Query query, Duration limit) {
    Reply reply = new Z3Solver().ask(query, limit, 1);
    return reply.verdict() == Verdict.PROVEN ? Optional.of(reply.used()) : Optional.empty();
  }

  private static BoolExpr[] parsed(Context context, Query query) {
    return context.parseSMTLIB2String(query.text(), null, null, null, null);
  }

  private static com.microsoft.z3.Solver solver(Context context, Duration limit, int seed) {
    com.microsoft.z3.Solver solver = context.mkSolver();
    Params params = context.mkParams();
    params.add("timeout", Math.toIntExact(limit.toMillis()));
    params.add("random_seed", seed);
    solver.setParameters(params);
    return solver;
  }

  private static String value(Context context, Model model, Term term) {
    Term probe = Terms.symbol("the value", term.sort());
    Query equality =
        new Query("", Map.of(), List.of(new Query.Assertion("", Terms.equal(probe, term))));
    Expr<?> parsed = parsed(context, equality)[0];
    return model.eval(parsed.getArgs()[1], /* completion= */ true).toString();
  }
}
