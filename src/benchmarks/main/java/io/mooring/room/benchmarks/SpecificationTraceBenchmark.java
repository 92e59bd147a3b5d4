package io.mooring.room.benchmarks;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.events.EventReport;
import io.mooring.mbt.events.EventTraces;
import io.mooring.mbt.events.TraceMap;
import io.mooring.mbt.record.TraceRecorder;
import io.mooring.mbt.trace.TraceSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Lines a second of a trace of any specification, where TLC's answers repeat. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(SpecificationTraceBenchmark.LINES)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the setup
public class SpecificationTraceBenchmark {

  static final int LINES = 100_000;

  private static final int ITEMS = 6;
  private static final int CAPACITY = 4;

  private static final String MODULE =
      """
      ---- MODULE Store ----
      EXTENDS Naturals, FiniteSets
      VARIABLES stored, hidden
      Init == stored = {} /\\ hidden \\in {0, 1}
      Put(item) == /\\ item \\notin stored /\\ Cardinality(stored) < 4
                   /\\ stored' = stored \\cup {item} /\\ UNCHANGED hidden
      Take(item) == item \\in stored /\\ stored' = stored \\ {item} /\\ hidden' = 1 - hidden
      Next == \\E item \\in 1..6 : Put(item) \\/ Take(item)
      Spec == Init /\\ [][Next]_<<stored, hidden>>
      ====
      """;

  private EventTraces traces;
  private byte[] trace;

  /** Called by JMH. */
  public SpecificationTraceBenchmark() {}

  /** Opens the module, and records a trace of it. */
  @Setup
  public void open() throws IOException, TlcException {
    Path folder = Files.createTempDirectory("mooring");
    Path module = Files.writeString(folder.resolve("Store.tla"), MODULE);
    Path config = Files.writeString(folder.resolve("Store.cfg"), "SPECIFICATION Spec\n");
    traces = EventTraces.open(Tlc.bundled(), CheckRequest.of(module, config), TraceMap.PLAIN);
    trace = recorded().getBytes(StandardCharsets.UTF_8);
  }

  private static String recorded() {
    StringWriter text = new StringWriter();
    Random random = new Random(1);
    TreeSet<Integer> stored = new TreeSet<>();
    try (TraceRecorder recorder = TraceRecorder.to(text)) {
      for (int line = 0; line < LINES; ) {
        int item = 1 + random.nextInt(ITEMS);
        boolean takes = stored.remove(item);
        if (takes || (stored.size() < CAPACITY && stored.add(item))) {
          recorder.action(
              takes ? "Take" : "Put", each -> each.arg("item", item).state("stored", stored));
          line++;
        }
      }
    }
    return text.toString();
  }

  /** Closes it. */
  @TearDown
  public void close() {
    traces.close();
  }

  /** Reads and explains the lines. */
  @Benchmark
  public long lines() throws IOException, TlcException {
    EventReport report =
        traces.validate(
            List.of(new TraceSource("trace", () -> new ByteArrayInputStream(trace))),
            EventTraces.Options.DEFAULT);
    if (report.explained() != 1 || report.judged() != LINES) {
      throw new IllegalStateException("not " + LINES + " explained lines: " + report);
    }
    return report.judged();
  }
}
