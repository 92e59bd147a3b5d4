package io.mooring.checker.trace;

import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A behaviour as a Mermaid sequence diagram: each action an arrow, each change a note.
 *
 * <p>Viewers refuse a diagram of more than 50,000 characters, so of a long behaviour the middle is
 * left out, and of a wide change too.
 */
public final class MermaidTrace {

  /** The size that viewers accept by default is 50,000. */
  static final int MOST_CHARACTERS = 45_000;

  private static final int MOST_STEPS = 120;
  private static final int WIDTH = 72;
  private static final int CHANGE_LINES = 4;
  private static final int NOTE_LINES = 20;
  private static final int LABEL = 120;

  private MermaidTrace() {}

  /**
   * The text of a diagram.
   *
   * @param title what the behaviour shows
   * @param view which variables are shown
   */
  public static String text(String title, Trace trace, TraceView view) {
    int steps = MOST_STEPS;
    String text = text(title, trace, view, steps);
    while (text.length() > MOST_CHARACTERS && steps > 1) {
      steps /= 2;
      text = text(title, trace, view, steps);
    }
    return text;
  }

  private static String text(String title, Trace trace, TraceView view, int steps) {
    StringBuilder text = new StringBuilder("sequenceDiagram\n");
    text.append("    title ").append(label(title)).append('\n');
    text.append("    participant W as world\n    participant S as specification\n");
    for (StepText step : TraceText.steps(trace, view.withSteps(steps))) {
      int index = step.number() - 1;
      if (step.leftOut() > 0) {
        note(text, leftOut(step, view), step.meanwhile());
      }
      if (index > 0) {
        text.append("    W->>S: ").append(label(step.action())).append('\n');
      }
      boolean nothing = step.changes().isEmpty();
      note(text, step.number() + (nothing ? " (nothing changes)" : ""), step.changes());
      if (!trace.stutters() && trace.loopTo().orElse(-1) == index) {
        text.append("    loop for ever\n");
      }
    }
    if (trace.stutters()) {
      text.append("    Note over S: nothing happens any more\n");
    } else if (trace.loopTo().isPresent()) {
      text.append("    end\n");
    }
    return text.toString();
  }

  private static String leftOut(StepText step, TraceView view) {
    return String.format(
        Locale.ROOT,
        "%d steps left out (%d to %d%s); all in all:",
        step.leftOut(),
        step.number() - step.leftOut(),
        step.number() - 1,
        view.source().isEmpty() ? "" : "; " + view.source() + " has all");
  }

  private static void note(StringBuilder text, String head, List<String> changes) {
    List<String> lines = new ArrayList<>();
    for (String change : changes) {
      lines.addAll(WrappedText.lines(change, "", WIDTH, CHANGE_LINES));
    }
    if (lines.size() > NOTE_LINES) {
      int more = lines.size() - NOTE_LINES;
      lines = new ArrayList<>(lines.subList(0, NOTE_LINES));
      lines.add("... " + more + " more lines ...");
    }
    text.append("    Note over S: ").append(escaped(head));
    lines.forEach(line -> text.append("<br/>").append(escaped(line.strip())));
    text.append('\n');
  }

  /** A text of one line; an arrow without a label would not be one. */
  private static String label(String text) {
    String shown = text.isBlank() ? "step" : text.strip();
    int length = shown.codePointCount(0, shown.length());
    return escaped(
        length <= LABEL
            ? shown
            : shown.substring(0, shown.offsetByCodePoints(0, LABEL - 3)) + "...");
  }

  /**
   * Mermaid ends a statement at a semicolon, begins a comment at two percent signs and a formula at
   * two dollars, and reads {@code #} as the begin of an entity.
   */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '#' -> escaped.append("#35;");
        case ';' -> escaped.append("#59;");
        case '%' -> escaped.append("#37;");
        case '$' -> escaped.append("#36;");
        case '<' -> escaped.append("#lt;");
        case '>' -> escaped.append("#gt;");
        case '"' -> escaped.append("#quot;");
        case '\u2028', '\u2029' -> escaped.append(' ');
        default -> escaped.append(Character.isISOControl(each) ? ' ' : each);
      }
    }
    return escaped.toString();
  }
}
