package io.mooring.checker.report;

import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The call of a command whose results become a report.
 *
 * @param command the command, for example {@code check}
 * @param tool what it was carried out with
 * @param subject the file that it is about; absolute, or relative to the working folder
 * @param files the files that the report names
 */
public record ReportedCall(String command, Report.Tool tool, Path subject, Repository files) {

  /**
   * A call in a working folder.
   *
   * @param subject the file that it is about; absolute, or relative to the working folder
   * @param directory the working folder
   */
  public static ReportedCall of(String command, Report.Tool tool, Path subject, Path directory) {
    return new ReportedCall(command, tool, subject, Repository.of(subject, directory));
  }

  /** The place of the file that it is about. */
  public Place place() {
    return files.place(subject);
  }

  /** The report of a call that was carried out. */
  public Report report(
      int exitCode, List<ReportGroup> groups, List<ReportCase> cases, Duration time) {
    return new Report(
        command, tool, files.root(), place(), exitCode, Optional.empty(), groups, cases, time);
  }

  /** The report of a call that could not be carried out, with the place that the reason names. */
  public Report refused(int exitCode, TlcException reason) {
    return refused(exitCode, files.reason(reason));
  }

  /** The report of a call that could not be carried out, with the place that the text names. */
  public Report refused(int exitCode, String reason) {
    return refused(exitCode, files.note(reason));
  }

  private Report refused(int exitCode, ReportNote reason) {
    return new Report(
        command,
        tool,
        files.root(),
        place(),
        exitCode,
        Optional.of(reason),
        List.of(),
        List.of(failed(reason)),
        Duration.ZERO);
  }

  /** The case of a call from which nothing is known. */
  ReportCase failed(ReportNote reason) {
    List<String> lines = reason.text().lines().toList();
    return ReportCase.of(command, command, Kind.CALL)
        .is(Status.ERROR, lines.isEmpty() ? "refused" : lines.get(0))
        .with(String.join("\n", lines.stream().skip(1).toList()))
        .at(reason.place());
  }
}
