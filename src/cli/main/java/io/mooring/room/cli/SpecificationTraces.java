package io.mooring.room.cli;

import io.mooring.checker.modelcheck.ExitCodes;
import io.mooring.mbt.events.EventReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shows what a validation against any specification has found. */
final class SpecificationTraces {

  private final Shell shell;
  private final String standard;

  SpecificationTraces(Shell shell, String standard) {
    this.shell = shell;
    this.standard = standard;
  }

  /** The exit code that it is worth. */
  static int code(EventReport report) {
    int code = ExitCodes.EXPECTED;
    if (report.undecided() > 0 || !report.complete()) {
      code = ExitCodes.NO_VERDICT;
    }
    if (report.rejected() > 0) {
      code = ExitCodes.worst(code, ExitCodes.FOUND);
    }
    boolean nothing = report.complete() && report.judged() == 0;
    return report.unreadable() > 0 || nothing ? ExitCodes.WRONG : code;
  }

  void say(EventReport report, int show) {
    report.findings().stream().limit(show).forEach(this::finding);
    long all = report.rejected() + report.undecided() + report.unreadable();
    long more = all - Math.min(show, report.findings().size());
    if (more > 0) {
      shell.say(ValidateCommand.number(more) + " more; --show prints more of them");
      shell.say();
    }
    if (!report.unnamed().isEmpty()) {
      shell.warn(
          "warning: no map names these members, and they were not judged: "
              + Shell.plain(String.join(", ", report.unnamed())));
    }
    if (!report.complete()) {
      shell.say("stopped before the end; the same call with --resume continues");
    }
    List<String> verdicts = new ArrayList<>();
    verdicts.add(ValidateCommand.number(report.explained()) + " explained");
    verdicts.add(ValidateCommand.number(report.rejected()) + " rejected");
    add(verdicts, report.undecided(), "undecided");
    add(verdicts, report.unreadable(), "unreadable");
    shell.say(
        ValidateCommand.many(report.lines(), "line", "lines")
            + (report.ignored() > 0
                ? " (" + ValidateCommand.number(report.ignored()) + " ignored)"
                : "")
            + ", "
            + ValidateCommand.many(report.traces(), "trace", "traces")
            + ": "
            + String.join(", ", verdicts)
            + (report.judged() == 0 ? "; nothing was judged" : ""));
  }

  private static void add(List<String> verdicts, long count, String word) {
    if (count > 0) {
      verdicts.add(ValidateCommand.number(count) + " " + word);
    }
  }

  private void finding(EventReport.Finding each) {
    String file = each.file().equals(standard) ? standard : shell.show(Path.of(each.file()));
    shell.say(
        shell.style().bad(each.kind().text() + ":")
            + " "
            + file
            + ":"
            + each.line()
            + (each.session().isEmpty() ? "" : ": session " + Shell.plain(each.session())));
    each.text().lines().forEach(line -> shell.say("  " + Shell.plain(line)));
    shell.say();
  }
}
