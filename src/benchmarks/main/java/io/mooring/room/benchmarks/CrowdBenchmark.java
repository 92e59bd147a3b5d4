package io.mooring.room.benchmarks;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionListener;
import io.mooring.room.RoomConnection;
import io.mooring.room.benchmarks.subject.IdleNetwork;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Timing;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million connections in one process, all on the system's scheduler, lose the network at once,
 * and give up when their windows have run out.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1) // counts are summed over iterations
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@State(Scope.Benchmark)
public class CrowdBenchmark {

  private static final int SIZE = 1_000_000;

  /** Called by JMH. */
  public CrowdBenchmark() {}

  /** Counters beside the time. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Counts {
    /** The heap retained by one connection with a running window, including its listener. */
    public double bytesEach;

    /** From the first loss to the last window armed. */
    public double armingMillis;

    /** The longest time that a listener waited after its window had run out. */
    public double latestMillis;

    /** Called by JMH. */
    public Counts() {}
  }

  /** From the first connection to the last one that has given up: the window is part of it. */
  @Benchmark
  public int loseTheNetwork(Counts counts) throws InterruptedException {
    long before = usedBytes();
    CountDownLatch waiting = new CountDownLatch(SIZE);
    Member[] members = new Member[SIZE];
    for (int i = 0; i < SIZE; i++) {
      members[i] = new Member(waiting);
    }
    long begin = System.nanoTime();
    for (Member member : members) {
      member.loseTheNetwork();
    }
    counts.armingMillis = (System.nanoTime() - begin) / 1e6;
    counts.bytesEach = (usedBytes() - before) / (double) SIZE;
    waiting.await();
    long latest = 0;
    for (Member member : members) {
      latest = Math.max(latest, member.waitedNanos);
    }
    counts.latestMillis = latest / 1e6;
    return members.length;
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** One connection and its listener. */
  private static final class Member implements ConnectionListener {

    private final IdleNetwork network = new IdleNetwork();
    private final RoomConnection connection =
        RoomConnection.builder(network).reconnectWindow(Timing.WINDOW_AT_LEAST).build();
    private final CountDownLatch waiting;
    private long dueNanoTime;
    private long waitedNanos;

    Member(CountDownLatch waiting) {
      this.waiting = waiting;
      connection.addListener(this);
      connection.initialize();
      connection.joinChannel("lobby", 7);
      requireNonNull(network.facts()).joined();
    }

    void loseTheNetwork() {
      dueNanoTime = System.nanoTime() + Timing.WINDOW_AT_LEAST.toNanos();
      requireNonNull(network.facts()).mediaLost();
    }

    @Override
    public void onConnectionStateChange(ConnectionChange change) {
      if (change.to() == ConnectionState.FAILED) {
        waitedNanos = System.nanoTime() - dueNanoTime;
        waiting.countDown();
      }
    }
  }
}
