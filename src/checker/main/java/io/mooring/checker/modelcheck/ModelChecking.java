package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Printed;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.trace.TraceFiles;
import io.mooring.checker.trace.TraceText;
import io.mooring.checker.trace.TraceView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
   * Checks the models of a manifest, one line for each, and the canaries beside it.
   *
   * @param deep checks also the models that the manifest does not call fast
   */
  public Summary checkManifest(Path manifest, boolean deep, Reporter reporter) throws TlcException {
    return new ManifestRun(tlc, output, Manifest.read(manifest), view, reporter).run(deep);
  }

  /**
   * Checks one specification.
   *
   * @param config its configuration; null for the one beside the module with the same name
   */
  public Summary checkOne(Path module, @Nullable Path config, Reporter reporter)
      throws TlcException {
    long start = System.nanoTime();
    Path used = config == null ? beside(module) : config;
    String name = ModuleFile.name(module);
    ProgressRate pace = new ProgressRate(text -> reporter.progress(name + ": " + text));
    CheckResult result = tlc.check(CheckRequest.of(module, used), pace);
    reporter.progress("");
    printed(result.printed(), reporter);
    result.warnings().forEach(warning -> reporter.line("warning: " + warning));
    result.vacuities().forEach(vacuity -> reporter.line("warning: " + vacuity.text()));
    if (result.generatedStates() > 0) {
      reporter.line(figures(result));
    }
    List<Path> files = List.of();
    if (result.verdict() != Verdict.SUCCESS) {
      String where = where(result);
      reporter.line(where + result.message());
      TraceFiles written =
          Counterexample.write(ModuleFile.result(module, used), module, used, result, view, output);
      result.trace().ifPresent(trace -> show(trace, written, reporter));
      files = written.files();
    } else {
      reporter.line(result.message());
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
    return new Summary(exitCode(result), List.of(verdict), List.of(), List.of(), time);
  }

  /**
   * Looks for a shortest behaviour that makes a state or action predicate of a module true.
   *
   * @param config its configuration; null for the one beside the module with the same name
   * @return whether there is one
   */
  public boolean findWitness(Path module, @Nullable Path config, String witness, Reporter reporter)
      throws TlcException {
    Path used = config == null ? beside(module) : config;
    String name = ModuleFile.name(module);
    ProgressRate pace = new ProgressRate(text -> reporter.progress(name + ": " + text));
    CheckResult result = tlc.check(CheckRequest.of(module, used).seeking(witness), pace);
    reporter.progress("");
    printed(result.printed(), reporter);
    reporter.line(figures(result));
    if (result.verdict() != Verdict.SUCCESS) {
      String where = where(result);
      throw new TlcException(where + result.message());
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
            steps(trace.steps().size() - 1)));
    String stem = ModuleFile.result(module, used);
    show(trace, Counterexample.write(stem, module, used, witness, trace, view, output), reporter);
    return true;
  }

  /** A behaviour, and where its files are: what is left out of the lines stands there. */
  private void show(Trace trace, TraceFiles written, Reporter reporter) {
    TraceText.lines(trace, Counterexample.view(view, written.files())).forEach(reporter::line);
    Counterexample.report(written, reporter);
  }

  /** A property has a line; what could not be evaluated, a column in it. */
  private static String where(CheckResult result) {
    boolean exact = result.verdict() == Verdict.EVALUATION_ERROR;
    return result.span().map(span -> (exact ? span.place() : span.line()) + ": ").orElse("");
  }

  private static String steps(int count) {
    return Counts.of(count, "step");
  }

  private static Path beside(Path module) throws TlcException {
    Path config = ModuleFile.beside(module, ".cfg");
    if (Files.exists(module) && !Files.exists(config)) {
      List<String> others = configurations(config.toAbsolutePath().resolveSibling(""));
      throw new TlcException(
          String.format(
              Locale.ROOT,
              "%s: has no configuration %s beside it; %s",
              module,
              config.getFileName(),
              others.isEmpty()
                  ? "write one, or name one with --config"
                  : "name one with --config; beside it there "
                      + (others.size() == 1 ? "is " : "are ")
                      + Counts.listed(others)));
    }
    return config;
  }

  private static List<String> configurations(Path folder) throws TlcException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".cfg"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new TlcException(folder + ": cannot be read", failure);
    }
  }

  private static int exitCode(CheckResult result) {
    return switch (result.verdict()) {
      case SUCCESS -> 0;
      case EVALUATION_ERROR, NOTHING_JUDGED -> 2;
      default -> 1;
    };
  }

  private static void printed(Printed printed, Reporter reporter) {
    if (printed.count() == 0) {
      return;
    }
    reporter.line("printed by the specification:");
    printed.first().forEach(text -> printed(text, reporter));
    if (printed.leftOut() > 0) {
      reporter.line(
          String.format(
              Locale.ROOT, "  ... %s more left out ...", Counts.of(printed.leftOut(), "text")));
    }
    printed.last().forEach(text -> printed(text, reporter));
  }

  private static void printed(String text, Reporter reporter) {
    text.lines().forEach(line -> reporter.line("  | " + line));
  }

  private static String figures(CheckResult result) {
    return String.format(
        Locale.ROOT,
        "%s, %s, depth %d, %.1f s",
        Counts.of(result.distinctStates(), "distinct state"),
        Counts.of(result.edges(), "edge"),
        result.depth(),
        result.time().toMillis() / 1000.0);
  }
}
