package io.mooring.mbt.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a {@link Fuzz} searches.
 *
 * @param seed where the random lists begin
 * @param tries how many lists are run
 * @param duration a limit of time on the wall clock; empty if there is none
 * @param maxLength how long a list may be
 * @param threads how many threads run lists; systems and oracle must allow it
 * @param guided whether lists with new coverage are kept and the next ones are made of them. Then a
 *     try is the same in every run with one thread only, and cannot be had alone
 * @param endsWhenCovered whether to end as soon as everything is covered
 * @param corpus a folder that keeps the lists with new coverage, one a file. What is in it is run
 *     first, so that a run continues where others ended. Several processes may share it: each reads
 *     from time to time what the others have written
 * @param failureFile a file that a failing list is written to
 */
public record FuzzOptions(
    long seed,
    long tries,
    Optional<Duration> duration,
    int maxLength,
    int threads,
    boolean guided,
    boolean endsWhenCovered,
    Optional<Path> corpus,
    Optional<Path> failureFile) {

  /** 1000 independent lists of up to 60 inputs with seed 0, on one thread. */
  public static final FuzzOptions DEFAULT =
      new FuzzOptions(
          0, 1000, Optional.empty(), 60, 1, false, false, Optional.empty(), Optional.empty());

  /** Refuses what is not positive. */
  public FuzzOptions {
    requirePositive("tries", tries);
    duration.ifPresent(limit -> requirePositive("duration", limit.toNanos()));
    requirePositive("maxLength", maxLength);
    requirePositive("threads", threads);
  }

  private static void requirePositive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be > 0, but was " + value);
    }
  }

  /** With another seed. */
  public FuzzOptions withSeed(long other) {
    return new FuzzOptions(
        other, tries, duration, maxLength, threads, guided, endsWhenCovered, corpus, failureFile);
  }

  /** With this number of tries and no time limit. */
  public FuzzOptions withTries(long other) {
    return new FuzzOptions(
        seed,
        other,
        Optional.empty(),
        maxLength,
        threads,
        guided,
        endsWhenCovered,
        corpus,
        failureFile);
  }

  /** With as many tries as fit into a time on the wall clock. */
  public FuzzOptions withDuration(Duration limit) {
    return new FuzzOptions(
        seed,
        Long.MAX_VALUE,
        Optional.of(limit),
        maxLength,
        threads,
        guided,
        endsWhenCovered,
        corpus,
        failureFile);
  }

  /** With lists of up to this many inputs. */
  public FuzzOptions withMaxLength(int other) {
    return new FuzzOptions(
        seed, tries, duration, other, threads, guided, endsWhenCovered, corpus, failureFile);
  }

  /** On this many threads. */
  public FuzzOptions withThreads(int other) {
    return new FuzzOptions(
        seed, tries, duration, maxLength, other, guided, endsWhenCovered, corpus, failureFile);
  }

  /** With guidance by coverage. */
  public FuzzOptions withGuidance() {
    return new FuzzOptions(
        seed, tries, duration, maxLength, threads, true, endsWhenCovered, corpus, failureFile);
  }

  /** Ending as soon as everything is covered. */
  public FuzzOptions withEndWhenCovered() {
    return new FuzzOptions(
        seed, tries, duration, maxLength, threads, guided, true, corpus, failureFile);
  }

  /** With guidance, and a folder for the corpus. */
  public FuzzOptions withCorpus(Path folder) {
    return new FuzzOptions(
        seed,
        tries,
        duration,
        maxLength,
        threads,
        true,
        endsWhenCovered,
        Optional.of(folder),
        failureFile);
  }

  /** With a file that a failing list is written to. */
  public FuzzOptions withFailureFile(Path file) {
    return new FuzzOptions(
        seed,
        tries,
        duration,
        maxLength,
        threads,
        guided,
        endsWhenCovered,
        corpus,
        Optional.of(file));
  }
}
