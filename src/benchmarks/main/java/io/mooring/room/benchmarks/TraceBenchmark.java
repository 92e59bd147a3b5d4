package io.mooring.room.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.RoomConnection;
import io.mooring.room.harness.trace.ConnectionTraces;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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

/** Lines a second of a trace of many connections: validated, and only parsed. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(TraceBenchmark.LINES)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the setup
public class TraceBenchmark {

  static final int LINES = 200_000;

  private static final int CONNECTIONS = 1_000;

  private Path file;

  /** Called by JMH. */
  public TraceBenchmark() {}

  /** Records the notifications of a thousand connections, interleaved. */
  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("mooring", ".ndjson");
    Random random = new Random(1);
    VirtualTime time = VirtualTime.friendly();
    try (Writing trace = new Writing(time, new PrintWriter(Files.newBufferedWriter(file)))) {
      Member[] members = new Member[CONNECTIONS];
      for (int i = 0; i < CONNECTIONS; i++) {
        members[i] = new Member("s" + i, trace);
      }
      while (trace.lines < LINES) {
        members[random.nextInt(CONNECTIONS)].goOn();
        time.advance(Duration.ofMillis(1));
      }
    }
  }

  /** Deletes it. */
  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /** Checks it against the specification. */
  @Benchmark
  public ValidationReport validate() throws IOException {
    ValidationReport report =
        ConnectionTraces.validate(List.of(file), TraceValidator.Options.DEFAULT);
    if (report.rejected() > 0 || report.entries() != LINES) {
      throw new IllegalStateException("The trace of the benchmark is wrong: " + report);
    }
    return report;
  }

  /** Reads every value of it. */
  @Benchmark
  public long parse() throws IOException {
    long seen = 0;
    try (InputStream input = Files.newInputStream(file);
        JsonParser json = new JsonFactory().createParser(input)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          seen += json.getText().length();
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
          seen += json.getLongValue();
        }
      }
    }
    return seen;
  }

  /** The file that is being written, up to its last line. */
  private static final class Writing implements AutoCloseable {
    private final VirtualTime time;
    private final PrintWriter target;
    private int lines;

    Writing(VirtualTime time, PrintWriter target) {
      this.time = time;
      this.target = target;
    }

    void line(String name, int state, int reason) {
      if (lines < LINES) {
        lines++;
        target.printf(
            Locale.ROOT,
            "{\"time\":%d,\"session\":\"%s\",\"state\":%d,\"reason\":%d}%n",
            time.nanoTime() / 1_000_000,
            name,
            state,
            reason);
      }
    }

    @Override
    public void close() {
      if (target.checkError()) {
        throw new UncheckedIOException(new IOException("The trace could not be written"));
      }
      target.close();
    }
  }

  /** A connection that joins, loses the network, comes back and leaves, again and again. */
  private static final class Member {
    private final SimulatedTransport network = new SimulatedTransport();
    private final RoomConnection connection;
    private int turn;

    Member(String name, Writing trace) {
      connection = RoomConnection.builder(network).scheduler(trace.time).build();
      connection.addListener(
          change -> trace.line(name, change.to().code(), change.reason().code()));
      connection.initialize();
    }

    void goOn() {
      switch (turn) {
        case 0 -> connection.joinChannel("lobby", 7);
        case 1 -> state(Event.JOINED);
        case 2 -> state(Event.SIGNAL_LOST);
        case 3 -> state(Event.REJOINED);
        default -> connection.leaveChannel();
      }
      turn = (turn + 1) % 5;
    }

    private void state(Event fact) {
      network.session(0).orElseThrow().report(fact);
    }
  }
}
