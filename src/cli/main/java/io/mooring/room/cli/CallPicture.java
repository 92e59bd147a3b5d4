package io.mooring.room.cli;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Timing;
import io.mooring.room.testkit.Presence;
import io.mooring.room.testkit.call.Call;
import io.mooring.room.testkit.call.Loss;
import io.mooring.room.testkit.call.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Simulated calls as one picture: a time line for each call, with the network, A's states and
 * callbacks, A's attempts to get back, and the notifications of B. It follows the reader's light or
 * dark theme.
 */
public final class CallPicture {
  private static final double WIDTH = 1180;
  private static final double LEFT = 132;
  private static final double RIGHT = WIDTH - 28;
  private static final double HEAD = 92;
  private static final double PANEL = 180;
  private static final double FOOT = 40;
  private static final double FROM = -5;
  private static final double TO = 60;
  private static final double ROW = 15;

  /** How wide a capital letter of a callback's label is. */
  private static final double LETTER = 7.4;

  private static final String STYLE =
      """
      text { font-family: system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; font-size: 12px; fill: #1f2933; }
      .paper { fill: #ffffff; stroke: #d5dbe1; }
      .title { font-size: 19px; font-weight: 650; }
      .case { font-size: 14.5px; font-weight: 650; }
      .soft { fill: #5b6773; }
      .lane { fill: #5b6773; text-anchor: end; }
      .tick { fill: #5b6773; font-size: 11px; text-anchor: middle; }
      .call { font-size: 10.5px; }
      .grid { stroke: #e4e8ec; stroke-width: 1; }
      .rule { stroke: #c3cad1; stroke-width: 1; }
      .loss { stroke: #b3261e; stroke-width: 1.2; stroke-dasharray: 4 3; }
      .back { stroke: #1b7f4b; stroke-width: 1.2; stroke-dasharray: 4 3; }
      .lead { stroke: #1f2933; stroke-width: 1; }
      .dot { fill: #1f2933; }
      .band-a { fill: #f6c343; fill-opacity: 0.17; }
      .band-b { fill: #5b8def; fill-opacity: 0.13; }
      .up { fill: #2f9e63; }
      .down { fill: #d9483b; fill-opacity: 0.85; }
      .connecting { fill: #b9c7dd; }
      .connected { fill: #2f9e63; }
      .reconnecting { fill: #f0a32a; }
      .failed { fill: #c8372d; }
      .here { fill: #4a7fe0; }
      .away { fill: #ffffff; fill-opacity: 0.72; stroke: #8a96a3; stroke-dasharray: 3 3; }
      .gone { fill: none; stroke: #8a96a3; stroke-dasharray: 3 3; }
      .on { fill: #ffffff; font-weight: 600; font-size: 11.5px; }
      .on-light { fill: #1f2933; font-weight: 600; font-size: 11.5px; }
      .attempt { stroke: #7a4a00; stroke-width: 1.6; }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6eaee; }
        .paper { fill: #14181d; stroke: #333b44; }
        .soft, .lane, .tick { fill: #9aa6b2; }
        .grid { stroke: #262d35; }
        .rule { stroke: #414b55; }
        .loss { stroke: #ff7b70; }
        .back { stroke: #5fd39a; }
        .lead { stroke: #e6eaee; }
        .dot { fill: #e6eaee; }
        .band-a { fill-opacity: 0.13; }
        .band-b { fill-opacity: 0.20; }
        .connecting { fill: #5b6c86; }
        .away { fill: #14181d; stroke: #6d7985; }
        .gone { stroke: #6d7985; }
        .on, .on-light { fill: #ffffff; }
        .reconnecting { fill: #b9730b; }
        .attempt { stroke: #ffe2ae; }
      }
      """;

  private final StringBuilder svg = new StringBuilder();

  private CallPicture() {}

  /** The picture as SVG: well-formed XML, deterministic, without anything to load. */
  public static String svg(List<Call> calls) {
    return new CallPicture().draw(calls);
  }

  private String draw(List<Call> calls) {
    double height = HEAD + calls.size() * PANEL + FOOT;
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\" role=\"img\""
                + " aria-label=\"%s\">\n",
            WIDTH, height, WIDTH, height, title(calls)));
    svg.append("<style>\n").append(STYLE).append("</style>\n");
    svg.append(
        format(
            "<rect class=\"paper\" x=\"0.5\" y=\"0.5\" width=\"%s\" height=\"%s\" rx=\"10\"/>\n",
            WIDTH - 1, height - 1));
    text("title", 28, 34, title(calls));
    legend();
    for (int i = 0; i < calls.size(); i++) {
      panel(calls.get(i), HEAD + i * PANEL);
    }
    axis(HEAD + calls.size() * PANEL);
    return svg.append("</svg>\n").toString();
  }

  private static String title(List<Call> calls) {
    boolean network = calls.stream().allMatch(call -> call.schedule().loss() == Loss.NETWORK);
    return (network ? "User A loses the network" : "User A is lost")
        + ": what A and B are notified of, and when";
  }

  private void legend() {
    rect("band-a", 28, 50, 22, 13);
    text(
        "soft",
        56,
        61,
        "A gives up " + span(Timing.GIVE_UP_AT_LEAST, Timing.GIVE_UP_AT_MOST) + " after the loss");
    rect("band-b", 282, 50, 22, 13);
    text(
        "soft",
        310,
        61,
        "B is notified after "
            + span(Timing.SESSION_AT_LEAST, Timing.SESSION_AT_MOST)
            + " of silence");
    line("attempt", 545, 51, 545, 62);
    text("soft", 553, 61, "an attempt to get back");
    svg.append("<circle class=\"dot\" cx=\"704\" cy=\"57\" r=\"3\"/>\n");
    text("soft", 713, 61, "a callback of A, with its reason");
  }

  private void panel(Call call, double top) {
    line("rule", 28, top, RIGHT, top);
    text("case", 28, top + 24, call.title());
    svg.append(
        format(
            "<text class=\"soft\" x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>\n",
            RIGHT, top + 24, call.outcome()));

    double network = top + 44;
    double a = top + 68;
    double b = top + 144;
    band("band-a", Timing.GIVE_UP_AT_LEAST, Timing.GIVE_UP_AT_MOST, a - 8, 68);
    band("band-b", Timing.SESSION_AT_LEAST, Timing.SESSION_AT_MOST, b - 8, 34);
    for (double second = 0; second <= TO; second += 10) {
      line("grid", x(second), top + 38, x(second), b + 26);
    }
    // The marks stand behind everything that can be read.
    marks(call, network, b + 18);
    network(call, network);
    states(call, a);
    callbacks(call, a);
    others(call, b);
  }

  private void network(Call call, double y) {
    Schedule schedule = call.schedule();
    text("lane", LEFT - 14, y + 9, "A's " + schedule.loss().what());
    double gone = schedule.awayFrom().map(CallPicture::seconds).orElse(0.0);
    double back = backAt(call);
    bar("up", FROM, gone, y, 10);
    bar("down", gone, Math.min(back, TO), y, 10);
    if (back < TO) {
      bar("up", back, TO, y, 10);
    }
  }

  private static double backAt(Call call) {
    return call.schedule().back().map(CallPicture::seconds).orElse(TO);
  }

  private void marks(Call call, double top, double bottom) {
    line("loss", x(0), top - 4, x(0), bottom);
    call.schedule()
        .back()
        .ifPresent(back -> line("back", x(seconds(back)), top - 4, x(seconds(back)), bottom));
  }

  private void states(Call call, double y) {
    text("lane", LEFT - 14, y + 18, "A's state");
    List<Call.Change> changes = call.changes();
    for (int i = 0; i < changes.size(); i++) {
      double from = seconds(changes.get(i).at());
      double to = i + 1 < changes.size() ? seconds(changes.get(i + 1).at()) : TO;
      state(changes.get(i).change().to(), from, to, y);
    }
    // No state is shown while the process is dead or asleep.
    call.schedule().awayFrom().ifPresent(from -> bar("away", seconds(from), backAt(call), y, 28));
    for (Duration attempt : call.attempts()) {
      line("attempt", x(seconds(attempt)), y + 20, x(seconds(attempt)), y + 28);
    }
  }

  private void state(ConnectionState state, double from, double to, double y) {
    bar(state.name().toLowerCase(Locale.ROOT), from, to, y, 28);
    double room = x(to) - x(from);
    if (room > state.name().length() * LETTER + 12) {
      text("on", x(from) + 8, y + 15, state.name());
    }
  }

  /**
   * Labels stand in as few rows as they need not to touch each other. The last one is placed first,
   * so that no leader crosses the label of another callback.
   */
  private void callbacks(Call call, double y) {
    text("lane", LEFT - 14, y + 45, "callbacks of A");
    List<Double> begins = new ArrayList<>();
    for (int i = call.changes().size() - 1; i >= 0; i--) {
      Call.Change change = call.changes().get(i);
      if (change.at().isNegative()) {
        return; // how A came into the room is another story
      }
      double x = x(seconds(change.at()));
      String label = change.change().reason().code() + " " + change.change().reason();
      double end = x + 15 + label.length() * LETTER;
      int row = 0;
      while (row < begins.size() && begins.get(row) < end) {
        row++;
      }
      if (row == begins.size()) {
        begins.add(x);
      } else {
        begins.set(row, x);
      }
      double base = y + 45 + row * ROW;
      line("lead", x, y + 28, x, base - 4);
      svg.append(format("<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"3\"/>\n", x, base - 4));
      text("call", x + 7, base, label);
    }
  }

  private void others(Call call, double y) {
    text("lane", LEFT - 14, y + 13, "B sees");
    double since = 0;
    boolean here = false;
    String words = "";
    for (Call.Notification each : call.notifications()) {
      if (here) {
        bar("here", since, seconds(each.at()), y, 18);
        text("on", x(since) + 8, y + 13, "A in the room");
      }
      here = each.presence() == Presence.JOINED;
      since = seconds(each.at());
      words = each.presence().text("A");
    }
    bar(here ? "here" : "gone", since, TO, y, 18);
    text(here ? "on" : "on-light", x(since) + 8, y + 13, here ? "A in the room" : words);
  }

  private void axis(double y) {
    line("rule", LEFT, y, RIGHT, y);
    for (double second = 0; second <= TO; second += 10) {
      line("rule", x(second), y, x(second), y + 5);
      text("tick", x(second), y + 19, second == 0 ? "the loss" : format("%s s", second));
    }
  }

  private void bar(String style, double from, double to, double y, double height) {
    double begin = x(Math.max(from, FROM));
    rect(style, begin, y, Math.max(1.5, x(Math.min(to, TO)) - begin), height);
  }

  private void band(String style, Duration from, Duration to, double y, double height) {
    double begin = x(seconds(from));
    rect(style, begin, y, x(seconds(to)) - begin, height);
  }

  private static String span(Duration from, Duration to) {
    return Call.seconds(from) + " to " + Call.seconds(to);
  }

  private void rect(String style, double x, double y, double width, double height) {
    svg.append(
        format(
            "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\"/>\n",
            style, x, y, width, height));
  }

  private void line(String style, double x1, double y1, double x2, double y2) {
    svg.append(
        format(
            "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n",
            style, x1, y1, x2, y2));
  }

  private void text(String style, double x, double y, String text) {
    svg.append(format("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n", style, x, y, text));
  }

  private static double x(double second) {
    return LEFT + (second - FROM) / (TO - FROM) * (RIGHT - LEFT);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  /** Numbers with at most one digit after the point; texts as XML wants them. */
  private static String format(String template, Object... values) {
    Object[] plain = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      plain[i] = values[i] instanceof Double number ? number(number) : xml(values[i].toString());
    }
    return String.format(Locale.ROOT, template, plain);
  }

  private static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
