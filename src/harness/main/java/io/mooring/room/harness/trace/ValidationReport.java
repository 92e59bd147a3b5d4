package io.mooring.room.harness.trace;

import java.util.List;

/**
 * What a validation has found.
 *
 * @param entries the callbacks, events and steps that were read
 * @param callbacks how many callbacks they are or have
 * @param timed how many entries have a time: the others are held against the order alone
 * @param sessions how many sessions they are about
 * @param rejected in how many of them something is not explained
 * @param objections the first of these, by file and line, at most {@value
 *     TraceValidator#MOST_REPORTED}
 * @param malformed how many lines and files could not be read
 * @param faults what is wrong with the first of those, each with its file and line, and what was
 *     expected
 * @param warnings what was not judged, though the trace seems to have it, a sentence each
 * @param backward how often a session's clock went back by more than the tolerance
 * @param cut the last lines that have no end, each with its file: there the writer died, or the
 *     disk was full
 * @param complete whether everything was read; not if it was stopped
 */
public record ValidationReport(
    long entries,
    long callbacks,
    long timed,
    long sessions,
    long rejected,
    List<Objection> objections,
    long malformed,
    List<String> faults,
    List<String> warnings,
    long backward,
    List<String> cut,
    boolean complete) {

  /** Keeps unmodifiable lists. */
  public ValidationReport {
    objections = List.copyOf(objections);
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
    cut = List.copyOf(cut);
  }

  /** {@return how many sessions the specification explains whole} */
  public long accepted() {
    return sessions - rejected;
  }
}
