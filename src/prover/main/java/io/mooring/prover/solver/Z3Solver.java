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

  @Override
  public Verdict decide(Query query, Duration limit, int seed) {
    try (Context context = new Context()) {
      return verdict(asked(context, query, limit, seed).check());
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
      com.microsoft.z3.Solver solver = asked(context, query, limit, 1);
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
    try (Context context = new Context()) {
      com.microsoft.z3.Solver solver = solver(context, limit, 1);
      BoolExpr[] assertions = context.parseSMTLIB2String(query.text(), null, null, null, null);
      if (assertions.length != query.assertions().size()) {
        throw new IllegalStateException("Z3 has read other assertions than it was given");
      }
      Map<Expr<?>, Integer> positions = new HashMap<>();
      for (int i = 0; i < assertions.length; i++) {
        BoolExpr name = context.mkBoolConst("assertion " + i);
        positions.put(name, i);
        solver.assertAndTrack(assertions[i], name);
      }
      if (solver.check() != Status.UNSATISFIABLE) {
        return Optional.empty();
      }
      Set<Integer> core = new TreeSet<>();
      for (BoolExpr each : solver.getUnsatCore()) {
        core.add(Objects.requireNonNull(positions.get(each)));
      }
      return Optional.of(core);
    }
  }

  private static com.microsoft.z3.Solver asked(
      Context context, Query query, Duration limit, int seed) {
    com.microsoft.z3.Solver solver = solver(context, limit, seed);
    solver.add(context.parseSMTLIB2String(query.text(), null, null, null, null));
    return solver;
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
    Expr<?> parsed = context.parseSMTLIB2String(equality.text(), null, null, null, null)[0];
    return model.eval(parsed.getArgs()[1], /* completion= */ true).toString();
  }
}
