package io.mooring.room.benchmarks;

import io.mooring.room.benchmarks.subject.MeasuredMachine;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Events a second: one subject walks the workload, on one thread, or on four at once. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(Workload.SIZE)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the setup
public class EventBenchmark {

  private static final int THREADS = 4;

  /** Whose turn it is. */
  @Param public Subject subject = Subject.DENSE_TABLE;

  /** How many of a hundred events are taken. */
  @Param("" + Workload.LEGAL_PERCENT)
  public int legalPercent = Workload.LEGAL_PERCENT;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private MeasuredMachine machine;
  private Workload workload;

  /** Called by JMH. */
  public EventBenchmark() {}

  /** Puts a new machine under the clock. */
  @Setup
  public void begin() {
    machine = subject.machine();
    workload = Workload.of(legalPercent);
  }

  /** Closes the machine. */
  @TearDown
  public void end() {
    machine.close();
    threads.shutdown();
  }

  /** One thread. */
  @Benchmark
  public void events(Blackhole blackhole) {
    machine.walk(workload, blackhole);
  }

  /**
   * Four threads that post to one machine, a walk each, from the first event to the last one
   * carried out; only for subjects that allow it. Four threads that never stopped would be no
   * measurement: one of them executes what the others post, and would never finish.
   */
  @Benchmark
  @OperationsPerInvocation(THREADS * Workload.SIZE)
  public void eventsOfFourThreads(Blackhole blackhole)
      throws InterruptedException, ExecutionException {
    Callable<Void> walk =
        () -> {
          machine.walk(workload, blackhole);
          return null;
        };
    for (Future<Void> each : threads.invokeAll(Collections.nCopies(THREADS, walk))) {
      each.get();
    }
  }
}
