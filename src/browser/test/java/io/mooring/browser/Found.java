package io.mooring.browser;

import io.mooring.checker.modelcheck.ModelChecking;
import io.mooring.checker.modelcheck.Reporter;
import io.mooring.checker.report.CheckReport;
import io.mooring.checker.report.Report;
import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.atlas.FindingsPage;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pages of findings, made of checks of a small specification. */
final class Found {

  static final String QUEUE =
      """
      ---- MODULE Queue ----
      EXTENDS Naturals, Sequences
      VARIABLES queue, round
      Init == queue = <<>> /\\ round = 0
      Put ==
        /\\ Len(queue) < 3
        /\\ queue' = Append(queue, round)
        /\\ round' = (round + 1) % 2
      Take ==
        /\\ Len(queue) > 1
        /\\ queue' = Tail(queue)
        /\\ UNCHANGED round
      Next == Put \\/ Take
      Spec == Init /\\ [][Next]_<<queue, round>> /\\ WF_<<queue, round>>(Next)
      Idle == Init /\\ [][Next]_<<queue, round>>
      Known == round \\in 0..1
      Short == Len(queue) < 3
      Empties == []<>(queue = <<>>)
      ====
      """;

  private static final Reporter SILENT =
      new Reporter() {
        @Override
        public void line(String text) {}

        @Override
        public void progress(String text) {}
      };

  private Found() {}

  /** The page of a check with these lines of configuration. */
  static Path checked(Path folder, String... config) throws Exception {
    Path module = Files.writeString(folder.resolve("Queue.tla"), QUEUE);
    Path used = folder.resolve("Queue.cfg");
    Files.writeString(used, String.join("\n", config) + "\n");
    Tlc tlc = Tlc.bundled();
    Report report =
        new CheckReport(Report.Tool.of(tlc.version()), module, folder)
            .ofSpecification(
                new ModelChecking(tlc, folder.resolve("out"))
                    .checkOne(ModelChecking.request(module, used), SILENT));
    return written(folder, report);
  }

  static Path written(Path folder, Report report) throws Exception {
    Path page = folder.resolve("page.html");
    FindingsPage.of(report).write(page);
    return page;
  }
}
