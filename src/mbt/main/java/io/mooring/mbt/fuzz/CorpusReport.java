package io.mooring.mbt.fuzz;

import io.mooring.mbt.coverage.Coverage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The result of minimising a corpus folder.
 *
 * @param before how many lists it had
 * @param after how many it has now
 * @param coverage what they cover, before and after
 * @param violated the lists with a violation, which were kept
 * @param notes the files that are no lists, and why; they were left alone
 */
public record CorpusReport(
    int before, int after, Coverage coverage, List<Path> violated, List<String> notes) {

  /** Copies. */
  public CorpusReport {
    violated = List.copyOf(violated);
    notes = List.copyOf(notes);
  }

  /** The report as text, several lines. */
  public String text() {
    StringBuilder text = new StringBuilder();
    FuzzReport.line(
        text,
        "corpus",
        String.format(
            Locale.ROOT, "%,d lists, %,d removed, %,d left", before, before - after, after));
    FuzzReport.line(text, "coverage", coverage.summary());
    FuzzReport.line(text, "", coverage.pairSummary());
    FuzzReport.some(text, "violated, kept", violated.stream().map(Path::toString).toList());
    FuzzReport.some(text, "left out", notes);
    return text.toString();
  }
}
