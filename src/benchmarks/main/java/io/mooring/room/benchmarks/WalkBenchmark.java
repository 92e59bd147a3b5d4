package io.mooring.room.benchmarks;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.driver.Action;
import io.mooring.mbt.driver.Driver;
import io.mooring.mbt.driver.DriverTest;
import io.mooring.mbt.driver.DriverTest.Walks;
import io.mooring.mbt.driver.Outcome;
import io.mooring.mbt.driver.WalkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Steps a second of driven walks, checked by TLC in this process: where its answers are remembered,
 * and where nearly each state is new.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(WalkBenchmark.STEPS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the setup
public class WalkBenchmark {

  static final int STEPS = 5_000;

  private static final int LENGTH = 50;
  private static final int FEW = 50;
  private static final int MANY = 40_000_003;

  private static final String MODULE =
      """
      ---- MODULE Mixer ----
      EXTENDS Naturals
      CONSTANT Size
      VARIABLES sum, last, steps
      Init == sum = 0 /\\ last = 0 /\\ steps = 0
      Add(n) == sum' = (sum * 31 + n) % Size /\\ last' = n /\\ steps' = (steps + 1) % 3
      Swap == last # 0 /\\ sum' = (sum + last * 7) % Size /\\ last' = 0 /\\ UNCHANGED steps
      Next == Swap \\/ \\E n \\in 1..4 : Add(n)
      Spec == Init /\\ [][Next]_<<sum, last, steps>>
      ====
      """;

  private DriverTest remembered;

  /** Called by JMH. */
  public WalkBenchmark() {}

  /** An implementation of the module, which shows its sum. */
  private static final class Mixer implements Driver {
    private final int size;
    private int sum;
    private int last;

    Mixer(int size) {
      this.size = size;
    }

    @Override
    public Outcome apply(Action action) {
      if (action.name().equals("Swap")) {
        sum = (sum + last * 7) % size;
        last = 0;
      } else {
        last = action.integer("n");
        sum = (sum * 31 + last) % size;
      }
      return Outcome.applied();
    }

    @Override
    public Map<String, ?> show() {
      return Map.of("sum", sum);
    }
  }

  private static DriverTest open(int size) throws IOException, TlcException {
    Path folder = Files.createTempDirectory("mooring");
    Path module = Files.writeString(folder.resolve("Mixer.tla"), MODULE);
    Path config =
        Files.writeString(
            folder.resolve("Mixer.cfg"), "SPECIFICATION Spec\nCONSTANT Size = " + size + "\n");
    return DriverTest.open(
        Tlc.bundled(),
        module,
        config,
        () -> new Mixer(size),
        WalkOptions.DEFAULT.withWalks(STEPS / LENGTH).withSteps(LENGTH).exploring(1));
  }

  /** Opens the module for few states. */
  @Setup
  public void open() throws IOException, TlcException {
    remembered = open(FEW);
  }

  /** Closes it. */
  @TearDown
  public void close() {
    remembered.close();
  }

  /** The module for so many states that nearly each is new. */
  @State(Scope.Benchmark)
  public static class Fresh {
    private DriverTest test;

    /** Called by JMH. */
    public Fresh() {}

    /** Opens it; nothing of it is remembered. */
    @Setup(Level.Invocation)
    public void open() throws IOException, TlcException {
      test = WalkBenchmark.open(MANY);
    }

    /** Closes it. */
    @TearDown(Level.Invocation)
    public void close() {
      test.close();
    }
  }

  /** Steps where the answers are remembered. */
  @Benchmark
  public long remembered() {
    return steps(remembered.random());
  }

  /** Steps where TLC is queried for nearly each. */
  @Benchmark
  public long fresh(Fresh many) {
    return steps(many.test.random());
  }

  private static long steps(Walks walks) {
    if (walks.found().isPresent() || walks.steps() != STEPS) {
      throw new IllegalStateException("not " + STEPS + " steps without a finding: " + walks);
    }
    return walks.steps();
  }
}
