package io.mooring.mbt.trace;

import java.util.List;

/**
 * What a validation has found.
 *
 * @param entries how many entries were read
 * @param notifications how many notifications they are or have
 * @param timed how many entries have a time: of the others only the order is checked
 * @param sessions how many sessions they are about
 * @param rejected in how many of them an entry is not explained
 * @param rejections the first of these, by file and line, at most {@value
 *     TraceValidator#MOST_REPORTED}
 * @param malformed how many lines and files could not be read
 * @param faults what is wrong with the first of those, each with its file and line, and what was
 *     expected
 * @param warnings what was not checked, though the trace seems to have it, a sentence each
 * @param backward how often a session's clock went back by more than the tolerance
 * @param cut the last lines that have no end, each with its file: there the writer died, or the
 *     disk was full
 * @param complete whether everything was read; not if it was stopped
 */
public record ValidationReport(
    long entries,
    long notifications,
    long timed,
    long sessions,
    long rejected,
    List<RejectedEntry> rejections,
    long malformed,
    List<String> faults,
    List<String> warnings,
    long backward,
    List<String> cut,
    boolean complete) {

  /** Copies the lists. */
  public ValidationReport {
    rejections = List.copyOf(rejections);
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
    cut = List.copyOf(cut);
  }

  /** How many sessions the machine explains whole. */
  public long accepted() {
    return sessions - rejected;
  }
}
