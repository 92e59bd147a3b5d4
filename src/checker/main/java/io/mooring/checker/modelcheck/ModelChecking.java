package io.mooring.checker.modelcheck;

import io.mooring.checker.distributed.WorkerPool;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckerInfo;
import io.mooring.checker.tlc.Feature;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.trace.TraceFiles;
import io.mooring.checker.trace.TraceView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks models and reports on them.
 *
 * <p>A violated property is part of the {@link Summary}; a {@link TlcException} means that the
 * call, the manifest or a specification is wrong, and its message is all that a user needs to see
 * (exit code 2).
 */
public final class ModelChecking {

  private final Tlc tlc;
  private final @Nullable WorkerPool workerPool;
  private final Path output;
  private final TraceView view;

  /**
   * Prepares a run.
   *
   * @param tlc the checker to use
   * @param output the folder for counterexamples; created when there is one to write
   */
  public ModelChecking(Tlc tlc, Path output) {
    this(tlc, null, output, TraceView.USUAL);
  }

  private ModelChecking(Tlc tlc, @Nullable WorkerPool workerPool, Path output, TraceView view) {
    this.tlc = tlc;
    this.workerPool = workerPool;
    this.output = output;
    this.view = view;
  }

  /** The same, which shows other parts of behaviours. */
  public ModelChecking showing(TraceView other) {
    return new ModelChecking(tlc, workerPool, output, other);
  }

  /**
   * The same, which hands the models of a manifest out to workers; this process only compares their
   * results. The caller closes the pool afterwards.
   */
  public ModelChecking onWorkers(WorkerPool workers) {
    return new ModelChecking(tlc, workers, output, view);
  }

  /**
   * The request for one specification, to be changed before it is checked.
   *
   * @param config its configuration; null for the one beside the module with the same name
   * @throws TlcException if none is named, and there is none beside the module
   */
  public static CheckRequest request(Path module, @Nullable Path config) throws TlcException {
    return CheckRequest.of(module, config == null ? Configurations.beside(module) : config);
  }

  /**
   * Checks the models of a manifest, one line for each, and the canaries beside it.
   *
   * @param deep checks also the models that the manifest does not call fast
   */
  public Summary checkManifest(Path manifest, boolean deep, Reporter reporter) throws TlcException {
    return checkManifest(manifest, deep, Optional.empty(), reporter);
  }

  /**
   * The same with a time for each model; one that is not done by then has no verdict (exit code 3).
   *
   * @param timeout the time for each check; empty for no limit
   */
  public Summary checkManifest(
      Path manifest, boolean deep, Optional<Duration> timeout, Reporter reporter)
      throws TlcException {
    return new ManifestRun(
            tlc, workerPool, output, Manifest.read(manifest), timeout, view, reporter)
        .run(deep);
  }

  /**
   * Reports what the checker is, what it can do of what not all checkers can, and which of the
   * known faults it has. A fault is no failure.
   */
  public static void about(Tlc tlc, Reporter reporter) throws TlcException {
    CheckerInfo info = tlc.about();
    reporter.line(
        String.format(Locale.ROOT, "%s, family %s: %s", info.version(), info.family(), tlc.jar()));
    for (Feature feature : Feature.values()) {
      reporter.line(
          String.format(
              Locale.ROOT,
              "feature %s: %s",
              feature.text(),
              info.features().contains(feature) ? "yes" : "no"));
    }
    try (PrivateFolder folder = PrivateFolder.create()) {
      for (Canary canary : Canaries.own(folder.path()).all()) {
        reporter.progress("canary " + canary.name());
        boolean fault = canary.isFaultPresent(tlc);
        reporter.progress("");
        reporter.line(canary.line(fault));
      }
    }
  }

  /**
   * Checks one specification as a request says. The summary has one verdict, whose {@link
   * CheckResult#search()} says what limit ended it, which behaviours were simulated, and what was
   * covered.
   */
  public Summary checkOne(CheckRequest request, Reporter reporter) throws TlcException {
    Counterexample.requireVariables(tlc, request, view);
    String name = ModuleFile.name(request.module());
    ProgressRate pace = new ProgressRate(text -> reporter.progress(name + ": " + text));
    CheckResult result = tlc.check(request, pace);
    reporter.progress("");
    ResultText text = new ResultText(reporter);
    text.before(result);
    text.workers(request, result);
    text.coverage(result);
    reporter.line(ResultText.message(result));
    int code = ExitCodes.of(result);
    List<Path> files = List.of();
    if (code != ExitCodes.EXPECTED) {
      TraceFiles written = Counterexample.write(request, result, view, output);
      if (result.trace().isPresent()) {
        Counterexample.show(result.trace().get(), view, written, reporter);
      }
      files = written.files();
    }
    ReplayCommand.of(request, result).ifPresent(reporter::line);
    List<String> differences = code == ExitCodes.EXPECTED ? List.of() : List.of(result.message());
    ModelVerdict verdict = ModelVerdict.unpinned(name, result, differences, files);
    return new Summary(code, List.of(verdict), List.of(), List.of(), List.of(), verdict.time());
  }

  /**
   * Looks for shortest behaviours that make state or action predicates of a module true, in place
   * of checking properties. For one, the search ends where it is found; of several, every state and
   * step that makes one true is counted.
   *
   * @return a summary with one verdict, whose {@link CheckResult#search()} has the witnesses; its
   *     exit code is 1 if one of them is not found
   */
  public Summary findWitnesses(CheckRequest request, List<String> witnesses, Reporter reporter)
      throws TlcException {
    Counterexample.requireVariables(tlc, request, view);
    return new WitnessRun(tlc, output, view, reporter).run(request, witnesses);
  }

  /**
   * Checks one specification for several values of its constants, with one line for each; of
   * several constants, for each combination of their values.
   *
   * @return a summary with a verdict for each, whose names end in the values; its exit code is the
   *     worst of them
   * @throws TlcException if the specification does not parse or has no constant of that name; what
   *     cannot be checked for some values is one of the summary's failures
   */
  public Summary sweep(CheckRequest request, List<Sweep> sweeps, Reporter reporter)
      throws TlcException {
    Counterexample.requireVariables(tlc, request, view);
    return new SweepRun(tlc, output, view, reporter).run(request, sweeps);
  }
}
