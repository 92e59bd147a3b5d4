package io.mooring.room.harness;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The loop of a blind {@link Fuzz}: one thread generates, because jqwik's generators belong to the
 * thread of their session; it hands batches to the walkers and takes their results in the order of
 * the tries.
 */
final class BlindLoop implements FuzzLoop {
  private static final int BATCH = 64;

  private final Fuzz fuzz;
  private final Harness harness;
  private final RandomGenerator<List<Stimulus>> generator;
  private final EdgeCoverage coverage;
  private final long begin = System.nanoTime();
  private long end;
  private long reported = begin;
  private long tries;
  private long stimuli;
  private long steps;
  private @Nullable Found found;

  BlindLoop(
      Fuzz fuzz,
      Harness harness,
      RandomGenerator<List<Stimulus>> generator,
      EdgeCoverage coverage) {
    this.fuzz = fuzz;
    this.harness = harness;
    this.generator = generator;
    this.coverage = coverage;
  }

  private record Batch(long first, List<List<Stimulus>> lists) {}

  private record Result(long tries, long stimuli, long steps, Optional<Found> found) {}

  @Override
  public FuzzReport.End run() {
    ExecutorService walkers = Executors.newFixedThreadPool(fuzz.threads());
    try {
      return run(walkers);
    } finally {
      walkers.shutdownNow();
      end = System.nanoTime();
    }
  }

  private FuzzReport.End run(ExecutorService walkers) {
    Deque<Future<Result>> running = new ArrayDeque<>();
    long next = 0;
    boolean stopped = false;
    while (found == null) {
      stopped = stopped || fuzz.stop().getAsBoolean() || Thread.currentThread().isInterrupted();
      boolean more = !stopped && next < fuzz.tries() && !timeIsUp() && !fuzz.endsAt(coverage);
      if (more && running.size() <= fuzz.threads()) {
        Batch batch = batch(next);
        next += batch.lists().size();
        running.add(walkers.submit(() -> walk(batch)));
      } else if (!running.isEmpty()) {
        take(running.remove());
      } else {
        break;
      }
    }
    return found != null
        ? FuzzReport.End.FAILED
        : stopped ? FuzzReport.End.STOPPED : FuzzReport.End.COMPLETED;
  }

  private boolean timeIsUp() {
    Duration duration = fuzz.duration();
    return duration != null && System.nanoTime() - begin >= duration.toNanos();
  }

  private Batch batch(long first) {
    List<List<Stimulus>> lists = new ArrayList<>();
    for (long i = first; i < first + BATCH && i < fuzz.tries(); i++) {
      lists.add(Fuzz.list(generator, fuzz.seed(), i));
    }
    return new Batch(first, lists);
  }

  private Result walk(Batch batch) {
    long given = 0;
    long decided = 0;
    for (int i = 0; i < batch.lists().size(); i++) {
      Walk walk = harness.walk(batch.lists().get(i));
      given += walk.stimuli().size();
      decided += walk.steps().size();
      if (walk.violation().isPresent()) {
        return new Result(i + 1, given, decided, Optional.of(new Found(batch.first() + i, walk)));
      }
    }
    return new Result(batch.lists().size(), given, decided, Optional.empty());
  }

  private void take(Future<Result> future) {
    Result result = awaited(future);
    tries += result.tries();
    stimuli += result.stimuli();
    steps += result.steps();
    found = result.found().orElse(null);
    if (System.nanoTime() - reported >= BETWEEN_REPORTS.toNanos()) {
      reported = System.nanoTime();
      fuzz.progress().accept(progress());
    }
  }

  /** An interrupt ends the run after the batches that are on their way. */
  private static Result awaited(Future<Result> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException again) {
          interrupted = true;
        } catch (ExecutionException failure) {
          throw new IllegalStateException("the harness itself failed", failure.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Optional<Found> found() {
    return Optional.ofNullable(found);
  }

  @Override
  public FuzzProgress progress() {
    long now = end == 0 ? System.nanoTime() : end;
    return new FuzzProgress(tries, stimuli, steps, Duration.ofNanos(now - begin), coverage, 0);
  }
}
