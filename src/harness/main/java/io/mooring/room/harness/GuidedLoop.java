package io.mooring.room.harness;

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
import org.jspecify.annotations.Nullable;

/**
 * The loop of a guided {@link Fuzz}: what took something of the specification's graph for the first
 * time is kept in a corpus, and the next lists are made of that. With one thread it is the same for
 * the same seed and the same corpus.
 */
final class GuidedLoop implements FuzzLoop {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration BETWEEN_VISITS = Duration.ofSeconds(10);

  private final Fuzz fuzz;
  private final Harness harness;
  private final Mutations mutations;
  private final EdgeCoverage coverage;
  private final Corpus corpus;
  private final @Nullable CorpusFolder folder;
  private final long begin = System.nanoTime();
  private volatile long end;
  private final AtomicLong begun = new AtomicLong();
  private final LongAdder tries = new LongAdder();
  private final LongAdder stimuli = new LongAdder();
  private final LongAdder steps = new LongAdder();
  private final AtomicReference<@Nullable Found> found = new AtomicReference<>();
  private volatile boolean stopped;

  GuidedLoop(
      Fuzz fuzz,
      Harness harness,
      Mutations mutations,
      EdgeCoverage coverage,
      @Nullable CorpusFolder folder) {
    this.fuzz = fuzz;
    this.harness = harness;
    this.mutations = mutations;
    this.coverage = coverage;
    this.corpus = new Corpus(coverage);
    this.folder = folder;
  }

  @Override
  public FuzzReport.End run() {
    ExecutorService walkers = Executors.newFixedThreadPool(fuzz.threads());
    try {
      visitFolder();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < fuzz.threads(); i++) {
        SplittableRandom random = new SplittableRandom(Fuzz.mixed(fuzz.seed(), i));
        running.add(walkers.submit(() -> search(random)));
      }
      watch(running);
    } finally {
      walkers.shutdownNow();
      end = System.nanoTime();
    }
    return found.get() != null
        ? FuzzReport.End.FAILED
        : stopped ? FuzzReport.End.STOPPED : FuzzReport.End.COMPLETED;
  }

  /** Waits for the walkers, tells how far they are, and reads what others have found. */
  private void watch(List<Future<?>> running) {
    long reported = begin;
    long visited = begin;
    boolean interrupted = false;
    for (Future<?> walker : running) {
      while (!walker.isDone()) {
        stopped |= fuzz.stop().getAsBoolean() || interrupted;
        try {
          walker.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
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
          fuzz.progress().accept(progress());
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

  private void search(SplittableRandom random) {
    while (goesOn()) {
      long number = begun.getAndIncrement();
      if (number >= fuzz.tries()) {
        return;
      }
      Walk walk = walk(number, mutations.next(corpus, random));
      List<Stimulus> kept = walk.toLastFind();
      if (!kept.isEmpty() && folder != null) {
        folder.write(kept);
      }
    }
  }

  private boolean goesOn() {
    Duration duration = fuzz.duration();
    return !stopped
        && found.get() == null
        && !fuzz.endsAt(coverage)
        && (duration == null || System.nanoTime() - begin < duration.toNanos());
  }

  private Walk walk(long number, List<Stimulus> list) {
    Walk walk = harness.walk(list);
    tries.increment();
    stimuli.add(list.size());
    steps.add(walk.steps().size());
    if (walk.violation().isPresent()) {
      found.compareAndSet(null, new Found(number, walk));
    }
    corpus.add(walk);
    return walk;
  }

  /** Walks what is in the folder and was not seen before: also what another process has found. */
  private void visitFolder() {
    if (folder == null) {
      return;
    }
    for (List<Stimulus> list : folder.unseen()) {
      if (!goesOn() || fuzz.stop().getAsBoolean()) {
        return;
      }
      walk(FuzzReport.OF_CORPUS, list);
    }
  }

  @Override
  public Optional<Found> found() {
    return Optional.ofNullable(found.get());
  }

  @Override
  public FuzzProgress progress() {
    long now = end == 0 ? System.nanoTime() : end;
    return new FuzzProgress(
        tries.sum(),
        stimuli.sum(),
        steps.sum(),
        Duration.ofNanos(now - begin),
        coverage,
        corpus.size());
  }
}
