package io.mooring.room.harness.log;

import io.mooring.mbt.run.Mermaid;
import io.mooring.mbt.run.RunReport;
import io.mooring.mbt.run.Violation;
import java.util.List;
import java.util.Optional;

/**
 * The log of a run: numbered lines, and a Mermaid sequence diagram.
 *
 * @param entries in the order in which they were observed
 * @param violation what the run violated
 */
record RunLog(List<LogEntry> entries, Optional<Violation> violation) {

  RunReport report() {
    return new RunReport(path(), mermaid());
  }

  private String path() {
    StringBuilder lines = new StringBuilder();
    for (LogEntry entry : entries) {
      lines.append(entry.line()).append('\n');
    }
    violation.ifPresent(found -> lines.append("       !! ").append(firstLine(found)).append('\n'));
    return lines.toString();
  }

  private String mermaid() {
    StringBuilder diagram =
        new StringBuilder(
            """
            sequenceDiagram
              participant User
              participant Connection as RoomConnection
              participant World
            """);
    for (LogEntry entry : entries) {
      String arrow = entry.arrow();
      if (!arrow.isEmpty()) {
        diagram.append("  ").append(arrow).append('\n');
      }
    }
    violation.ifPresent(
        found ->
            diagram
                .append("  Note over User,World: ")
                .append(Mermaid.plain(firstLine(found)))
                .append('\n'));
    return diagram.toString();
  }

  /** The rest of the violation is at the beginning of the report. */
  private static String firstLine(Violation violation) {
    return violation.toString().lines().findFirst().orElse("");
  }
}
