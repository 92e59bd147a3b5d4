package io.mooring.room.cli;

import io.mooring.checker.report.Annotations;
import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportFormat;
import io.mooring.checker.report.ReportedCall;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.atlas.FindingsPage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is written for programs beside what is printed, and whether anything is printed at all. */
@HelpSection.In(HelpSection.PROGRAMS)
final class ReportOptions {

  private final Shell shell;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Write the results for programs: see reports.md. Also where the call is refused.")
  private @Nullable Path json;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write them as JUnit XML, for the test reports of a CI.")
  private @Nullable Path junit;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write them as SARIF 2.1.0, for code scanning.")
  private @Nullable Path sarif;

  @HelpSection.In(HelpSection.PEOPLE)
  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Write them as a page: each result, and each behaviour to walk through step by step.")
  private @Nullable Path html;

  ReportOptions(Shell shell) {
    this.shell = shell;
  }

  @HelpSection.In(HelpSection.PEOPLE)
  @Option(names = "--quiet", description = "Print nothing if the exit code is 0, and no progress.")
  void quiet(boolean wanted) {
    shell.quiet(wanted);
  }

  /**
   * Writes what a command has found, and annotates it where GitHub reads the output.
   *
   * @return the exit code: a file that cannot be written makes a failure of a success alone
   */
  int write(Report report) {
    if (shell.variable("GITHUB_ACTIONS").equals("true")) {
      Annotations.lines(report).forEach(shell::print);
    }
    boolean written = save(json, ReportFormat.JSON, report);
    written &= save(junit, ReportFormat.JUNIT, report);
    written &= save(sarif, ReportFormat.SARIF, report);
    written &= page(report);
    return report.exitCode() == 0 && !written ? ErrorHandler.WRONG : report.exitCode();
  }

  /** Writes why a call could not be carried out. */
  void refused(String command, Path subject, Exception reason, String message) {
    ReportedCall call = ReportedCall.of(command, Report.Tool.of(""), subject, shell.directory());
    write(
        reason instanceof TlcException refused
            ? call.refused(ErrorHandler.WRONG, refused)
            : call.refused(ErrorHandler.WRONG, message));
  }

  private boolean page(Report report) {
    return html == null || shell.save(shell.resolve(html), FindingsPage.of(report).html());
  }

  private boolean save(@Nullable Path file, ReportFormat format, Report report) {
    return file == null || shell.save(shell.resolve(file), format.text(report));
  }
}
