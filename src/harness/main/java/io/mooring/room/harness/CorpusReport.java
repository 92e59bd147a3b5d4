package io.mooring.room.harness;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What became of a corpus folder that was made smaller.
 *
 * @param before how many lists it had
 * @param after how many it has now
 * @param coverage what they take, before and after
 * @param violated the lists with a violation, which were kept
 * @param notes the files that are no event lists, and why; they were left alone
 */
public record CorpusReport(
    int before, int after, EdgeCoverage coverage, List<Path> violated, List<String> notes) {

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
    FuzzReport.missing(text, "violated, kept", violated.stream().map(Path::toString).toList());
    FuzzReport.missing(text, "left out", notes);
    return text.toString();
  }
}
