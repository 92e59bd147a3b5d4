package io.mooring.prover.solver;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static com.microsoft.z3.Solver asked(
      Context context, Query query, Duration limit, int seed) {
    com.microsoft.z3.Solver solver = context.mkSolver();
    Params params = context.mkParams();
    params.add("timeout", Math.toIntExact(limit.toMillis()));
    params.add("random_seed", seed);
    solver.setParameters(params);
    solver.add(context.parseSMTLIB2String(query.text(), null, null, null, null));
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
