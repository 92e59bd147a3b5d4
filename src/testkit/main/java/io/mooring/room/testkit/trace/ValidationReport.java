package io.mooring.room.testkit.trace;

import java.util.List;

/**
 * What a validation has found.
 *
 * @param entries the callbacks, events and steps that were read
 * @param sessions how many sessions they are about
 * @param rejected in how many of them something is not explained
 * @param objections the first of these, at most as many as were asked for
 * @param malformed how many lines could not be read
 * @param faults what is wrong with the first of those, each with its file and line
 * @param backward how often a session's clock went back by more than the tolerance
 * @param cut the files whose last line has no end: there the writer died, or the disk was full
 * @param complete whether everything was read; not if it was stopped
 */
public record ValidationReport(
    long entries,
    long sessions,
    long rejected,
    List<Objection> objections,
    long malformed,
    List<String> faults,
    long backward,
    List<String> cut,
    boolean complete) {

  /** Keeps unmodifiable lists. */
  public ValidationReport {
    objections = List.copyOf(objections);
    faults = List.copyOf(faults);
    cut = List.copyOf(cut);
  }

  /** {@return how many sessions the specification explains whole} */
  public long accepted() {
    return sessions - rejected;
  }
}
