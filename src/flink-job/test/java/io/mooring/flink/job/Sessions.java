package io.mooring.flink.job;

import io.mooring.mbt.trace.RejectedEntry;
import io.mooring.mbt.trace.TraceSource;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.harness.trace.ConnectionTraces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sessions of a fleet, some of them faulty, and what {@code validate} decides on them. */
final class Sessions {

  /** A line, and what a stream must know of it. */
  record Line(String session, long time, int sequence, String text) {}

  private static final long BEGIN = 1_700_000_000_000L;

  /** What a session says after a pause in milliseconds. */
  private record Said(String state, String reason, long pause) {}

  private static final List<Said> GOOD =
      List.of(
          new Said("CONNECTING", "JOIN_CHANNEL", 0),
          new Said("CONNECTED", "JOIN_SUCCEED", 700),
          new Said("RECONNECTING", "SIGNAL_DISCONNECTED", 9_000),
          new Said("CONNECTED", "REJOIN_SUCCEED", 4_000),
          new Said("DISCONNECTED", "LEAVE_CHANNEL", 20_000),
          new Said("CONNECTING", "JOIN_CHANNEL", 1_000),
          new Said("CONNECTED", "JOIN_SUCCEED", 900),
          new Said("DISCONNECTED", "BE_KICKED", 5_000));

  private final Random random;
  private final List<Line> lines = new ArrayList<>();

  /**
   * Sessions that begin within a time.
   *
   * @param spread in milliseconds
   */
  Sessions(long seed, int count, long spread) {
    random = new Random(seed);
    for (int i = 0; i < count; i++) {
      session("s" + i, BEGIN + (long) (random.nextDouble() * spread), i % 4 == 3);
    }
    // A stable sort: what a session says at one time stays in its order.
    lines.sort(Comparator.comparingLong(Line::time));
  }

  private void session(String name, long begin, boolean faulty) {
    int length = 4 + random.nextInt(GOOD.size() - 3);
    int wrong = faulty ? 1 + random.nextInt(length - 1) : -1;
    long time = begin;
    for (int i = 0; i < length; i++) {
      Said said = GOOD.get(i);
      time += said.pause() + random.nextInt(200);
      String state = i == wrong ? "FAILED" : said.state();
      lines.add(
          new Line(
              name,
              time,
              i + 1,
              "{\"time\":"
                  + time
                  + ",\"session\":\""
                  + name
                  + "\",\"sequence\":"
                  + (i + 1)
                  + ",\"version\":\"1."
                  + name.length()
                  + "\",\"region\":\"eu\",\"state\":\""
                  + state
                  + "\",\"reason\":\""
                  + said.reason()
                  + "\"}"));
    }
  }

  /** In the order of their times. */
  List<Line> lines() {
    return lines;
  }

  /** In which nothing is later than the disorder. */
  List<Line> shuffled(long disorder) {
    Map<Line, Long> late =
        lines.stream()
            .collect(
                Collectors.toMap(
                    line -> line, line -> line.time() + (long) (random.nextDouble() * disorder)));
    return lines.stream()
        .sorted(Comparator.comparingLong((Line line) -> late.getOrDefault(line, 0L)))
        .toList();
  }

  /** What {@code validate} decides on each. */
  Map<String, String> decisions() throws IOException {
    return decisions(lines);
  }

  /** What {@code validate} decides on the sessions of lines in their order. */
  static Map<String, String> decisions(List<Line> lines) throws IOException {
    Map<String, String> decisions = new TreeMap<>();
    lines.forEach(line -> decisions.put(line.session(), "accepted"));
    byte[] file =
        lines.stream()
            .map(Line::text)
            .collect(Collectors.joining("\n", "", "\n"))
            .getBytes(StandardCharsets.UTF_8);
    ValidationReport report =
        ConnectionTraces.validateAll(
            List.of(new TraceSource("lines", () -> new ByteArrayInputStream(file))),
            TraceValidator.Options.DEFAULT);
    if (report.rejections().size() != report.rejected() || report.malformed() > 0) {
      throw new IllegalStateException("too many rejections, or lines that cannot be read");
    }
    for (RejectedEntry each : report.rejections()) {
      decisions.put(each.session(), "rejected");
    }
    return decisions;
  }
}
