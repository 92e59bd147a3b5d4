package io.mooring.checker.report;

import io.mooring.checker.report.ReportCase.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report as JUnit XML, in the form of Maven's surefire: one test suite, and in it a test for each
 * case. What was violated is a failure, what could not be judged an error, what was not judged is
 * skipped; warnings are the error output of a test.
 */
final class JUnitXml {

  private final StringBuilder xml = new StringBuilder();

  private JUnitXml() {}

  static String text(Report report) {
    JUnitXml writer = new JUnitXml();
    writer.suite(report);
    return writer.xml.toString();
  }

  private void suite(Report report) {
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
    attribute("name", "mooring " + report.command() + " " + report.subject().file());
    attribute("time", seconds(report.time()));
    attribute("tests", Integer.toString(report.cases().size()));
    attribute("errors", Long.toString(report.count(Status.ERROR)));
    attribute("skipped", Long.toString(report.count(Status.SKIPPED)));
    attribute("failures", Long.toString(report.count(Status.FAILED)));
    xml.append(">\n");
    report.cases().forEach(this::test);
    xml.append("</testsuite>\n");
  }

  private void test(ReportCase each) {
    xml.append("  <testcase");
    attribute("name", each.name());
    attribute("classname", each.group());
    attribute("time", seconds(each.time()));
    xml.append(">\n");
    switch (each.status()) {
      case FAILED -> problem("failure", each);
      case ERROR -> problem("error", each);
      case SKIPPED -> {
        xml.append("    <skipped");
        attribute("message", each.message());
        xml.append("/>\n");
      }
      case PASSED -> {
        // A test that passed says so by having nothing in it.
      }
    }
    output("system-out", each.isWrong() ? List.of() : each.behaviour());
    output("system-err", each.warnings().stream().map(note -> "warning: " + note).toList());
    xml.append("  </testcase>\n");
  }

  private void problem(String element, ReportCase each) {
    xml.append("    <").append(element);
    attribute("message", each.message());
    attribute("type", each.rule());
    xml.append('>').append(XmlText.content(String.join("\n", lines(each))));
    xml.append("</").append(element).append(">\n");
  }

  private static List<String> lines(ReportCase each) {
    List<String> lines = new ArrayList<>();
    lines.add(each.place().map(place -> place + ": ").orElse("") + each.message());
    if (!each.details().isEmpty()) {
      lines.add(each.details());
    }
    lines.addAll(each.behaviour());
    return lines;
  }

  private void output(String element, List<String> lines) {
    if (!lines.isEmpty()) {
      xml.append("    <").append(element).append('>');
      xml.append(XmlText.content(String.join("\n", lines)));
      xml.append("</").append(element).append(">\n");
    }
  }

  private void attribute(String name, String value) {
    xml.append(' ').append(name).append("=\"").append(XmlText.attribute(value)).append('"');
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }
}
