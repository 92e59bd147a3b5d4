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

  @Override
  public String name() {
    return "SMTInterpol";
  }

  @Override
  public Verdict decide(Query query, Duration limit, int seed) {
    LogProxy silent = new DefaultLogger();
    silent.setLoglevel(LogProxy.LOGLEVEL_OFF);
    OptionMap options = new OptionMap(silent, true);
    Answers answers = new Answers(new SMTInterpol(null, options), options);
    String text =
        "(set-option :timeout "
            + limit.toMillis()
            + ")\n(set-option :random-seed "
            + seed
            + ")\n"
            + query.text();
    try {
      answers.parseStream(new StringReader(text), "query");
    } catch (SMTLIBException wrong) {
      throw new IllegalStateException(
          "SMTInterpol refuses the query: " + wrong.getMessage(), wrong);
    }
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
      throw new IllegalStateException("SMTInterpol refuses the query: " + message);
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
}
