package io.mooring.room.testkit.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A call as text. */
final class CallText {
  private static final String ROW = "%9s   %-8s  %-46s  %s";

  private final Call call;

  CallText(Call call) {
    this.call = call;
  }

  private record Line(Duration at, String network, String a, String b) {}

  @Override
  public String toString() {
    List<Line> lines = new ArrayList<>();
    Loss loss = call.schedule().loss();
    if (loss != Loss.DEATH) {
      lines.add(new Line(Duration.ZERO, Loss.NETWORK.begins(), "", ""));
    }
    call.schedule().awayFrom().ifPresent(at -> lines.add(new Line(at, loss.begins(), "", "")));
    call.schedule().back().ifPresent(back -> lines.add(new Line(back, ends(), "", "")));
    call.changes()
        .forEach(
            change ->
                lines.add(
                    new Line(
                        change.at(),
                        "",
                        change.change().to() + ", " + change.change().reason(),
                        "")));
    call.notifications()
        .forEach(each -> lines.add(new Line(each.at(), "", "", each.presence().text("A"))));
    lines.sort(Comparator.comparing(Line::at));

    StringBuilder text = new StringBuilder();
    text.append(call.title()).append(".\n");
    text.append(
        String.format(
            Locale.ROOT,
            "  the loss is noticed after %s; A's window: %s; the server waits %s for A's packets%n%n",
            Call.seconds(call.schedule().detection()),
            Call.seconds(call.schedule().window()),
            Call.seconds(call.schedule().patience())));
    append(
        text,
        String.format(
            Locale.ROOT, ROW, "time", loss.what(), "callbacks of A", "notifications of B"));
    for (Line line : lines) {
      append(
          text,
          String.format(Locale.ROOT, ROW, time(line.at()), line.network(), line.a(), line.b()));
    }
    append(text, "");
    text.append("  ").append(call.outcome()).append('\n');
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  /** A device that was awake all the time does not wake up. */
  private String ends() {
    boolean away = call.schedule().awayFrom().isPresent();
    return (away ? call.schedule().loss() : Loss.NETWORK).ends();
  }

  private static String time(Duration at) {
    return String.format(Locale.ROOT, "%.2f s", at.toMillis() / 1000.0);
  }

  private static void append(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
