package io.mooring.checker.mutate;

import io.mooring.checker.modelcheck.Reporter;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Checks mutants in one configuration, as many at once as there are processors, and says how far it
 * has come.
 *
 * <p>A check that does not end at its bound, because the evaluation of one expression does not end,
 * is left to itself: its thread ends with the process.
 */
final class Checks {

  private static final int AT_ONCE = Math.min(8, Runtime.getRuntime().availableProcessors());
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Duration LAST_GRACE = Duration.ofSeconds(3);

  private final MutantRun run;
  private final ConfigPass pass;
  private final ResultLog journal;
  private final Reporter reporter;
  private final BooleanSupplier interrupted;
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

  /** A completed check: with a result, with a failure, or with neither. */
  private record Ended(Mutant mutant, Optional<MutantResult> result, Optional<Throwable> failure) {}

  Checks(
      MutantRun run,
      ConfigPass pass,
      ResultLog journal,
      Reporter reporter,
      BooleanSupplier interrupted) {
    this.run = run;
    this.pass = pass;
    this.journal = journal;
    this.reporter = reporter;
    this.interrupted = interrupted;
  }

  /**
   * Checks mutants, and returns the results of those that finished before an interrupt.
   *
   * @param tally counts them
   * @param folder for the texts of the mutants
   */
  Map<Mutant, MutantResult> of(List<Mutant> chosen, ProgressLine tally, Path folder)
      throws TlcException {
    Map<Mutant, MutantResult> results = new HashMap<>();
    Map<Mutant, Long> running = new HashMap<>();
    Deque<Mutant> waiting = new ArrayDeque<>();
    for (Mutant mutant : chosen) {
      Optional<MutantResult> before = journal.of(mutant, pass);
      before.ifPresentOrElse(
          result -> results.put(mutant, tally.recall(result)), () -> waiting.add(mutant));
    }
    int number = 0;
    long deadline = Long.MAX_VALUE;
    while ((!waiting.isEmpty() || !running.isEmpty()) && System.nanoTime() < deadline) {
      if (interrupted.getAsBoolean() && deadline == Long.MAX_VALUE) {
        waiting.clear();
        deadline = System.nanoTime() + LAST_GRACE.toNanos();
      }
      while (running.size() < AT_ONCE && !waiting.isEmpty()) {
        Mutant next = waiting.removeFirst();
        running.put(next, System.nanoTime());
        begin(next, folder.resolve(Integer.toString(number++)));
      }
      Optional<Ended> news = await();
      if (news.isPresent() && running.remove(news.get().mutant()) != null) {
        Optional<MutantResult> result = result(news.get());
        if (result.isPresent()) {
          journal.add(result.get(), pass);
          results.put(result.get().mutant(), tally.count(result.get()));
        }
      }
      abandon(running).forEach(result -> results.put(result.mutant(), tally.count(result)));
      reporter.progress(tally.line());
    }
    return results;
  }

  private void begin(Mutant mutant, Path folder) {
    Thread thread =
        new Thread(
            () -> {
              Optional<MutantResult> result = Optional.empty();
              Optional<Throwable> failure = Optional.empty();
              try {
                result = run.run(mutant, folder);
              } catch (TlcException | RuntimeException | Error thrown) {
                failure = Optional.of(thrown);
              }
              ended.add(new Ended(mutant, result, failure));
            },
            "mooring-mutant");
    thread.setDaemon(true);
    thread.start();
  }

  private Optional<Ended> await() throws TlcException {
    try {
      return Optional.ofNullable(ended.poll(200, TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new TlcException("The run was interrupted", interrupt);
    }
  }

  private static Optional<MutantResult> result(Ended end) throws TlcException {
    if (end.failure().isPresent()) {
      throw new TlcException(
          end.mutant().id() + ": the check failed: " + end.failure().get(), end.failure().get());
    }
    return end.result();
  }

  /** Takes out the checks that should have ended long ago. */
  private List<MutantResult> abandon(Map<Mutant, Long> running) {
    Bounds bounds = pass.bounds();
    List<MutantResult> abandoned = new ArrayList<>();
    long latest = System.nanoTime() - bounds.time().plus(GRACE).toNanos();
    running
        .entrySet()
        .removeIf(
            entry -> {
              boolean late = entry.getValue() < latest;
              if (late) {
                abandoned.add(
                    new MutantResult(
                        entry.getKey(),
                        pass.name(),
                        MutantResult.Status.UNDECIDED,
                        Optional.empty(),
                        OptionalInt.empty(),
                        String.format(
                            Locale.ROOT,
                            "takes longer than %,d s, in one step",
                            bounds.time().toSeconds()),
                        bounds.time().plus(GRACE),
                        1));
              }
              return late;
            });
    return abandoned;
  }
}
