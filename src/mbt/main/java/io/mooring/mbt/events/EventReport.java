package io.mooring.mbt.events;

import io.mooring.mbt.trace.TraceValidator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a validation against any specification has found.
 *
 * @param lines how many lines were read
 * @param judged how many of them were held against the specification
 * @param ignored how many the map leaves out
 * @param traces how many traces they are
 * @param explained how many of these a behaviour explains
 * @param rejected how many none explains
 * @param undecided how many have too many possible states
 * @param unreadable how many have a line without a meaning, or end within one
 * @param findings the first traces that are not explained, at most {@value
 *     TraceValidator#MOST_REPORTED}
 * @param unnamed members of lines that nothing names, and that were not judged
 * @param complete whether everything was read; not if it was stopped
 */
public record EventReport(
    long lines,
    long judged,
    long ignored,
    long traces,
    long explained,
    long rejected,
    long undecided,
    long unreadable,
    List<Finding> findings,
    Set<String> unnamed,
    boolean complete) {

  /** Copies the collections. */
  public EventReport {
    findings = List.copyOf(findings);
  }

  /** Why a trace is not explained. */
  public enum Kind {
    /** No behaviour explains it. */
    REJECTED,
    /** Too many states are possible. */
    UNDECIDED,
    /** A line has no meaning. */
    UNREADABLE;

    /** The kind as it is shown. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A trace that is not explained.
   *
   * @param file its file
   * @param line the first line that is not explained, from 1
   * @param session its session; empty if a file is one trace
   * @param text why, in one or more lines
   */
  public record Finding(Kind kind, String file, long line, String session, String text) {}
}
