package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.SearchOptions;
import io.mooring.checker.tlc.SearchResult;
import io.mooring.checker.tlc.SearchResult.Limit;
import io.mooring.checker.tlc.SearchResult.Simulated;
import io.mooring.checker.tlc.Simulation;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.tool.impl.FastTool;
import tlc2.util.IdThread;

/** Checks random behaviours of a specification instead of all. */
final class SimulationRun {

  private static final long SECOND = 1_000;

  private final Specification specification;
  private final FastTool tool;
  private final Printer printer;
  private final Limits limits;
  private final Simulation simulation;
  private final Recording recording = new Recording();
  private final CheckObserver watch;
  private final ResultBuilder report;
  private volatile boolean stopped;

  SimulationRun(Specification specification, Printer printer, Limits limits) throws TlcException {
    this.specification = specification;
    this.tool = specification.tool();
    this.printer = printer;
    this.limits = limits;
    SearchOptions search = specification.place().search();
    this.simulation = search.simulation().orElseThrow();
    this.watch = new CheckObserver(specification, printer);
    this.report = new ResultBuilder(specification, recording, watch);
  }

  CheckResult check(CheckProgress progress) throws TlcException {
    Family.LOADED.record(recording);
    try {
      CoverageTree.prepare(specification);
      RandomBehaviours behaviours =
          new RandomBehaviours(
              specification,
              recording,
              watch,
              simulation,
              () -> stopped || limits.reached().isPresent());
      int code = run(behaviours, progress);
      ProcessCalls.throwIfEnded();
      return result(code, behaviours);
    } catch (ProcessCalls.Ended ended) {
      throw new TlcException(
          specification.place().module()
              + ": TLC gave up, or a Java class that replaces an operator wanted to end the process",
          ended);
    } finally {
      TLCGlobals.mainChecker = null;
      ProcessCalls.end();
    }
  }

  /** Simulates on one of TLC's threads, as its operators expect. */
  private int run(RandomBehaviours behaviours, CheckProgress progress) throws TlcException {
    CompletableFuture<Integer> end = new CompletableFuture<>();
    IdThread thread =
        new IdThread(
            () -> {
              try {
                end.complete(behaviours.run());
              } catch (RuntimeException | Error failure) {
                end.completeExceptionally(failure);
              }
            },
            "mooring-tlc-simulation",
            0);
    thread.setDaemon(true);
    thread.start();
    try {
      while (true) {
        try {
          return end.get(SECOND, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          progress.simulated(behaviours.simulated().behaviours(), behaviours.simulated().steps());
          stopped |= progress.enough(0);
        }
      }
    } catch (InterruptedException interrupted) {
      stopped = true;
      Thread.currentThread().interrupt();
      throw new TlcException("The check was interrupted", interrupted);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof ProcessCalls.Ended && limits.reached().isPresent()) {
        return EC.NO_ERROR;
      }
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw new TlcException(
          specification.place().module()
              + ": the simulation failed: "
              + EvaluationErrors.text(failure.getCause() == null ? failure : failure.getCause()),
          failure);
    }
  }

  private CheckResult result(int code, RandomBehaviours behaviours) throws TlcException {
    var printed = printer.end();
    boolean ended = ProcessCalls.resumeEvaluation();
    Simulated simulated = behaviours.simulated();
    Judgement judgement = new Judgement(specification, recording, watch);
    CheckOutcome outcome = outcome(code, simulated, judgement, ended);
    report.warnings(outcome, judgement, behaviours.generated());
    unchecked(outcome);
    Optional<Limit> limit =
        outcome.verdict() == Verdict.STOPPED ? limits.reached() : Optional.empty();
    boolean hasTrace = code != EC.NO_ERROR && outcome.verdict() != Verdict.STOPPED;
    Optional<Trace> trace =
        hasTrace
            ? new Traces(specification)
                .of(recording.trace(), recording.aliases(), recording.loopTo())
            : Optional.empty();
    return report.of(
        outcome,
        new ResultBuilder.Figures(
            0, behaviours.generated(), simulated.steps(), simulated.longest()),
        trace,
        new SearchResult(
            1,
            specification.checksDeadlock(),
            limit,
            Optional.of(simulated),
            watch.coverage(recording),
            List.of()),
        printed);
  }

  private CheckOutcome outcome(
      int code, Simulated simulated, Judgement judgement, boolean evaluationEnded)
      throws TlcException {
    Optional<Limit> limit = limits.reached();
    if (limit.isPresent()
        && (code == EC.NO_ERROR || (evaluationEnded && !ErrorCodes.isFinding(code)))) {
      return CheckOutcome.stopped(
          limit.get().message(specification.place().search())
              + String.format(
                  Locale.ROOT,
                  "; %,d of %,d behaviours were simulated",
                  simulated.behaviours(),
                  simulation.behaviours()));
    }
    if (code != EC.NO_ERROR) {
      return new ErrorCodes(specification, recording).of(code);
    }
    if (stopped) {
      return CheckOutcome.STOPPED;
    }
    CheckOutcome judged = judgement.success();
    if (judged.verdict() != Verdict.SUCCESS) {
      return judged;
    }
    if (simulated.behaviours() == 0 || isJudgedByTimeAlone()) {
      return new CheckOutcome(
          Verdict.NOTHING_JUDGED,
          Optional.empty(),
          Optional.empty(),
          simulated.behaviours() == 0
              ? "0 behaviours were simulated, so nothing was judged"
              : "A simulation checks no temporal property, and nothing else was to be checked");
    }
    return new CheckOutcome(
        Verdict.SIMULATED,
        Optional.empty(),
        Optional.empty(),
        String.format(
            Locale.ROOT,
            "Nothing is violated in %,d random %s of at most %,d states (seed %d); of all others nothing is known",
            simulated.behaviours(),
            simulated.behaviours() == 1 ? "behaviour" : "behaviours",
            simulation.depth(),
            simulation.seed()));
  }

  /** Whether temporal properties alone were requested, which a simulation does not check. */
  private boolean isJudgedByTimeAlone() {
    return !tool.livenessIsTrue()
        && tool.getInvariants().length == 0
        && tool.getImpliedActions().length == 0
        && tool.getImpliedInits().length == 0
        && !specification.checksDeadlock();
  }

  private void unchecked(CheckOutcome outcome) throws TlcException {
    if (outcome.verdict() != Verdict.STOPPED) {
      unchecked(
          "temporal properties", new ErrorCodes(specification, recording).temporalProperties());
      unchecked(
          "what must be true when all is done",
          ConfigFile.read(specification.place().config()).atEnd());
    }
  }

  private void unchecked(String what, List<String> names) {
    if (!names.isEmpty()) {
      report.warn(
          String.format(
              Locale.ROOT,
              "%s: a simulation does not check %s, so nothing is known of %s",
              specification.place().userConfig(),
              what,
              String.join(", ", names)));
    }
  }
}
