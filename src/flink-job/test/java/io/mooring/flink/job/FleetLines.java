package io.mooring.flink.job;

import io.mooring.mbt.trace.RejectedEntry;
import io.mooring.mbt.trace.TraceSource;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.harness.trace.ConnectionTraces;
import io.mooring.room.testkit.fleet.FleetFault;
import io.mooring.room.testkit.fleet.FleetPlan;
import io.mooring.room.testkit.fleet.FleetRecipe;
import io.mooring.room.testkit.fleet.FleetSimulation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines of simulated clients, as {@code simulate --fleet} writes them, and what {@code
 * validate} decides on them.
 *
 * @param lines in the order of their times
 * @param faulty the sessions that must be rejected, with the version of their client
 */
record FleetLines(List<Line> lines, Map<String, String> faulty) {
  private static final Pattern LINE =
      Pattern.compile("\\{\"time\":(\\d+),\"session\":\"([^\"]+)\".*\"sequence\":(\\d+).*");

  /** A line, and what a stream must know of it. */
  record Line(String session, long time, int sequence, String text) {}

  /**
   * Plays a fleet.
   *
   * @param recipe what happens to its clients
   * @param perSecond how many of them begin in a second
   */
  static FleetLines of(int clients, String recipe, double perSecond) throws IOException {
    List<Line> lines = new ArrayList<>();
    Map<String, String> faulty = new TreeMap<>();
    FleetPlan plan =
        new FleetPlan(
            clients,
            24,
            (long) clients * FleetPlan.LINES_OF_A_CLIENT,
            FleetRecipe.parse(recipe),
            0,
            perSecond,
            FleetPlan.Delivery.IN_ORDER);
    FleetSimulation.play(
        plan,
        new FleetSimulation.Receiver() {
          @Override
          public void line(String line) {
            lines.add(parsed(line));
          }

          @Override
          public void faulty(String session, FleetFault bug) {
            faulty.put(session, bug.version());
          }

          @Override
          public void late(String session) {
            throw new AssertionError("nothing is late in order: " + session);
          }
        });
    return new FleetLines(lines, faulty);
  }

  private static Line parsed(String line) {
    Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      throw new AssertionError("no time, session and number: " + line);
    }
    return new Line(
        found.group(2), Long.parseLong(found.group(1)), Integer.parseInt(found.group(3)), line);
  }

  /**
   * The lines as they may come.
   *
   * @param disorder the most by which one is late, in milliseconds
   */
  List<Line> shuffled(long disorder) {
    Random random = new Random(1);
    Map<Line, Long> arrivals = new HashMap<>();
    lines.forEach(
        line -> arrivals.put(line, line.time() + (long) (random.nextDouble() * disorder)));
    return lines.stream()
        .sorted(Comparator.comparingLong((Line line) -> arrivals.getOrDefault(line, 0L)))
        .toList();
  }

  /** Their texts as a file. */
  static String text(List<Line> lines) {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
  }

  /** What {@code validate} decides on each session. */
  Map<String, String> decisions() throws IOException {
    return decisions(lines);
  }

  /** What {@code validate} decides on the sessions of lines in their order. */
  static Map<String, String> decisions(List<Line> lines) throws IOException {
    Map<String, String> decisions = new TreeMap<>();
    lines.forEach(line -> decisions.put(line.session(), "accepted"));
    byte[] file = text(lines).getBytes(StandardCharsets.UTF_8);
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
