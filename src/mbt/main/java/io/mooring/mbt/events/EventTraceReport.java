package io.mooring.mbt.events;

import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportCase;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import io.mooring.checker.report.ReportGroup;
import io.mooring.checker.report.ReportNote;
import io.mooring.checker.report.ReportedCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A validation against any specification, as a report for programs. */
public final class EventTraceReport {

  private static final String TRACES = "traces";

  private EventTraceReport() {}

  /**
   * The report: a case for the traces that are explained, and one for each other trace.
   *
   * @param subject the first trace; absolute, or relative to the working folder
   * @param directory the working folder
   */
  public static Report of(
      Path subject, Path directory, int exitCode, EventReport found, Duration time) {
    ReportedCall call = ReportedCall.of("validate", Report.Tool.of(""), subject, directory);
    List<ReportCase> cases = new ArrayList<>();
    ReportCase all =
        ReportCase.of(TRACES, "explained traces", Kind.SESSION)
            .at(Optional.of(call.place()))
            .in(time);
    if (found.explained() == 0 || !found.complete()) {
      all =
          all.is(
              Status.SKIPPED,
              found.complete()
                  ? "There is no trace that the specification explains"
                  : "Stopped before the end of the traces");
    } else {
      all = all.is(Status.PASSED, "The specification explains " + found.explained());
    }
    if (!found.unnamed().isEmpty()) {
      all =
          all.with(
              new ReportNote(
                  "Not judged: " + String.join(", ", found.unnamed()), Optional.of(call.place())));
    }
    cases.add(all);
    for (EventReport.Finding each : found.findings()) {
      String[] words = each.text().split("\n", 2);
      String session = each.session().isEmpty() ? "" : "session " + each.session() + ", ";
      Status status =
          switch (each.kind()) {
            case REJECTED -> Status.FAILED;
            case UNDECIDED -> Status.SKIPPED;
            case UNREADABLE -> Status.ERROR;
          };
      cases.add(
          ReportCase.of(
                  call.files().name(Path.of(each.file())),
                  session + "line " + each.line(),
                  each.kind() == EventReport.Kind.UNREADABLE ? Kind.INPUT : Kind.SESSION)
              .is(status, status == Status.SKIPPED ? "undecided: " + words[0] : words[0])
              .with(words.length > 1 ? words[1] : "")
              .at(Optional.of(call.files().place(Path.of(each.file()), each.line()))));
    }
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("lines", found.lines());
    figures.put("judged", found.judged());
    figures.put("ignored", found.ignored());
    figures.put("traces", found.traces());
    figures.put("explained", found.explained());
    figures.put("rejected", found.rejected());
    figures.put("undecided", found.undecided());
    figures.put("unreadable", found.unreadable());
    String state = found.complete() ? "finished" : "interrupted";
    return call.report(
        exitCode, List.of(ReportGroup.of(TRACES, state, figures, List.of())), cases, time);
  }
}
