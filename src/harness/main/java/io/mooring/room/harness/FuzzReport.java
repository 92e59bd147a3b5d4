package io.mooring.room.harness;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a fuzz run found, with all that is needed to do it again.
 *
 * @param engine name of the engine
 * @param oracle name of the oracle
 * @param seed the seed of the run
 * @param longest how many stimuli a list had at most
 * @param threads how many threads walked
 * @param end why the run ended
 * @param total how far it came
 * @param notes what the run could not use, and why: files of the corpus that are no event lists
 * @param failure the first failure in the order of tries, if there was one
 */
public record FuzzReport(
    String engine,
    String oracle,
    long seed,
    int longest,
    int threads,
    End end,
    FuzzProgress total,
    List<String> notes,
    Optional<Failure> failure) {

  /** The number of the try that was a list of the corpus folder. */
  static final long OF_CORPUS = -1;

  /** Copies the notes. */
  public FuzzReport {
    notes = List.copyOf(notes);
  }

  /** Why a run ended. */
  public enum End {
    /** All tries were made, or the time was used up. */
    COMPLETED,
    /** Somebody stopped it before. */
    STOPPED,
    /** A walk had a violation. */
    FAILED
  }

  /**
   * A walk with a violation, shrunk.
   *
   * @param tryNumber the try that found it, from 0; negative for a list of the corpus folder. The
   *     same try of a blind run finds the same list again, alone
   * @param lengthBefore how many stimuli the list had before it was shrunk
   * @param walk the shrunk list's walk
   * @param file where the shrunk list was written, if it was
   */
  public record Failure(long tryNumber, int lengthBefore, Walk walk, Optional<Path> file) {}

  /** Whether nothing was violated. */
  public boolean isGood() {
    return failure.isEmpty();
  }

  /** The report as text, several lines. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "engine", engine);
    line(text, "oracle", oracle);
    line(
        text,
        "seed",
        seed
            + ", lists of up to "
            + longest
            + ", "
            + threads
            + (threads == 1 ? " thread" : " threads"));
    line(
        text,
        "tries",
        String.format(Locale.ROOT, "%,d%s", total.tries(), end == End.STOPPED ? " (stopped)" : ""));
    line(
        text,
        "events",
        String.format(
            Locale.ROOT,
            "%,d stimuli, %,d steps checked in %s, %,d steps/s",
            total.stimuli(),
            total.steps(),
            Wording.seconds(total.elapsed()),
            Math.round(total.stepsPerSecond())));
    line(text, "coverage", total.coverage().summary());
    missing(text, "rows not taken", total.coverage().rowsMissing());
    missing(text, "edges not taken", total.coverage().edgesMissing());
    line(text, "", total.coverage().pairSummary());
    missing(text, "pairs not taken", total.coverage().edgePairsMissing());
    missing(text, "timers not fired", total.coverage().firingsMissing());
    if (total.corpus() > 0) {
      line(
          text,
          "corpus",
          String.format(Locale.ROOT, "%,d lists that took something new", total.corpus()));
    }
    missing(text, "left out", notes);
    if (failure.isPresent()) {
      Failure found = failure.get();
      line(
          text,
          "result",
          found.tryNumber() == OF_CORPUS
              ? "violated by a list of the corpus"
              : "violated in try " + found.tryNumber());
      line(
          text,
          "shrunk",
          "from " + found.lengthBefore() + " stimuli to " + found.walk().stimuli().size());
      found.file().ifPresent(file -> line(text, "written to", file.toString()));
      text.append('\n').append(found.walk().report());
    } else {
      line(text, "result", "no violation");
    }
    return text.toString();
  }

  static void line(StringBuilder text, String name, String value) {
    text.append(
        String.format(Locale.ROOT, "%-16s%s%n", name, value).replace(System.lineSeparator(), "\n"));
  }

  static void missing(StringBuilder text, String name, List<String> missing) {
    int shown = Math.min(10, missing.size());
    for (int i = 0; i < shown; i++) {
      line(text, i == 0 ? name : "", missing.get(i));
    }
    if (missing.size() > shown) {
      line(text, "", "and " + (missing.size() - shown) + " more");
    }
  }
}
