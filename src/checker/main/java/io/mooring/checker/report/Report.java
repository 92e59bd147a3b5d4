package io.mooring.checker.report;

import io.mooring.checker.report.ReportCase.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The results of one call of a command, for programs.
 *
 * @param command the command, for example {@code check}
 * @param tool the version of Mooring, and of the checker it has used; empty if it has used none
 * @param root the folder that the names of its files are relative to
 * @param subject the file that it is about
 * @param exitCode its exit code
 * @param refusal why it could not be carried out; empty if it was
 * @param groups the figures of each model, specification or trace
 * @param cases the answers
 * @param time the time of the whole call
 */
public record Report(
    String command,
    Tool tool,
    Path root,
    Place subject,
    int exitCode,
    Optional<ReportNote> refusal,
    List<ReportGroup> groups,
    List<ReportCase> cases,
    Duration time) {

  /** Copies the lists. */
  public Report {
    groups = List.copyOf(groups);
    cases = List.copyOf(cases);
  }

  /**
   * What a report was made with.
   *
   * @param version the version of Mooring
   * @param checker the checker's own words on its version; empty if none was used
   */
  public record Tool(String version, String checker) {

    /** This version of Mooring, and a checker. */
    public static Tool of(String checker) {
      String version = Tool.class.getPackage().getImplementationVersion();
      return new Tool(version == null ? "built in place" : version, checker);
    }
  }

  /** How many cases have an answer. */
  public long count(Status status) {
    return cases.stream().filter(each -> each.status() == status).count();
  }

  /** The same with another exit code. */
  public Report withExitCode(int code) {
    return new Report(command, tool, root, subject, code, refusal, groups, cases, time);
  }

  /** The same without times, which differ from call to call. */
  public Report withoutTimes() {
    return new Report(
        command,
        tool,
        root,
        subject,
        exitCode,
        refusal,
        groups,
        cases.stream().map(each -> each.in(Duration.ZERO)).toList(),
        Duration.ZERO);
  }
}
