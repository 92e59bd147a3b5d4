package io.mooring.mbt.fuzz;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.coverage.Dimension;
import io.mooring.mbt.run.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The result of a fuzz run, with everything that is needed to repeat it.
 *
 * @param system name of the system
 * @param oracle name of the oracle
 * @param options how it searched
 * @param end why the run ended
 * @param total the coverage that was reached
 * @param notes what the run could not use, and why: files of the corpus that are no lists
 * @param failure the first failure in the order of tries, if there was one
 * @param <I> the inputs
 */
public record FuzzReport<I>(
    String system,
    String oracle,
    FuzzOptions options,
    End end,
    FuzzProgress total,
    List<String> notes,
    Optional<Failure<I>> failure) {

  /** The number of the try that was a list of the corpus folder. */
  static final long OF_CORPUS = -1;

  private static final int SHOWN = 10;

  /** Copies the notes. */
  public FuzzReport {
    notes = List.copyOf(notes);
  }

  /** Why a run ended. */
  public enum End {
    /** All tries were made, or the time was used up. */
    COMPLETED,
    /** It was stopped before. */
    STOPPED,
    /** A run had a violation. */
    FAILED
  }

  /**
   * A run with a violation, shrunk.
   *
   * @param tryNumber the try that found it, from 0; negative for a list of the corpus folder. The
   *     tries before it had no violation
   * @param lengthBefore how many inputs the list had before it was shrunk
   * @param run the run of the shrunk list
   * @param file where the shrunk list was written, if it was
   * @param <I> the inputs
   */
  public record Failure<I>(long tryNumber, int lengthBefore, Run<I> run, Optional<Path> file) {}

  /** Whether nothing was violated. */
  public boolean isGood() {
    return failure.isEmpty();
  }

  /** The report as text, several lines. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "engine", system);
    line(text, "oracle", oracle);
    line(
        text,
        "seed",
        options.seed()
            + ", lists of up to "
            + options.maxLength()
            + ", "
            + options.threads()
            + (options.threads() == 1 ? " thread" : " threads"));
    line(
        text,
        "tries",
        String.format(Locale.ROOT, "%,d%s", total.tries(), end == End.STOPPED ? " (stopped)" : ""));
    line(
        text,
        "events",
        String.format(
            Locale.ROOT,
            "%,d inputs, %,d steps checked in %.3f s, %,d steps/s",
            total.inputs(),
            total.steps(),
            total.elapsed().toNanos() / 1e9,
            Math.round(total.stepsPerSecond())));
    coverage(text, total.coverage());
    if (total.corpus() > 0) {
      line(
          text,
          "corpus",
          String.format(Locale.ROOT, "%,d lists with new coverage", total.corpus()));
    }
    some(text, "left out", notes);
    failure.ifPresentOrElse(
        found -> failure(text, found), () -> line(text, "result", "no violation"));
    return text.toString();
  }

  private static void coverage(StringBuilder text, Coverage coverage) {
    line(text, "coverage", coverage.summary());
    line(text, "", coverage.pairSummary());
    for (Dimension dimension : coverage.dimensions()) {
      some(
          text,
          dimension.shortName() + " missing",
          dimension.missing(SHOWN),
          dimension.possible() - dimension.count());
    }
  }

  private void failure(StringBuilder text, Failure<I> found) {
    line(
        text,
        "result",
        found.tryNumber() == OF_CORPUS
            ? "violated by a list of the corpus"
            : "violated in try " + found.tryNumber());
    line(
        text,
        "shrunk",
        "from " + found.lengthBefore() + " inputs to " + found.run().inputs().size());
    found.file().ifPresent(file -> line(text, "written to", file.toString()));
    text.append('\n').append(found.run().report());
  }

  static void line(StringBuilder text, String name, String value) {
    text.append(
        String.format(Locale.ROOT, "%-16s%s%n", name, value).replace(System.lineSeparator(), "\n"));
  }

  static void some(StringBuilder text, String name, List<String> lines) {
    some(text, name, lines.stream().limit(SHOWN).toList(), lines.size());
  }

  private static void some(StringBuilder text, String name, List<String> lines, long all) {
    for (int i = 0; i < lines.size(); i++) {
      line(text, i == 0 ? name : "", lines.get(i));
    }
    if (all > lines.size()) {
      line(text, "", "and " + (all - lines.size()) + " more");
    }
  }
}
