package io.mooring.room.benchmarks;

import static java.util.Objects.requireNonNull;

import io.mooring.room.benchmarks.subject.MeasuredMachine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Table;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures all subjects side by side and prints what came of it: the report on the standard output,
 * what it is at on the standard error. For the command {@code ./mooring bench}.
 *
 * <p>Exit codes: 0 measured, {@value #FAULT} a subject is not the same machine as the table, 2 JMH
 * could not run.
 */
public final class Comparison {

  /** Not 1, which is what a virtual machine ends with that could not begin. */
  static final int FAULT = 3;

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final boolean full;
  private int done;

  private Comparison(boolean full) {
    this.full = full;
  }

  /**
   * Measures and ends the process.
   *
   * @param args {@code --full} for the long form, or nothing
   */
  public static void main(String[] args) {
    System.exit(new Comparison(Arrays.asList(args).contains("--full")).run());
  }

  private int run() {
    for (Subject subject : Subject.values()) {
      Optional<String> fault = fault(subject.title(), subject.machine());
      if (fault.isPresent()) {
        out.println("fault: " + fault.get());
        return FAULT;
      }
    }
    try {
      compare();
      if (full) {
        new Timers(out).report();
      }
      return 0;
    } catch (RunnerException failed) {
      System.err.println(failed.getMessage());
      return 2;
    }
  }

  /** Where a subject is not what the table is, if it is not. */
  static Optional<String> fault(String title, MeasuredMachine subject) {
    try (MeasuredMachine machine = subject) {
      Location location = Table.initial().to();
      for (Event event : Workload.standard().events()) {
        machine.fire(event);
        Location from = location;
        location = Table.step(from, event).to();
        if (!machine.isIn(location)) {
          return Optional.of(
              title + " does not go from " + from + " at " + event + " to " + location);
        }
      }
      return Optional.empty();
    }
  }

  private void compare() throws RunnerException {
    Map<Subject, Score> scores = new EnumMap<>(Subject.class);
    out.printf(Locale.ROOT, "%-34s  %11s  %7s  %8s%n", "", "events/s", "ratio", "B/event");
    for (Subject subject : Subject.values()) {
      Score score = measure(subject.title(), "events", subject, Workload.LEGAL_PERCENT);
      scores.put(subject, score);
      Score base = scores.getOrDefault(Subject.DENSE_TABLE, score);
      out.printf(
          Locale.ROOT,
          "%-34s  %11s  %7s  %8.0f%n",
          subject.title(),
          rate(score.rate),
          ratio(score.rate / base.rate),
          score.bytes);
    }
    out.println();
    say(scores, Subject.TABLE, Subject.DENSE_TABLE);
    say(scores, Subject.COMPILED_ENGINE, Subject.ENUM_TABLE);
    for (Subject subject : List.of(Subject.COMPILED_ENGINE, Subject.ROOM_CONNECTION)) {
      Score taken = measure(subject.title() + ", all taken", "events", subject, 100);
      Score none = measure(subject.title() + ", none taken", "events", subject, 0);
      say(subject.title() + ", none taken / all taken", none.rate / taken.rate);
    }
    Subject room = Subject.ROOM_CONNECTION;
    Score four =
        measure(
            room.title() + ", four threads", "eventsOfFourThreads", room, Workload.LEGAL_PERCENT);
    say(room.title() + ", four threads on one / one", four.rate / rate(scores, room));
  }

  private void say(Map<Subject, Score> scores, Subject subject, Subject other) {
    say(subject.title() + " / " + other.title(), rate(scores, subject) / rate(scores, other));
  }

  private static double rate(Map<Subject, Score> scores, Subject subject) {
    return requireNonNull(scores.get(subject)).rate;
  }

  private void say(String what, double ratio) {
    out.printf(Locale.ROOT, "%-68s  %5s%n", what, ratio(ratio));
  }

  private Score measure(String title, String method, Subject subject, int legalPercent)
      throws RunnerException {
    done++;
    System.err.println(done + ": " + title);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + EventBenchmark.class.getName() + "\\." + method + "$")
            .param("subject", subject.name())
            .param("legalPercent", Integer.toString(legalPercent))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    if (!full) {
      options
          .forks(1)
          .warmupIterations(4)
          .warmupTime(TimeValue.milliseconds(400))
          .measurementIterations(4)
          .measurementTime(TimeValue.milliseconds(300));
    }
    RunResult result = new Runner(options.build()).runSingle();
    return new Score(
        result.getPrimaryResult().getScore(),
        result.getSecondaryResults().containsKey(ALLOCATED)
            ? result.getSecondaryResults().get(ALLOCATED).getScore()
            : Double.NaN);
  }

  /** For example {@code 1.9e8}. */
  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%.1e", perSecond).replace("e+0", "e");
  }

  /** Two significant digits, however small. */
  private static String ratio(double ratio) {
    return new BigDecimal(ratio).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  private record Score(double rate, double bytes) {}
}
