package io.mooring.mbt.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.report.Annotations;
import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportCase;
import io.mooring.checker.report.ReportFormat;
import io.mooring.codegen.sink.WrittenText;
import io.mooring.mbt.machine.Machines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for programs about traces; the files stand with those of the other commands. */
final class TraceReportTest {

  private static final Path FOLDER = Path.of("../checker/test/resources/report");
  private static final String OPENED = "\"mode\":\"OPEN\",\"cause\":\"BY_HAND\",\"urgent\":true}\n";
  private static final String RESTED =
      "\"mode\":\"HALF_OPEN\",\"cause\":\"RESTED\",\"urgent\":false}\n";

  private final Path root;

  TraceReportTest(@TempDir Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve(".git"));
  }

  private Report validate(String text) throws IOException {
    Path trace = Files.createDirectories(root.resolve("logs")).resolve("breaker.ndjson");
    Files.writeString(trace, text);
    ValidationReport found =
        TraceValidator.of(Machines.CIRCUIT_BREAKER.machine())
            .validate(List.of(trace), TraceValidator.Options.DEFAULT);
    int code = found.malformed() + found.cut().size() > 0 ? 2 : found.rejected() > 0 ? 1 : 0;
    return new TraceReport(new Report.Tool("1.2.3", ""), trace, root)
        .of(code, found, Duration.ZERO);
  }

  private static void require(String name, Report report) throws IOException {
    for (ReportFormat format : ReportFormat.values()) {
      String ending = format == ReportFormat.JUNIT ? "xml" : format.name().toLowerCase(Locale.ROOT);
      require(name + "." + ending, format.text(report));
    }
    require(
        name + ".github.txt",
        String.join("", Annotations.lines(report).stream().map(line -> line + "\n").toList()));
  }

  private static void require(String name, String text) throws IOException {
    WrittenText.file(FOLDER.resolve(name))
        .require(text, "mvn -q -pl src/mbt -am verify -Dmooring.write=true");
  }

  @Test
  void aRejectedSessionIsAFailureAtItsLine() throws IOException {
    Report report = validate("{\"session\":\"a\"," + OPENED + "{\"session\":\"b\"," + RESTED);

    assertThat(report.cases().get(1).place()).hasToString("Optional[logs/breaker.ndjson:2]");
    require("trace-rejected", report);
  }

  @Test
  void whatCannotBeReadIsAnErrorAtItsLine() throws IOException {
    Report report = validate("{\"time\":1," + OPENED + "17\n{\"time\":");

    assertThat(report.count(ReportCase.Status.ERROR)).isEqualTo(2);
    require("trace-unread", report);
  }

  @Test
  void whatIsAcceptedIsCounted() throws IOException {
    require("trace-accepted", validate("{\"time\":1," + OPENED));
  }

  @Test
  void sessionsThatAreOnlyCountedAreAFailureToo() {
    ValidationReport found =
        new ValidationReport(9, 9, 9, 7, 5, List.of(), 3, List.of(), List.of(), 0, List.of(), true);

    Report report =
        new TraceReport(new Report.Tool("1.2.3", ""), Path.of("a.ndjson"), root)
            .of(2, found, Duration.ZERO);

    assertThat(report.cases())
        .extracting(ReportCase::message)
        .containsExactly(
            "2 sessions are accepted",
            "5 more sessions are rejected",
            "3 more lines or files could not be read");
  }
}
