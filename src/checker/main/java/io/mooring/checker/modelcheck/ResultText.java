package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.Coverage;
import io.mooring.checker.tlc.Coverage.ActionCount;
import io.mooring.checker.tlc.Coverage.Unevaluated;
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
    double seconds = result.time().toMillis() / 1000.0;
    return result
        .search()
        .simulated()
        .map(
            simulated ->
                String.format(
                    Locale.ROOT,
                    "%s, %s, the longest of %s, %.1f s",
                    Counts.of(simulated.behaviours(), "behaviour"),
                    Counts.of(simulated.steps(), "step"),
                    Counts.of(simulated.longest(), "state"),
                    seconds))
        .orElseGet(
            () ->
                String.format(
                    Locale.ROOT,
                    "%s, %s, depth %d, %.1f s",
                    Counts.of(result.distinctStates(), "distinct state"),
                    Counts.of(result.edges(), "edge"),
                    result.depth(),
                    seconds));
  }

  /** Says why fewer threads searched than were requested. */
  void workers(CheckRequest request, CheckResult result) {
    int used = result.search().workers();
    if (used > 0 && used < request.search().workers()) {
      reporter.line(
          Counts.of(used, "worker")
              + " instead of "
              + request.search().workers()
              + ": "
              + (request.search().simulation().isPresent()
                  ? "a simulation uses one"
                  : "with more, this checker misses violations of temporal properties"));
    }
  }

  /** How often each action happened, and what was never evaluated. */
  void coverage(CheckResult result) {
    if (result.search().coverage().isEmpty()) {
      return;
    }
    Coverage coverage = result.search().coverage().get();
    boolean simulated = result.search().simulated().isPresent();
    int width = coverage.actions().stream().mapToInt(each -> each.name().length()).max().orElse(0);
    for (ActionCount action : coverage.actions()) {
      String count =
          action.steps() == 0
              ? "never happens"
              : Counts.of(action.steps(), "step")
                  + (simulated ? "" : ", " + Counts.of(action.newStates(), "new state"));
      reporter.line(
          String.format(
              Locale.ROOT,
              "action %-" + Math.max(1, width) + "s  %s  (%s)",
              action.name(),
              count,
              action.span().line()));
    }
    for (Unevaluated each : coverage.unevaluated()) {
      reporter.line(each.span().place() + ": never evaluated: " + each.text());
    }
    if (coverage.unevaluated().isEmpty()) {
      reporter.line("no expression is known that was never evaluated");
    }
  }
}
