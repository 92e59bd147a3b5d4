package io.mooring.checker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report as workflow commands of GitHub Actions: each line on the standard output of a step
 * becomes an annotation of a line of the repository.
 *
 * <p>GitHub shows ten errors and ten warnings of a step; more lines would be without effect.
 */
public final class Annotations {

  private static final int SHOWN = 10;
  private static final int LONGEST = 4_000;

  private final Report report;

  private Annotations(Report report) {
    this.report = report;
  }

  /** The lines to print; none if all is well and there is no warning. */
  public static List<String> lines(Report report) {
    Annotations annotations = new Annotations(report);
    List<String> errors = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (ReportCase each : report.cases()) {
      if (each.isWrong()) {
        (each.isMild() ? warnings : errors).add(annotations.of(each));
      }
      each.warnings().forEach(note -> warnings.add(annotations.of(each, note)));
    }
    List<String> lines = new ArrayList<>(shown(errors, "errors"));
    lines.addAll(shown(warnings, "warnings"));
    return lines;
  }

  private static List<String> shown(List<String> all, String kind) {
    if (all.size() <= SHOWN) {
      return all;
    }
    List<String> some = new ArrayList<>(all.subList(0, SHOWN));
    some.add(
        String.format(
            Locale.ROOT,
            "%d more %s have no annotation: GitHub shows %d of a step",
            all.size() - SHOWN,
            kind,
            SHOWN));
    return some;
  }

  private String of(ReportCase each) {
    List<String> lines = new ArrayList<>(List.of(each.message()));
    if (!each.details().isEmpty()) {
      lines.add(each.details());
    }
    lines.addAll(each.behaviour());
    return command(
        each.isMild() ? "warning" : "error",
        each.place().orElse(report.subject()),
        each,
        String.join("\n", lines));
  }

  private String of(ReportCase each, ReportNote note) {
    return command("warning", note.place().orElse(report.subject()), each, note.text());
  }

  private String command(String level, Place place, ReportCase each, String text) {
    StringBuilder line = new StringBuilder("::").append(level).append(' ');
    line.append("file=").append(property(place.file()));
    if (place.line() > 0) {
      line.append(",line=").append(place.line());
      if (place.column() > 0) {
        line.append(",col=").append(place.column());
      }
    }
    line.append(",title=").append(property("mooring " + report.command() + ": " + each.name()));
    return line.append("::").append(data(cut(text))).toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }

  /** What stands after the second colons: it ends at the end of the line. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** What stands after an equals sign: it ends at a comma or at colons, too. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
