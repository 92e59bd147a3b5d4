package io.mooring.room.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The part of the report that is about a million timers. */
final class Timers {

  private final PrintStream out;

  Timers(PrintStream out) {
    this.out = out;
  }

  void report() throws RunnerException {
    out.println();
    for (RunResult result : run(TimerBenchmark.class)) {
      line(
          "cancel and arm a timer, a million running, " + result.getParams().getParam("kind"),
          result.getPrimaryResult(),
          "ns");
    }
    for (RunResult result : run(CrowdBenchmark.class)) {
      result
          .getSecondaryResults()
          .forEach((name, counted) -> line("a million connections: " + name, counted, ""));
    }
  }

  private static Collection<RunResult> run(Class<?> benchmark) throws RunnerException {
    System.err.println(benchmark.getSimpleName());
    return new Runner(
            new OptionsBuilder()
                .include("^" + benchmark.getName() + "\\.")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build())
        .run();
  }

  private void line(String what, Result<?> result, String unit) {
    out.printf(Locale.ROOT, "%-68s  %5.0f %s%n", what, result.getScore(), unit);
  }
}
