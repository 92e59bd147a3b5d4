package io.mooring.prover.solver;

import de.uni_freiburg.informatik.ultimate.logic.SMTLIBException;
import de.uni_freiburg.informatik.ultimate.smtinterpol.DefaultLogger;
import de.uni_freiburg.informatik.ultimate.smtinterpol.LogProxy;
import de.uni_freiburg.informatik.ultimate.smtinterpol.option.OptionMap;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.ParseEnvironment;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import io.mooring.prover.model.Verdict;
import io.mooring.prover.smt.Query;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** SMTInterpol, which is written in Java. */
public final class SmtInterpolSolver implements Solver {

  /**
   * How often it is asked if it fails with a fault of its own: it modifies a table while it reads
   * it, if memory is freed meanwhile.
   */
  private static final int TRIES = 3;

  @Override
  public String name() {
    return "SMTInterpol";
  }

  @Override
  public Verdict decide(Query query, Duration limit, int seed) {
    String text =
        "(set-option :timeout "
            + limit.toMillis()
            + ")\n(set-option :random-seed "
            + seed
            + ")\n"
            + query.text();
    for (int i = 0; i < TRIES; i++) {
      try {
        return verdict(text);
      } catch (SMTLIBException failed) {
        if (failed.getCause() instanceof RefusedException refused) {
          throw refused;
        }
      }
    }
    return Verdict.UNKNOWN;
  }

  private static Verdict verdict(String text) {
    LogProxy silent = new DefaultLogger();
    silent.setLoglevel(LogProxy.LOGLEVEL_OFF);
    OptionMap options = new OptionMap(silent, true);
    Answers answers = new Answers(new SMTInterpol(null, options), options);
    answers.parseStream(new StringReader(text), "query");
    return answers.verdict();
  }

  private static final class Answers extends ParseEnvironment {

    private final List<String> all = new ArrayList<>();

    Answers(SMTInterpol script, OptionMap options) {
      super(script, options);
    }

    @Override
    public void printResponse(Object response) {
      all.add(String.valueOf(response));
    }

    @Override
    public void printSuccess() {}

    @Override
    public void printError(String message) {
      throw new RefusedException(message);
    }

    Verdict verdict() {
      String last = all.isEmpty() ? "" : all.get(all.size() - 1);
      return switch (last) {
        case "unsat" -> Verdict.PROVEN;
        case "sat" -> Verdict.REFUTED;
        default -> Verdict.UNKNOWN;
      };
    }
  }

  /** The text is none that it can read. */
  private static final class RefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super("SMTInterpol refuses the query: " + message);
    }
  }
}
