package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.CheckerInfo;
import io.mooring.checker.tlc.Feature;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.trace.TraceFiles;
import io.mooring.checker.trace.TraceText;
import io.mooring.checker.trace.TraceView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
  private final Path output;
  private final TraceView view;

  /**
   * Prepares a run.
   *
   * @param tlc the checker to use
   * @param output the folder for counterexamples; created when there is one to write
   */
  public ModelChecking(Tlc tlc, Path output) {
    this(tlc, output, TraceView.USUAL);
  }

  private ModelChecking(Tlc tlc, Path output, TraceView view) {
    this.tlc = tlc;
    this.output = output;
    this.view = view;
  }

  /** The same, which shows other parts of behaviours. */
  public ModelChecking showing(TraceView other) {
    return new ModelChecking(tlc, output, other);
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
    return new ManifestRun(tlc, output, Manifest.read(manifest), view, reporter).run(deep);
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

  /** Checks one specification. */
  public Summary checkOne(CheckRequest request, Reporter reporter) throws TlcException {
    long start = System.nanoTime();
    Counterexample.requireVariables(tlc, request, view);
    String name = ModuleFile.name(request.module());
    ProgressRate pace = new ProgressRate(text -> reporter.progress(name + ": " + text));
    CheckResult result = tlc.check(request, pace);
    reporter.progress("");
    new ResultText(reporter).before(result);
    reporter.line(ResultText.message(result));
    List<Path> files = List.of();
    if (result.verdict() != Verdict.SUCCESS) {
      TraceFiles written = Counterexample.write(request, result, view, output);
      if (result.trace().isPresent()) {
        show(result.trace().get(), written, reporter);
      }
      files = written.files();
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    List<String> differences =
        result.verdict() == Verdict.SUCCESS ? List.of() : List.of(result.message());
    ModelVerdict verdict =
        new ModelVerdict(
            name,
            Verdict.SUCCESS.text(),
            ModelRun.found(result),
            result,
            result.distinctStates(),
            result.edges(),
            0,
            "",
            differences,
            files,
            time);
    return new Summary(ExitCodes.of(result), List.of(verdict), List.of(), List.of(), time);
  }

  /**
   * Looks for a shortest behaviour that makes a state or action predicate of a module true.
   *
   * @return whether there is one
   */
  public boolean findWitness(CheckRequest request, String witness, Reporter reporter)
      throws TlcException {
    Counterexample.requireVariables(tlc, request, view);
    String name = ModuleFile.name(request.module());
    ProgressRate pace = new ProgressRate(text -> reporter.progress(name + ": " + text));
    CheckResult result = tlc.check(request.seeking(witness), pace);
    reporter.progress("");
    new ResultText(reporter).printed(result.printed());
    reporter.line(ResultText.figures(result));
    if (result.verdict() != Verdict.SUCCESS) {
      throw new TlcException(ResultText.message(result));
    }
    if (result.trace().isEmpty()) {
      reporter.line(witness + ": no reachable state or step makes it true within these bounds");
      return false;
    }
    Trace trace = result.trace().get();
    reporter.line(
        String.format(
            Locale.ROOT,
            "%s: a shortest behaviour that leads to it, in %s",
            witness,
            Counts.of(trace.steps().size() - 1, "step")));
    show(trace, Counterexample.write(request, witness, trace, view, output), reporter);
    return true;
  }

  /** A behaviour, and where its files are: what is left out of the lines stands there. */
  private void show(Trace trace, TraceFiles written, Reporter reporter) throws TlcException {
    Counterexample.requireAlias(trace, view);
    TraceText.lines(trace, Counterexample.view(view, written.files())).forEach(reporter::line);
    Counterexample.report(written, reporter);
  }
}
