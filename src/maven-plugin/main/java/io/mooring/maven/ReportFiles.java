package io.mooring.maven;

import io.mooring.checker.report.Annotations;
import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportFormat;
import io.mooring.codegen.atlas.FindingsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The reports of one execution: JUnit XML, JSON and SARIF for programs, and a page for people.
 *
 * @param folder where they are written
 * @param prefix what their names begin with, after {@code TEST-} for JUnit's
 */
record ReportFiles(Path folder, String prefix) {

  /** Writes what was found, and annotates it where GitHub reads the output. */
  List<Path> write(String name, Report report) throws IOException {
    if ("true".equals(System.getenv("GITHUB_ACTIONS"))) {
      // Not by Maven's log, which would put something before it.
      Annotations.lines(report).forEach(System.out::println);
    }
    Files.createDirectories(folder);
    String stem = prefix + "." + MooringMojo.fileName(name.replace('/', '+'));
    List<Path> written = new ArrayList<>();
    for (ReportFormat format : ReportFormat.values()) {
      Path file = folder.resolve(fileName(format, stem));
      Files.writeString(file, format.text(report));
      written.add(file);
    }
    Path page = folder.resolve(stem + ".html");
    FindingsPage.of(report).write(page);
    written.add(page);
    return written;
  }

  private static String fileName(ReportFormat format, String stem) {
    return switch (format) {
      case JUNIT -> "TEST-" + stem + ".xml";
      case JSON -> stem + ".json";
      case SARIF -> stem + ".sarif";
    };
  }
}
