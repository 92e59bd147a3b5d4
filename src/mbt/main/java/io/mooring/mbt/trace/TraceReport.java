package io.mooring.mbt.trace;

import io.mooring.checker.report.Place;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a validation has found, as a report for programs: a case for each rejected session. */
public final class TraceReport {

  private static final String TRACES = "traces";

  private final ReportedCall call;

  /**
   * Prepares the reports on traces.
   *
   * @param subject the first trace; absolute, or relative to the working folder
   * @param directory the working folder
   */
  public TraceReport(Report.Tool tool, Path subject, Path directory) {
    this.call = ReportedCall.of("validate", tool, subject, directory);
  }

  /** A validation. */
  public Report of(int exitCode, ValidationReport found, Duration time) {
    List<ReportCase> cases = new ArrayList<>();
    cases.add(sessions(found).in(time));
    for (RejectedEntry entry : found.rejections()) {
      cases.add(rejected(entry));
    }
    long more = found.rejected() - found.rejections().size();
    if (more > 0) {
      cases.add(
          ReportCase.of(TRACES, "more sessions", Kind.SESSION)
              .is(Status.FAILED, count(more, "more session is", "more sessions are") + " rejected")
              .at(Optional.of(call.place())));
    }
    unread(cases, found.faults(), found.malformed(), "");
    unread(cases, found.cut(), found.cut().size(), ": the last line has no end");
    return call.report(exitCode, List.of(group(found)), cases, time);
  }

  /** The sessions that are explained. */
  private ReportCase sessions(ValidationReport found) {
    ReportCase all =
        ReportCase.of(TRACES, "accepted sessions", Kind.SESSION).at(Optional.of(call.place()));
    if (found.accepted() == 0) {
      all = all.is(Status.SKIPPED, "There is no session that the specification explains");
    } else if (found.complete()) {
      all =
          all.is(
              Status.PASSED, count(found.accepted(), "session is", "sessions are") + " accepted");
    } else {
      all = all.is(Status.SKIPPED, "Stopped before the end of the traces");
    }
    for (String warning : found.warnings()) {
      all = all.with(call.files().note(warning));
    }
    if (found.sessions() > 0 && found.timed() < found.entries()) {
      String words =
          found.timed() == 0
              ? "No entry has a time, so only the order was judged"
              : "Time was judged only where an entry has one";
      all = all.with(new ReportNote(words, Optional.of(call.place())));
    }
    return all;
  }

  private ReportCase rejected(RejectedEntry entry) {
    String file = call.files().name(Path.of(entry.file()));
    String session = entry.session().isEmpty() ? "" : "session " + entry.session() + ", ";
    String details = entry.text().substring(entry.message().length()).strip();
    return ReportCase.of(file, session + "line " + entry.line(), Kind.SESSION)
        .is(Status.FAILED, entry.message())
        .with(details)
        .at(Optional.of(call.files().place(Path.of(entry.file()), entry.line())));
  }

  private void unread(List<ReportCase> cases, List<String> faults, long count, String why) {
    for (String fault : faults) {
      ReportNote note = call.files().note(why.isEmpty() ? fault : fault + why);
      Place place = note.place().orElse(call.place());
      cases.add(
          ReportCase.of(place.file(), place.toString(), Kind.INPUT)
              .is(Status.ERROR, note.text())
              .at(Optional.of(place)));
    }
    if (count > faults.size()) {
      cases.add(
          ReportCase.of(TRACES, "more lines", Kind.INPUT)
              .is(
                  Status.ERROR,
                  count(count - faults.size(), "more line or file", "more lines or files")
                      + " could not be read")
              .at(Optional.of(call.place())));
    }
  }

  private static String count(long number, String one, String more) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : more);
  }

  private static ReportGroup group(ValidationReport found) {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("entries", found.entries());
    figures.put("notifications", found.notifications());
    figures.put("timed", found.timed());
    figures.put("sessions", found.sessions());
    figures.put("accepted", found.accepted());
    figures.put("rejected", found.rejected());
    figures.put("malformed", found.malformed());
    figures.put("cut", (long) found.cut().size());
    figures.put("backward", found.backward());
    return ReportGroup.of(
        TRACES, found.complete() ? "finished" : "interrupted", figures, List.of());
  }
}
