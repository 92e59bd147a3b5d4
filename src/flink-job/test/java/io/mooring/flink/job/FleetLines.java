package io.mooring.flink.job;

import io.mooring.room.testkit.fleet.FleetFault;
import io.mooring.room.testkit.fleet.FleetPlan;
import io.mooring.room.testkit.fleet.FleetRecipe;
import io.mooring.room.testkit.fleet.FleetSimulation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of simulated clients, as {@code simulate --fleet} writes them.
 *
 * @param lines in the order of their times
 * @param faulty the sessions that must be rejected, with the version of their client
 */
record FleetLines(List<Sessions.Line> lines, Map<String, String> faulty) {
  private static final Pattern LINE =
      Pattern.compile("\\{\"time\":(\\d+),\"session\":\"([^\"]+)\".*\"sequence\":(\\d+).*");

  /**
   * Plays a fleet.
   *
   * @param perSecond how many clients begin in a second
   */
  static FleetLines of(int clients, String recipe, double perSecond) throws IOException {
    List<Sessions.Line> lines = new ArrayList<>();
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

  private static Sessions.Line parsed(String line) {
    Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      throw new AssertionError("no time, session and number: " + line);
    }
    return new Sessions.Line(
        found.group(2), Long.parseLong(found.group(1)), Integer.parseInt(found.group(3)), line);
  }

  /** Their texts. */
  static String text(List<Sessions.Line> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }
}
