package io.mooring.checker.report;

/** The files that a report can be written as. */
public enum ReportFormat {
  /** JUnit XML as Maven's surefire writes it: each case a test. */
  JUNIT;

  /** {@return the whole file, to be written in UTF-8} */
  public String text(Report report) {
    return switch (this) {
      case JUNIT -> JUnitXml.text(report);
    };
  }
}
