package io.mooring.checker.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JUnit XML, read by the parser of Maven's own surefire. */
final class JUnitXmlTest {

  private static List<ReportTestSuite> read(Path folder, String xml) throws IOException {
    Files.write(folder.resolve("TEST-mooring.xml"), xml.getBytes(StandardCharsets.UTF_8));
    return new SurefireReportParser(List.of(folder.toFile()), new NullConsoleLogger())
        .parseXMLReportFiles();
  }

  @Test
  void surefireReadsTheTestsAndTheirFailures(@TempDir Path folder) throws Exception {
    Path file = Path.of("test/resources/report/invariant.xml");

    ReportTestSuite suite = read(folder, Files.readString(file)).get(0);

    assertThat(suite.getNumberOfTests()).isEqualTo(5);
    assertThat(suite.getNumberOfFailures()).isEqualTo(1);
    assertThat(suite.getNumberOfErrors()).isZero();
    assertThat(suite.getNumberOfSkipped()).isEqualTo(3);
    ReportTestCase failed =
        suite.getTestCases().stream().filter(ReportTestCase::hasFailure).findFirst().orElseThrow();
    assertThat(failed.getName()).isEqualTo("BelowTop");
    assertThat(failed.getClassName()).isEqualTo("Lift");
    assertThat(failed.getFailureType()).isEqualTo("BelowTop");
    assertThat(failed.getFailureMessage()).isEqualTo("Invariant BelowTop is violated");
    assertThat(failed.getFailureDetail())
        .startsWith("spec/Lift.tla:")
        .contains(":1: Invariant BelowTop is violated\n  1  Init\n")
        .endsWith("  3  Up  (spec/Lift.tla:9:7)\n       floor = 2");
  }

  @Test
  void surefireReadsEveryKindOfResult(@TempDir Path folder) throws Exception {
    try (Stream<Path> files = Files.list(Path.of("test/resources/report"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".xml")).sorted().toList()) {
        ReportTestSuite suite = read(folder, Files.readString(file)).get(0);
        assertThat(suite.getTestCases()).as(file.toString()).hasSize(suite.getNumberOfTests());
        assertThat(suite.getTestCases()).as(file.toString()).isNotEmpty();
      }
    }
  }

  @Test
  void surefireReadsTheTimes(@TempDir Path folder) throws Exception {
    ReportTestSuite suite = read(folder, ReportFormat.JUNIT.text(Hostile.report())).get(0);

    assertThat(suite.getTestCases().get(0).getTime()).isEqualTo(1234.567f);
    assertThat(suite.getTestCases().get(1).getTime()).isZero();
  }

  @Test
  void anythingInANameStaysInItOrBecomesAQuestionMark(@TempDir Path folder) throws Exception {
    ReportTestSuite suite = read(folder, ReportFormat.JUNIT.text(Hostile.report())).get(0);

    assertThat(suite.getTestCases()).hasSize(3);
    assertThat(suite.getTestCases().get(0).getName())
        .isEqualTo(
            "50%,x:y::error::z\r\n::stop-commands::q??[31m??]]>\"'&<a>\u00e9\ud83d\ude00\tend");
  }

  @Property(tries = 200)
  void everyTextGivesXmlThatCanBeRead(@ForAll String text) throws Exception {
    String xml = "<a b=\"" + XmlText.attribute(text) + "\">" + XmlText.content(text) + "</a>";
    var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
    var root =
        factory
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertThat(root.getTextContent()).isEqualTo(root.getAttribute("b"));
    assertThat(root.getTextContent()).hasSameSizeAs(text);
  }
}
