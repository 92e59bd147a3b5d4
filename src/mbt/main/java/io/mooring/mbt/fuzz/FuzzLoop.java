package io.mooring.mbt.fuzz;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.run.Harness;
import io.mooring.mbt.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The loop of a {@link Fuzz}: each thread takes the number of the next try, gets its list from the
 * source and runs it; the calling thread watches. Tries begin in the order of their numbers and
 * each that has begun is finished, so the first failure in that order is found with any number of
 * threads.
 */
final class FuzzLoop<I> {
  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration BETWEEN_VISITS = Duration.ofSeconds(10);

  private final Harness<I> harness;
  private final Coverage coverage;
  private final Source<I> source;
  private final Optional<CorpusFolder<I>> folder;
  private final FuzzOptions options;
  private final long nanos;
  private final Consumer<FuzzProgress> listener;
  private final BooleanSupplier stop;
  private final long begin = System.nanoTime();
  private final AtomicLong begun = new AtomicLong();
  private final LongAdder tries = new LongAdder();
  private final LongAdder inputs = new LongAdder();
  private final LongAdder steps = new LongAdder();
  private final AtomicReference<@Nullable Found<I>> found = new AtomicReference<>();
  private volatile boolean stopped;
  private volatile long end;

  /** A run with a violation, and the try that it was. */
  record Found<I>(long tryNumber, Run<I> run) {}

  FuzzLoop(
      Harness<I> harness,
      Coverage coverage,
      Source<I> source,
      Optional<CorpusFolder<I>> folder,
      FuzzOptions options,
      Consumer<FuzzProgress> listener,
      BooleanSupplier stop) {
    this.harness = harness;
    this.coverage = coverage;
    this.source = source;
    this.folder = folder;
    this.options = options;
    this.nanos = options.duration().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    this.listener = listener;
    this.stop = stop;
  }

  /** Searches until something is found, everything is done, or the run is stopped. */
  FuzzReport.End run() {
    ExecutorService workers = Executors.newFixedThreadPool(options.threads());
    try {
      visitFolder();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < options.threads(); i++) {
        SplittableRandom random = new SplittableRandom(Fuzz.mixed(options.seed(), i));
        running.add(workers.submit(() -> search(random)));
      }
      watch(running);
    } finally {
      workers.shutdownNow();
      end = System.nanoTime();
    }
    return found.get() != null
        ? FuzzReport.End.FAILED
        : stopped ? FuzzReport.End.STOPPED : FuzzReport.End.COMPLETED;
  }

  private void search(SplittableRandom random) {
    while (goesOn()) {
      long number = begun.getAndIncrement();
      if (number >= options.tries()) {
        return;
      }
      source.ran(run(number, source.next(number, random)));
    }
  }

  private boolean goesOn() {
    return !stopped
        && found.get() == null
        && !(options.endsWhenCovered() && coverage.isExhausted())
        && (nanos == Long.MAX_VALUE || System.nanoTime() - begin < nanos);
  }

  private Run<I> run(long number, List<I> list) {
    Run<I> run = harness.run(list, coverage.begin());
    tries.increment();
    inputs.add(list.size());
    steps.add(run.steps());
    if (run.violation().isPresent()) {
      Found<I> other = new Found<>(number, run);
      found.accumulateAndGet(
          other,
          (first, second) ->
              first == null || (second != null && second.tryNumber() < first.tryNumber())
                  ? second
                  : first);
    }
    return run;
  }

  /** Waits for the workers, reports progress, and reads what other processes have found. */
  private void watch(List<Future<?>> running) {
    long reported = begin;
    long visited = begin;
    boolean interrupted = false;
    for (Future<?> worker : running) {
      while (!worker.isDone()) {
        stopped |= stop.getAsBoolean() || interrupted;
        try {
          worker.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (TimeoutException goOn) {
          // looks around, and waits again
        } catch (ExecutionException failure) {
          stopped = true;
          throw new IllegalStateException("the harness itself failed", failure.getCause());
        }
        long now = System.nanoTime();
        if (now - reported >= BETWEEN_REPORTS.toNanos()) {
          reported = now;
          listener.accept(progress());
        }
        if (now - visited >= BETWEEN_VISITS.toNanos()) {
          visited = now;
          visitFolder();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs what is in the folder and was not seen before: also what another process has found. */
  private void visitFolder() {
    if (folder.isEmpty()) {
      return;
    }
    for (List<I> list : folder.get().unseen()) {
      if (!goesOn() || stop.getAsBoolean()) {
        return;
      }
      source.ranOfCorpus(run(FuzzReport.OF_CORPUS, list));
    }
  }

  /** What it has found, if it has. */
  Optional<Found<I>> found() {
    return Optional.ofNullable(found.get());
  }

  /** How far it has come. */
  FuzzProgress progress() {
    long now = end == 0 ? System.nanoTime() : end;
    return new FuzzProgress(
        tries.sum(),
        inputs.sum(),
        steps.sum(),
        Duration.ofNanos(now - begin),
        coverage,
        source.kept());
  }
}
