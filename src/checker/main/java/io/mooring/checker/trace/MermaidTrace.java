package io.mooring.checker.trace;

import io.mooring.checker.tlc.Trace;
import java.util.List;

/** A behaviour as a Mermaid sequence diagram: each action an arrow, each change a note. */
final class MermaidTrace {

  private MermaidTrace() {}

  static String text(String title, Trace trace) {
    StringBuilder text = new StringBuilder("sequenceDiagram\n");
    text.append("    title ").append(escaped(title)).append('\n');
    text.append("    participant W as world\n    participant S as specification\n");
    for (StepText step : TraceText.steps(trace, TraceView.EVERYTHING)) {
      int i = step.number() - 1;
      if (i > 0) {
        text.append("    W->>S: ").append(escaped(step.action())).append('\n');
      }
      List<String> changes = step.changes();
      text.append("    Note over S: ")
          .append(i + 1)
          .append(changes.isEmpty() ? " (nothing changes)" : "<br/>")
          .append(String.join("<br/>", changes.stream().map(MermaidTrace::escaped).toList()))
          .append('\n');
      if (loopsTo(trace, i)) {
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

  private static boolean loopsTo(Trace trace, int step) {
    return !trace.stutters() && trace.loopTo().isPresent() && trace.loopTo().getAsInt() == step;
  }

  /** Mermaid ends a statement at a semicolon and reads {@code #} as the begin of an entity. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '#' -> escaped.append("#35;");
        case ';' -> escaped.append("#59;");
        case '<' -> escaped.append("#lt;");
        case '>' -> escaped.append("#gt;");
        case '"' -> escaped.append("#quot;");
        case '\n' -> escaped.append(' ');
        default -> escaped.append(each);
      }
    }
    return escaped.toString();
  }
}
