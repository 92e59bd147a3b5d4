package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.trace.TraceFiles;
import io.mooring.checker.trace.TraceView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks one specification for several values of its constants, with one line for each. */
final class SweepRun {

  private final Tlc tlc;
  private final Path output;
  private final TraceView view;
  private final Reporter reporter;
  private final List<ModelVerdict> verdicts = new ArrayList<>();
  private final List<Summary.Refused> refusals = new ArrayList<>();
  private int exitCode;

  SweepRun(Tlc tlc, Path output, TraceView view, Reporter reporter) {
    this.tlc = tlc;
    this.output = output;
    this.view = view;
    this.reporter = reporter;
  }

  Summary run(CheckRequest request, List<Sweep> sweeps) throws TlcException {
    long start = System.nanoTime();
    ModuleAst module = tlc.parse(request.module());
    Set<String> seen = new HashSet<>();
    for (Sweep sweep : sweeps) {
      sweep.requireConstant(request.config(), module);
      if (!seen.add(sweep.constant())) {
        throw new TlcException(
            "the constant " + sweep.constant() + " is swept twice; name all its values at once");
      }
    }
    List<Map<String, String>> all = Sweep.combinations(sweeps);
    int width = all.stream().mapToInt(each -> text(each).length()).max().orElse(0);
    for (int i = 0; i < all.size(); i++) {
      check(request.assigning(all.get(i)), all.get(i), i + 1, width);
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new Summary(exitCode, verdicts, refusals, List.of(), List.of(), time);
  }

  private void check(CheckRequest request, Map<String, String> values, int number, int width) {
    String row = text(values);
    String label = String.format(Locale.ROOT, "%-" + width + "s  ", row);
    ProgressRate pace = new ProgressRate(text -> reporter.progress(row + ": " + text));
    CheckResult result;
    try {
      result = tlc.check(request, pace);
    } catch (TlcException refused) {
      reporter.progress("");
      reporter.line(label + "cannot be checked: " + refused.getMessage());
      refusals.add(new Summary.Refused(row, refused));
      exitCode = ExitCodes.worst(exitCode, ExitCodes.WRONG);
      return;
    }
    reporter.progress("");
    int code = ExitCodes.of(result);
    exitCode = ExitCodes.worst(exitCode, code);
    reporter.line(label + ModelRun.found(result) + ", " + ResultText.figures(result));
    List<Path> files = List.of();
    List<String> differences = new ArrayList<>();
    if (code != ExitCodes.EXPECTED) {
      differences.add(result.message());
      reporter.line("    " + ResultText.message(result));
      ReplayCommand.of(request, result).ifPresent(line -> reporter.line("    " + line));
      TraceFiles written =
          Counterexample.write(name(request, row, number), request, result, view, output);
      Counterexample.report(written, reporter);
      files = written.files();
    }
    verdicts.add(
        ModelVerdict.unpinned(
            ModuleFile.name(request.module()) + " " + row, result, differences, files));
  }

  /** The name of the files of a row: its values, unless a file cannot be named after them. */
  private static String name(CheckRequest request, String row, int number) {
    String module = ModuleFile.result(request.module(), request.config());
    return module + "." + (row.matches("[A-Za-z0-9_=,-]+") ? row : "sweep" + number);
  }

  private static String text(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(" "));
  }
}
