package io.mooring.checker.report;

/** The files that a report can be written as. */
public enum ReportFormat {
  /** JSON with everything, in the form of {@code mooring-report.schema.json}. */
  JSON,
  /** JUnit XML as Maven's surefire writes it: each case a test. */
  JUNIT,
  /** SARIF 2.1.0: each violation a result at its line. */
  SARIF;

  /** {@return the whole file, to be written in UTF-8} */
  public String text(Report report) {
    return switch (this) {
      case JSON -> ReportJson.text(report);
      case JUNIT -> JUnitXml.text(report);
      case SARIF -> Sarif.text(report);
    };
  }
}
