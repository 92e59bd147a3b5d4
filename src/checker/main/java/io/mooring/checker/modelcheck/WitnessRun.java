package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.SearchResult.WitnessResult;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.trace.TraceFiles;
import io.mooring.checker.trace.TraceView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for shortest behaviours that make predicates true. */
final class WitnessRun {

  private final Tlc tlc;
  private final Path output;
  private final TraceView view;
  private final Reporter reporter;

  WitnessRun(Tlc tlc, Path output, TraceView view, Reporter reporter) {
    this.tlc = tlc;
    this.output = output;
    this.view = view;
    this.reporter = reporter;
  }

  Summary run(CheckRequest request, List<String> witnesses) throws TlcException {
    if (request.search().simulation().isPresent()) {
      throw new TlcException("a witness is searched for in all behaviours, not in random ones");
    }
    String name = ModuleFile.name(request.module());
    ProgressRate pace = new ProgressRate(text -> reporter.progress(name + ": " + text));
    CheckRequest search =
        witnesses.size() == 1
            ? request.seeking(witnesses.get(0))
            : request.counting(witnesses.stream().distinct().toList());
    CheckResult result = tlc.check(search, pace);
    reporter.progress("");
    ResultText text = new ResultText(reporter);
    text.printed(result.printed());
    reporter.line(ResultText.figures(result));
    if (request.search().workers() > result.search().workers()) {
      reporter.line(
          Counts.of(result.search().workers(), "worker")
              + " instead of "
              + request.search().workers()
              + ": with more, the behaviours need not be shortest ones");
    }
    boolean stopped = result.verdict() == Verdict.STOPPED;
    if (result.verdict() != Verdict.SUCCESS && !stopped) {
      throw new TlcException(ResultText.message(result));
    }
    List<Path> files = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (WitnessResult witness : result.search().witnesses()) {
      report(request, witness, stopped, files, missing);
    }
    if (stopped) {
      reporter.line(result.message());
    }
    text.coverage(result);
    int code =
        stopped ? ExitCodes.NO_VERDICT : missing.isEmpty() ? ExitCodes.EXPECTED : ExitCodes.FOUND;
    ModelVerdict verdict = ModelVerdict.unpinned(name, result, missing, files);
    Duration time = result.time();
    return new Summary(code, List.of(verdict), List.of(), List.of(), List.of(), time);
  }

  private void report(
      CheckRequest request,
      WitnessResult witness,
      boolean stopped,
      List<Path> files,
      List<String> missing)
      throws TlcException {
    if (witness.shortest().isEmpty()) {
      String found =
          stopped
              ? ": not found until the search was ended"
              : ": no reachable state or step makes it true within these bounds";
      reporter.line(witness.name() + found);
      missing.add(witness.name() + found);
      return;
    }
    Trace trace = witness.shortest().get();
    String steps = Counts.of(trace.steps().size() - 1, "step");
    reporter.line(
        String.format(
            Locale.ROOT,
            "%s: %sa shortest behaviour that leads to it, in %s",
            witness.name(),
            count(witness, stopped),
            steps));
    TraceFiles written = Counterexample.write(request, witness.name(), trace, view, output);
    Counterexample.show(trace, view, written, reporter);
    files.addAll(written.files());
  }

  private static String count(WitnessResult witness, boolean stopped) {
    if (witness.count().isEmpty()) {
      return "";
    }
    String thing = witness.onSteps() ? "step" : "distinct state";
    return "true in "
        + (stopped ? "at least " : "")
        + Counts.of(witness.count().getAsLong(), thing)
        + "; ";
  }
}
