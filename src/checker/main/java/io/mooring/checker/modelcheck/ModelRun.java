package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.Checking;
import io.mooring.checker.tlc.SearchOptions;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.trace.TraceFiles;
import io.mooring.checker.trace.TraceView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks one model of a manifest and compares the outcome with what the manifest says. */
final class ModelRun {

  private final Checking checker;
  private final Path output;
  private final ModelEntry model;
  private final CheckRequest request;
  private final List<String> differences = new ArrayList<>();

  /**
   * A run.
   *
   * @param checker what checks it: a checker, or workers elsewhere
   * @param workers how many threads the search may use
   * @param timeout the time for each of its checks
   */
  ModelRun(
      Checking checker, Path output, ModelEntry model, int workers, Optional<Duration> timeout) {
    this.checker = checker;
    this.output = output;
    this.model = model;
    SearchOptions search = SearchOptions.DEFAULT.withWorkers(workers);
    this.request = model.request().searching(timeout.map(search::withTimeout).orElse(search));
  }

  ModelVerdict run(CheckProgress listener) throws TlcException {
    Growth progress = new Growth(listener, model.distinctStates());
    boolean success = model.result() == Verdict.SUCCESS;
    if (model.result() == Verdict.SAFETY_FAILURE && model.violates().isPresent()) {
      CheckResult rest = observed(model.violates().get(), progress);
      if (rest.verdict() == Verdict.STOPPED) {
        return outgrown(progress, rest);
      }
      if (rest.verdict() == Verdict.SUCCESS && rest.exercised().observedViolated()) {
        differences.addAll(Baseline.sizes(model, rest));
        return verdict(model.expected(), rest, rest, rest.time());
      }
    }
    // Either not the one safety failure that is expected, and then the plain check shows what
    // happens; or a temporal property, which only TLC itself can decide.
    CheckResult first = checker.check(request.withVacuity(success), progress);
    if (first.verdict() == Verdict.STOPPED) {
      return outgrown(progress, first);
    }
    compareVerdict(first);
    CheckResult measured = first;
    if (differences.isEmpty() && model.violates().isPresent()) {
      measured = rest(model.violates().get(), progress);
    }
    if (differences.isEmpty()) {
      differences.addAll(Baseline.sizes(model, measured));
    }
    if (success) {
      differences.addAll(new Exercised(model, first).differences());
      differences.addAll(first.warnings());
    }
    Duration time = measured.equals(first) ? first.time() : first.time().plus(measured.time());
    return verdict(found(first), first, measured, time);
  }

  private ModelVerdict outgrown(Growth progress, CheckResult stopped) throws TlcException {
    differences.add(ended(progress, stopped));
    return verdict(found(stopped), stopped, stopped, stopped.time());
  }

  /** Why a check was ended: by a limit, or because the model outgrew its size. */
  private static String ended(Growth progress, CheckResult stopped) {
    return stopped.search().limit().isPresent() ? stopped.message() : progress.complaint();
  }

  /** One check of everything but the violated property, which is observed on the way. */
  private CheckResult observed(String violated, CheckProgress progress) throws TlcException {
    return checker.check(
        request.without(Set.of(violated)).observing(violated).withVacuity(false), progress);
  }

  private ModelVerdict verdict(String found, CheckResult first, CheckResult measured, Duration time)
      throws TlcException {
    List<Path> files = List.of();
    if (!differences.isEmpty() && first.trace().isPresent()) {
      TraceFiles written =
          Counterexample.write(model.name(), request, first, TraceView.USUAL, output);
      files = written.files();
      if (!written.problem().isEmpty()) {
        differences.add("warning: " + written.problem());
      }
    }
    return new ModelVerdict(
        model.name(),
        model.expected(),
        found,
        first,
        measured.distinctStates(),
        measured.edges(),
        model.exercised().witnesses().size(),
        model.bounds(),
        differences,
        files,
        time);
  }

  private void compareVerdict(CheckResult result) {
    boolean same = result.verdict() == model.result() && result.property().equals(model.violates());
    if (!same) {
      boolean unjudged = result.verdict() == Verdict.NOTHING_JUDGED;
      differences.add(
          "expected "
              + model.expected()
              + ", found "
              + found(result)
              + where(result)
              + (unjudged ? ": " + result.message() : ""));
    }
  }

  /** The model without the property that it violates, which must hold in every other respect. */
  private CheckResult rest(String violated, Growth progress) throws TlcException {
    CheckResult rest =
        checker.check(request.without(Set.of(violated)).withVacuity(false), progress);
    if (rest.verdict() == Verdict.STOPPED) {
      differences.add("with " + violated + " left out, it " + ended(progress, rest));
    } else if (rest.verdict() != Verdict.SUCCESS) {
      differences.add(
          "violates " + violated + " and, with that left out, also: " + found(rest) + where(rest));
    }
    return rest;
  }

  static String found(CheckResult result) {
    return result
        .property()
        .map(property -> "violates " + property)
        .orElse(result.verdict().text());
  }

  private static String where(CheckResult result) {
    return result.span().map(span -> " (" + span.line() + ")").orElse("");
  }
}
