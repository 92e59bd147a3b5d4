package io.mooring.room.benchmarks;

import io.mooring.room.benchmarks.subject.Machine;
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
import org.openjdk.jmh.annotations.Threads;
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

  /** Whose turn it is. */
  @Param public Subject subject = Subject.DENSE_TABLE;

  /** How many of a hundred events are taken. */
  @Param("" + Workload.LEGAL_PERCENT)
  public int legalPercent = Workload.LEGAL_PERCENT;

  private Machine machine;
  private Workload workload;

  /** What JMH makes. */
  public EventBenchmark() {}

  /** Puts a new machine under the clock. */
  @Setup
  public void begin() {
    machine = subject.machine();
    workload = Workload.of(legalPercent);
  }

  /** Lets go of it. */
  @TearDown
  public void end() {
    machine.close();
  }

  /** One thread. */
  @Benchmark
  public void events(Blackhole blackhole) {
    machine.walk(workload, blackhole);
  }

  /** Four threads that post to one machine; only for subjects that allow it. */
  @Benchmark
  @Threads(4)
  public void eventsOfFourThreads(Blackhole blackhole) {
    machine.walk(workload, blackhole);
  }
}
