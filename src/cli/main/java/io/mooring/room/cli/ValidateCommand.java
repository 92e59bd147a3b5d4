package io.mooring.room.cli;

import io.mooring.checker.report.Report;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.events.EventReport;
import io.mooring.mbt.events.EventTraceReport;
import io.mooring.mbt.events.EventTraces;
import io.mooring.mbt.trace.RejectedEntry;
import io.mooring.mbt.trace.TraceReport;
import io.mooring.mbt.trace.TraceSource;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.harness.trace.ConnectionTraces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code validate}: checks recorded traces against the specification. */
@Command(
    name = "validate",
    description = {
      "Reads traces that were recorded in the field, and reports for each session whether the",
      "specification allows it, and otherwise the first line that it rejects.",
      "See src/docs/guide/traces.md; with --spec, of any specification:",
      "src/docs/guide/traces-of-any-specification.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring validate callbacks.ndjson",
      "  grep onConnection app.log | ./my-filter | ./mooring validate -",
      "  ./mooring validate --from-the-middle --continued app.1.ndjson app.2.ndjson",
      "  ./mooring validate --spec Queue.tla --unseen 2 queue.ndjson"
    })
@HelpSection.In(HelpSection.CHECKED)
final class ValidateCommand extends ReportingCommand {

  private static final int MEGABYTE = 1 << 20;
  private static final Path STANDARD_INPUT = Path.of("-");
  private static final String STANDARD = "standard input";

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "One JSON object per line, or one in the Informal Trace Format; either may"
              + " be compressed by gzip. A pipe is accepted, and - is the standard input.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--tolerance",
      paramLabel = "TIME",
      description = "The tolerance of all time bounds: 1s, 5s. Default: 1s.")
  private @Nullable Duration tolerance;

  @Option(
      names = "--from-the-middle",
      description =
          "A session may begin in any state. By default it begins with an initialised"
              + " engine before the first join.")
  private boolean fromTheMiddle;

  @Option(
      names = "--continued",
      description =
          "The files are consecutive parts of one trace. By default each file has"
              + " separate sessions.")
  private boolean continued;

  @HelpSection.In(HelpSection.PEOPLE)
  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "How many rejected sessions to print, at most "
              + TraceValidator.MOST_REPORTED
              + ". Default: ${DEFAULT-VALUE}.")
  private int show;

  @Mixin private final SpecificationMixin specification = new SpecificationMixin();

  ValidateCommand(Shell shell) {
    super(shell);
  }

  @Override
  Path subject() {
    return files.isEmpty()
        ? shell.directory()
        : files.get(0).equals(STANDARD_INPUT) ? Path.of(STANDARD) : files.get(0);
  }

  @Override
  public Integer call() throws IOException, TlcException {
    if (show < 0 || show > TraceValidator.MOST_REPORTED) {
      throw new UsageException(
          "--show is from 0 to " + TraceValidator.MOST_REPORTED + ", not " + show, "");
    }
    if (files.isEmpty()) {
      throw new UsageException(
          "there is no FILE to validate", "'mooring validate --help' shows examples.");
    }
    if (files.stream().filter(STANDARD_INPUT::equals).count() > 1) {
      throw new UsageException("the standard input can be read only once", "Give - once.");
    }
    List<TraceSource> sources = files.stream().map(this::source).toList();
    if (specification.isGiven()) {
      return ofSpecification(sources);
    }
    specification.refuseAlone();
    TraceValidator.Options options =
        new TraceValidator.Options(
            tolerance == null ? Duration.ofSeconds(1) : tolerance,
            fromTheMiddle,
            continued,
            bytes -> shell.progress().update(number(bytes / MEGABYTE) + " MiB read"),
            shell.interrupts()::requested);
    long start = System.nanoTime();
    ValidationReport report = ConnectionTraces.validateAll(sources, options);
    report.rejections().stream().limit(show).forEach(this::object);
    long more = report.rejected() - Math.min(show, report.rejections().size());
    if (more > 0) {
      shell.say(number(more) + " more rejected; --show prints more of them");
      shell.say();
    }
    report.faults().stream()
        .limit(show)
        .forEach(fault -> shell.warn(Shell.plain(shell.brief(fault))));
    report.cut().stream()
        .limit(show)
        .forEach(
            line ->
                shell.warn(
                    Shell.plain(shell.brief(line))
                        + ": the last line was cut off, and was not judged; there the writer died,"
                        + " or the disk was full: expected a whole JSON object"));
    report
        .warnings()
        .forEach(warning -> shell.warn("warning: " + Shell.plain(shell.brief(warning))));
    sum(report);
    int code = report.malformed() + report.cut().size() > 0 ? 2 : report.rejected() > 0 ? 1 : 0;
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return reports.write(
        new TraceReport(Report.Tool.of(""), subject(), shell.directory()).of(code, report, time));
  }

  private int ofSpecification(List<TraceSource> sources) throws IOException, TlcException {
    if (tolerance != null || fromTheMiddle) {
      throw new UsageException(
          (tolerance != null ? "--tolerance" : "--from-the-middle")
              + " is about the traces of a room, and not about those of --spec",
          "Leave it out.");
    }
    EventTraces.Options options = specification.options(shell, continued);
    long start = System.nanoTime();
    try (EventTraces traces = specification.open(shell)) {
      EventReport found = traces.validate(sources, options);
      new SpecificationTraces(shell, STANDARD).say(found, show);
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      int code = SpecificationTraces.code(found);
      return reports.write(EventTraceReport.of(subject(), shell.directory(), code, found, time));
    }
  }

  private TraceSource source(Path given) {
    return given.equals(STANDARD_INPUT)
        ? new TraceSource(STANDARD, shell::in)
        : TraceSource.of(shell.readable(given));
  }

  private void object(RejectedEntry objection) {
    shell.say(
        shell.style().bad("rejected:")
            + " "
            + (objection.file().equals(STANDARD) ? STANDARD : shell.show(Path.of(objection.file())))
            + ":"
            + objection.line()
            + (objection.session().isEmpty()
                ? ""
                : ": session " + Shell.plain(objection.session())));
    objection.text().lines().forEach(line -> shell.say("  " + Shell.plain(line)));
    shell.say();
  }

  private void sum(ValidationReport report) {
    if (!report.complete()) {
      shell.say("stopped before the end");
    }
    long unread = report.malformed() + report.cut().size();
    if (unread > 0) {
      shell.say(many(unread, "line or file", "lines or files") + " could not be read");
    }
    if (report.backward() > 0) {
      shell.say(
          many(report.backward(), "time", "times")
              + " the clock of a session went back; what lasted then was not measured");
    }
    shell.say(
        many(report.entries(), "entry", "entries")
            + ", "
            + many(report.notifications(), "callback", "callbacks")
            + ", "
            + many(report.sessions(), "session", "sessions")
            + ": "
            + number(report.accepted())
            + " accepted, "
            + number(report.rejected())
            + " rejected; "
            + judged(report));
  }

  /** Summarises which inputs were checked against the specification. */
  private static String judged(ValidationReport report) {
    if (report.notifications() == 0 && report.sessions() == 0) {
      return "nothing was judged";
    }
    if (report.timed() == 0) {
      return "order judged, time not: no entry has one";
    }
    return report.timed() >= report.entries()
        ? "order and time judged"
        : "order judged, time only where an entry has one: "
            + number(report.timed())
            + " of "
            + number(report.entries());
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String many(long count, String one, String more) {
    return number(count) + " " + (count == 1 ? one : more);
  }
}
