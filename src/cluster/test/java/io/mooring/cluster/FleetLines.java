package io.mooring.cluster;

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

/**
 * What clients and a faulty collector write: sessions of which some are rejected, one client whose
 * clock is wrong by an hour, and lines that are none.
 */
final class FleetLines {

  /** A line, of a session or of none, with the time at which a server received it. */
  record Line(String session, long received, String text) {}

  private static final long BEGIN = 1_700_000_000_000L;
  private static final long HOUR = 3_600_000;
  private static final int WRONG_CLOCK = 7;

  /** What a session says after a pause in milliseconds. */
  private record Said(String state, String reason, long pause) {}

  private static final List<Said> WHOLE =
      List.of(
          new Said("CONNECTING", "JOIN_CHANNEL", 0),
          new Said("CONNECTED", "JOIN_SUCCEED", 700),
          new Said("RECONNECTING", "SIGNAL_DISCONNECTED", 9_000),
          new Said("CONNECTED", "REJOIN_SUCCEED", 4_000),
          new Said("DISCONNECTED", "LEAVE_CHANNEL", 20_000));

  private final Random random = new Random(1);
  private final List<Line> lines = new ArrayList<>();
  private final List<String> poison = new ArrayList<>();

  FleetLines(int sessions, long spread) {
    for (int i = 0; i < sessions; i++) {
      session("s" + i, BEGIN + (long) (random.nextDouble() * spread), i);
    }
    for (int i = 0; i < sessions / 50; i++) {
      String text =
          i % 2 == 0
              ? "cut off {\"time\":" + i
              : "{\"received\":" + BEGIN + ",\"poison\":" + i + "}";
      poison.add(text);
      lines.add(new Line("", BEGIN + (long) (random.nextDouble() * spread), text));
    }
    lines.sort(Comparator.comparingLong(Line::received));
  }

  private void session(String name, long begin, int number) {
    int wrong = number % 4 == 3 ? 1 + random.nextInt(WHOLE.size() - 1) : -1;
    long clock = number == WRONG_CLOCK ? HOUR : 0;
    long time = begin;
    for (int i = 0; i < WHOLE.size(); i++) {
      Said said = WHOLE.get(i);
      time += said.pause() + random.nextInt(200);
      String state = i == wrong ? "FAILED" : said.state();
      lines.add(new Line(name, time, text(name, i + 1, time, time + clock, state, said.reason())));
    }
  }

  private static String text(
      String name, int sequence, long received, long time, String state, String reason) {
    return "{\"received\":"
        + received
        + ",\"time\":"
        + time
        + ",\"session\":\""
        + name
        + "\",\"sequence\":"
        + sequence
        + ",\"version\":\"1.0\",\"region\":\"eu\",\"state\":\""
        + state
        + "\",\"reason\":\""
        + reason
        + "\"}";
  }

  /** One of so many parts of the lines, in the order in which servers received them. */
  List<Line> part(int number, int of) {
    return lines.subList(lines.size() * number / of, lines.size() * (number + 1) / of);
  }

  /** The lines that are none. */
  List<String> poison() {
    return poison;
  }

  /** A line of a session of its own, so much later that all others are silent. */
  static String later(int number) {
    return text("later" + number, 1, BEGIN + 10 * HOUR, BEGIN, "CONNECTING", "JOIN_CHANNEL");
  }

  /** What {@code validate} decides on each session. */
  Map<String, String> decisions() throws IOException {
    Map<String, String> decisions = new TreeMap<>();
    List<Line> whole = lines.stream().filter(each -> !each.session().isEmpty()).toList();
    whole.forEach(each -> decisions.put(each.session(), "accepted"));
    byte[] file =
        whole.stream()
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
