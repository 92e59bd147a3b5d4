package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.Printed;
import java.util.Locale;

/** What is reported of every check, whatever its question was. */
final class ResultText {

  private final Reporter reporter;

  ResultText(Reporter reporter) {
    this.reporter = reporter;
  }

  /** What the specification printed, warnings, and the figures. */
  void before(CheckResult result) {
    printed(result.printed());
    result.warnings().forEach(warning -> reporter.line("warning: " + warning));
    result.vacuities().forEach(vacuity -> reporter.line("warning: " + vacuity.text()));
    if (result.generatedStates() > 0) {
      reporter.line(figures(result));
    }
  }

  /** What the specification printed, after which a line of the result comes. */
  void printed(Printed printed) {
    if (printed.count() == 0) {
      return;
    }
    reporter.line("printed by the specification:");
    printed.first().forEach(this::printed);
    if (printed.leftOut() > 0) {
      reporter.line(
          String.format(
              Locale.ROOT, "  ... %s more left out ...", Counts.of(printed.leftOut(), "text")));
    }
    printed.last().forEach(this::printed);
  }

  private void printed(String text) {
    text.lines().forEach(line -> reporter.line("  | " + line));
  }

  /** The message with its place: a property has a line; what could not be evaluated, a column. */
  static String message(CheckResult result) {
    boolean exact = result.verdict() == Verdict.EVALUATION_ERROR;
    return result.span().map(span -> (exact ? span.place() : span.line()) + ": ").orElse("")
        + result.message();
  }

  static String figures(CheckResult result) {
    return String.format(
        Locale.ROOT,
        "%s, %s, depth %d, %.1f s",
        Counts.of(result.distinctStates(), "distinct state"),
        Counts.of(result.edges(), "edge"),
        result.depth(),
        result.time().toMillis() / 1000.0);
  }
}
