package io.mooring.room.benchmarks;

import io.mooring.room.RoomScheduler;
import io.mooring.room.RoomScheduler.Cancellable;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The time to cancel one timer and arm another, while a million run. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the setup
public class TimerBenchmark {

  private static final int RUNNING = 1_000_000;

  /** Longer than a measurement, so that none runs out. */
  private static final long SHORTEST_MILLIS = 55_000;

  private static final long LONGEST_MILLIS = 65_000;

  /** Which scheduler. */
  @Param public Kind kind = Kind.SYSTEM;

  private RoomScheduler scheduler;
  private Cancellable[] running;

  /** Called by JMH. */
  public TimerBenchmark() {}

  /** Has a million timers run. */
  @Setup
  public void begin() {
    scheduler = kind == Kind.SYSTEM ? RoomScheduler.system() : new Executor();
    running = new Cancellable[RUNNING];
    for (int i = 0; i < RUNNING; i++) {
      running[i] = arm();
    }
  }

  /** Stops them. */
  @TearDown
  public void end() {
    for (Cancellable each : running) {
      each.cancel();
    }
  }

  /** Cancels one of them and arms it again. */
  @Benchmark
  public void cancelAndArm() {
    int index = ThreadLocalRandom.current().nextInt(RUNNING);
    running[index].cancel();
    running[index] = arm();
  }

  private Cancellable arm() {
    return scheduler.schedule(
        Duration.ofMillis(ThreadLocalRandom.current().nextLong(SHORTEST_MILLIS, LONGEST_MILLIS)),
        () -> {});
  }

  /** The schedulers that are compared. */
  public enum Kind {
    /** {@link RoomScheduler#system()}. */
    SYSTEM,
    /** A {@link ScheduledThreadPoolExecutor} of one thread, which forgets what is cancelled. */
    EXECUTOR
  }

  private static final class Executor implements RoomScheduler {

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

    Executor() {
      executor.setRemoveOnCancelPolicy(true);
      executor.setKeepAliveTime(1, TimeUnit.SECONDS);
      executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
      Future<?> future = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    }
  }
}
