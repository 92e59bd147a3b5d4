package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.DeepStack;
import io.mooring.checker.tlc.Printed;
import io.mooring.checker.tlc.SaysNothing;
import io.mooring.checker.tlc.SearchResult;
import io.mooring.checker.tlc.SearchResult.Limit;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.NoSuchObjectException;
import java.rmi.server.UnicastRemoteObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.tool.ModelChecker;
import tlc2.tool.TLCState;
import tlc2.tool.WorkerException;
import tlc2.tool.fp.FPSet;
import tlc2.tool.impl.FastTool;

/** Runs TLC's breadth-first model checker on one specification. */
final class Checker {

  private static final Set<Verdict> WITHOUT_TRACE =
      EnumSet.of(
          Verdict.SUCCESS, Verdict.NOTHING_JUDGED, Verdict.STOPPED, Verdict.POSTCONDITION_FAILURE);

  private final Specification specification;
  private final FastTool tool;
  private final Printer printer;
  private final Recording recording = new Recording();
  private final Limits limits;
  private final CheckObserver watch;
  private final ResultBuilder report;
  private @Nullable DepthQueue cut;
  private volatile boolean stopped;

  Checker(Specification specification, Printer printer, Limits limits) throws TlcException {
    this.specification = specification;
    this.printer = printer;
    this.tool = specification.tool();
    this.limits = limits;
    this.watch = new CheckObserver(specification, printer);
    this.report = new ResultBuilder(specification, recording, watch);
  }

  CheckResult check(CheckProgress progress) throws TlcException {
    List<String> hold = new Stateless(tool).holding();
    if (!hold.isEmpty() && !isSearch()) {
      throw new SaysNothing(hold);
    }
    Family.LOADED.record(recording);
    printer.onlySearching(recording::isSearching);
    FPSet fingerprints = null;
    try {
      FPSet memory = new Fingerprints();
      fingerprints = memory;
      TLCGlobals.setNumWorkers(workers());
      // A run that ends leaves nothing behind, so none can be taken up again.
      TLCGlobals.chkptDuration = 0;
      // Otherwise it depends on the machine's speed in which part of the graph a violation is
      // found.
      TLCGlobals.lnCheck = "final";
      ModelChecker checker = checker(memory);
      watch.stopWith((before, after) -> stop(checker, before, after));
      watch.recordWith((before, after) -> behaviour(checker, before, after));
      TLCGlobals.mainChecker = checker;
      int code = run(checker, progress);
      ProcessCalls.throwIfEnded();
      return result(code, checker);
    } catch (ProcessCalls.Ended ended) {
      throw new TlcException(
          specification.place().module()
              + ": TLC gave up, or a Java class that replaces an operator wanted to end the process: "
              + lastWords(),
          ended);
    } catch (RuntimeException | StackOverflowError failure) {
      throw EvaluationErrors.evaluation(specification.place(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new TlcException("The check was interrupted", interrupted);
    } catch (Exception failure) {
      throw new TlcException(
          specification.place().module() + ": the check failed: " + EvaluationErrors.text(failure),
          failure);
    } finally {
      TLCGlobals.mainChecker = null;
      unexport(fingerprints);
      ProcessCalls.end();
    }
  }

  /** Of temporal properties some checkers miss violations when they have several workers. */
  private int workers() {
    return tool.livenessIsTrue() || !Family.LOADED.decidesTemporalPropertiesWithOneWorker()
        ? specification.place().search().workers()
        : 1;
  }

  private boolean isSearch() {
    return specification.place().watching().searches();
  }

  /** Ends a search the way in which TLC ends one at a violation, and has the behaviour recorded. */
  private static void stop(ModelChecker checker, TLCState before, TLCState after) {
    synchronized (checker) {
      if (checker.setErrState(before, after, false, EC.NO_ERROR)) {
        try {
          checker.trace.printTrace(before, after);
        } catch (IOException | WorkerException failure) {
          throw new IllegalStateException("the behaviour cannot be read back", failure);
        }
        checker.theStateQueue.finishAll();
        checker.notifyAll();
      }
    }
  }

  /** A behaviour that ends with a step, while the search goes on. */
  private List<TLCState> behaviour(ModelChecker checker, TLCState before, TLCState after) {
    synchronized (checker) {
      try {
        checker.trace.printTrace(before, after);
        return recording.trace();
      } catch (IOException | WorkerException failure) {
        throw new IllegalStateException("the behaviour cannot be read back", failure);
      }
    }
  }

  private ModelChecker checker(FPSet fingerprints) throws Exception {
    Path states = Files.createDirectory(specification.place().folder().resolve("states"));
    OptionalInt depth = specification.place().search().depth();
    return new ModelChecker(
        tool,
        states.toString(),
        watch,
        specification.checksDeadlock() && !isSearch(),
        null,
        CompletableFuture.completedFuture(fingerprints),
        System.currentTimeMillis()) {
      {
        if (depth.isPresent()) {
          cut = DepthQueue.in(this, workers, depth.getAsInt());
        }
      }

      @Override
      public boolean setErrState(
          @Nullable TLCState current, @Nullable TLCState next, boolean keep, int code) {
        // Replay evaluates what TLC would evaluate again to find the position.
        boolean isFirst = super.setErrState(current, next, false, code);
        if (isFirst) {
          printer.end();
          if (code == EC.GENERAL && current != null) {
            show(this, current);
          }
        }
        return isFirst;
      }
    };
  }

  /** TLC shows no behaviour for what it did not expect, such as an expression too deep for Java. */
  private static void show(ModelChecker checker, TLCState last) {
    try {
      checker.trace.printTrace(last, null);
    } catch (IOException | WorkerException failure) {
      // Then the failure is reported without it.
    }
  }

  private int run(ModelChecker checker, CheckProgress progress) throws Exception {
    DeepStack.whenAThreadIsLost(
        () -> {
          stopped = true;
          checker.stop();
        });
    recording.endWhen(() -> limits.reached().isPresent());
    limits.stopWith(checker::stop);
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "mooring-tlc-progress");
              thread.setDaemon(true);
              // Full memory may end it; the check continues, and reports less progress.
              thread.setUncaughtExceptionHandler((lost, why) -> {});
              return thread;
            });
    try {
      ScheduledFuture<?> ticks =
          clock.scheduleAtFixedRate(
              () -> tick(checker, progress), 500, 1000, TimeUnit.MILLISECONDS);
      int code = search(checker);
      ticks.cancel(false);
      return code;
    } finally {
      clock.shutdown();
      clock.awaitTermination(1, TimeUnit.MINUTES);
      checker.theStateQueue.finishAll();
      QueueThreads.end();
    }
  }

  private int search(ModelChecker checker) throws Exception {
    try {
      return checker.modelCheck();
    } catch (Recording.TooDeep atStart) {
      checker.trace.close();
      return EC.GENERAL;
    } catch (ProcessCalls.Ended ended) {
      if (limits.reached().isEmpty()) {
        throw ended;
      }
      return EC.NO_ERROR;
    }
  }

  private void tick(ModelChecker checker, CheckProgress progress) {
    long distinct = checker.getDistinctStatesGenerated();
    progress.update(distinct, checker.getStatesGenerated(), checker.getStateQueueSize());
    if (progress.enough(distinct)) {
      stopped = true;
      checker.stop();
    }
  }

  /**
   * FPSet is a remote object by birth; exported, it keeps the process alive and is never collected.
   */
  private static void unexport(@Nullable FPSet fingerprints) {
    if (fingerprints != null) {
      try {
        UnicastRemoteObject.unexportObject(fingerprints, true);
      } catch (NoSuchObjectException neverExported) {
        // Then there is nothing to take back.
      }
    }
  }

  private CheckResult result(int code, ModelChecker checker) throws TlcException {
    Printed printed = printer.end();
    boolean ended = ProcessCalls.resumeEvaluation();
    Judgement judgement = new Judgement(specification, recording, watch);
    CheckOutcome outcome = outcome(code, judgement, ended);
    long generated = checker.getStatesGenerated();
    long edges = recording.isSearching() ? generated - recording.initialStates() : 0;
    if (!isSearch()) {
      report.warnings(outcome, judgement, generated);
    }
    Optional<Trace> trace =
        WITHOUT_TRACE.contains(outcome.verdict()) && !watch.found()
            ? Optional.empty()
            : trace(watch.foundAtStart());
    Optional<Limit> limit =
        outcome.verdict() != Verdict.STOPPED
            ? Optional.empty()
            : limits.reached().or(() -> cut == null ? Optional.empty() : Optional.of(Limit.DEPTH));
    return report.of(
        outcome,
        new ResultBuilder.Figures(
            checker.getDistinctStatesGenerated(), generated, edges, watch.depth()),
        trace,
        new SearchResult(
            workers(),
            specification.checksDeadlock() && !isSearch(),
            limit,
            Optional.empty(),
            watch.coverage(recording),
            watch.counted(trace)),
        printed);
  }

  private CheckOutcome outcome(int code, Judgement judgement, boolean evaluationEnded)
      throws TlcException {
    if (watch.found()) {
      return CheckOutcome.SUCCESS;
    }
    // A violation found until then counts; the absence of one proves nothing.
    Optional<Limit> limit = limits.reached();
    if (limit.isPresent()
        && (code == EC.NO_ERROR || (evaluationEnded && !ErrorCodes.isFinding(code)))) {
      return CheckOutcome.stopped(limit.get().message(specification.place().search()));
    }
    if (stopped && code == EC.NO_ERROR) {
      return CheckOutcome.STOPPED;
    }
    CheckOutcome outcome = new ErrorCodes(specification, recording).of(code);
    // What must be true when all is done says nothing of a part.
    boolean atEnd = outcome.verdict() == Verdict.POSTCONDITION_FAILURE;
    if (atEnd && limit.isPresent()) {
      return CheckOutcome.stopped(limit.get().message(specification.place().search()));
    }
    boolean isCut = cut != null && cut.cut() > 0;
    if (outcome.verdict() != Verdict.SUCCESS && !(atEnd && isCut)) {
      return outcome;
    }
    CheckOutcome success = atEnd ? CheckOutcome.SUCCESS : judgement.success();
    return success.verdict() == Verdict.SUCCESS && cut != null && isCut
        ? CheckOutcome.stopped(
            String.format(
                Locale.ROOT,
                "No verdict: the search was cut at depth %d, where %,d %s not followed; nothing is violated until there",
                specification.place().search().depth().orElse(0),
                cut.cut(),
                cut.cut() == 1 ? "state was" : "states were"))
        : success;
  }

  private Optional<Trace> trace(@Nullable TLCState initial) {
    Traces traces = new Traces(specification);
    return initial == null
        ? traces.of(
            AtStart.behaviour(specification, recording), recording.aliases(), recording.loopTo())
        : traces.of(List.of(initial), List.of(), OptionalInt.empty());
  }

  private String lastWords() {
    List<String> said = recording.parameters(EC.GENERAL);
    return said.isEmpty() ? "it gave no reason" : Parser.oneLine(String.join(" ", said));
  }

  static List<String> names(tlc2.util.Vect<?> names) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      all.add(String.valueOf(names.elementAt(i)));
    }
    return all;
  }
}
