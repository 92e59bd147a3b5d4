package io.mooring.room.cli;

import io.mooring.room.testkit.trace.Objection;
import io.mooring.room.testkit.trace.TraceValidator;
import io.mooring.room.testkit.trace.ValidationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code validate}: what was told in the field, held against the specification. */
@Command(
    name = "validate",
    description = {
      "Reads what room connections have told in the field, and says of each session whether the",
      "specification explains it, and if not, the first line that it does not.",
      "See src/docs/trace-format.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring validate callbacks.ndjson",
      "  ./mooring validate --from-the-middle --continued app.1.ndjson app.2.ndjson"
    })
final class ValidateCommand implements Callable<Integer> {

  private static final int MEGABYTE = 1 << 20;

  private final Shell shell;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "A JSON object a line; or one in the Informal Trace Format, named *.itf.json.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--tolerance",
      paramLabel = "TIME",
      defaultValue = "1s",
      description = "How wrong the times may be: 1s, 5s. Default: ${DEFAULT-VALUE}.")
  private Duration tolerance = Duration.ofSeconds(1);

  @Option(
      names = "--from-the-middle",
      description = {
        "A session may begin anywhere. Otherwise it begins with an engine that was initialised",
        "and has not been asked to join."
      })
  private boolean fromTheMiddle;

  @Option(
      names = "--continued",
      description = {
        "The files are parts of one trace, in their order. Otherwise the sessions of each are",
        "its own."
      })
  private boolean continued;

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "How many rejected sessions to print, at most "
              + TraceValidator.MOST_REPORTED
              + ". Default: ${DEFAULT-VALUE}.")
  private int show;

  ValidateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    if (show < 0 || show > TraceValidator.MOST_REPORTED) {
      throw new Refusal(
          "--show is from 0 to " + TraceValidator.MOST_REPORTED + ", not " + show, "");
    }
    if (files.isEmpty()) {
      throw new Refusal(
          "there is no FILE to validate", "'mooring validate --help' shows examples.");
    }
    List<Path> existing = files.stream().map(shell::existing).toList();
    TraceValidator.Options options =
        new TraceValidator.Options(
            tolerance,
            fromTheMiddle,
            continued,
            bytes ->
                shell
                    .progress()
                    .update(String.format(Locale.ROOT, "%,d MiB read", bytes / MEGABYTE)),
            shell.interrupts()::requested);
    ValidationReport report = TraceValidator.validate(existing, options);
    report.objections().stream().limit(show).forEach(this::object);
    long more = report.rejected() - Math.min(show, report.objections().size());
    if (more > 0) {
      shell.say(String.format(Locale.ROOT, "%,d more rejected; --show prints more of them", more));
      shell.say();
    }
    report.faults().stream()
        .limit(show)
        .forEach(fault -> shell.warn(Shell.plain(shell.brief(fault))));
    sum(report);
    return report.malformed() > 0 ? 2 : report.rejected() > 0 ? 1 : 0;
  }

  private void object(Objection objection) {
    shell.say(
        shell.paint().bad("rejected:")
            + " "
            + shell.show(Path.of(objection.file()))
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
    report.cut().forEach(file -> shell.say("cut off in its last line: " + shell.brief(file)));
    if (report.malformed() > 0) {
      shell.say(many(report.malformed(), "line", "lines") + " could not be read");
    }
    if (report.backward() > 0) {
      shell.say(
          many(report.backward(), "time", "times")
              + " the clock of a session went back; what lasted then was not measured");
    }
    shell.say(
        many(report.entries(), "entry", "entries")
            + ", "
            + many(report.sessions(), "session", "sessions")
            + String.format(
                Locale.ROOT, ": %,d accepted, %,d rejected", report.accepted(), report.rejected()));
  }

  private static String many(long count, String one, String more) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : more);
  }
}
