/**
 * The results of a command for programs: a model of cases that knows no command, and writers for
 * JSON, JUnit XML, SARIF and the annotations of GitHub.
 *
 * <p>A {@link io.mooring.checker.report.Report} is made of what a command has found, for example by
 * {@link io.mooring.checker.report.CheckReport}; a {@link io.mooring.checker.report.ReportFormat}
 * writes it.
 */
@NullMarked
package io.mooring.checker.report;

import org.jspecify.annotations.NullMarked;
