package io.mooring.mbt.trace;

/**
 * An entry as numbers of one version of a machine, for a program that reads a line in one place and
 * judges it in another. {@link LineReader} makes it, and {@link SessionJudge#entry(CodedEntry)}
 * reads it.
 *
 * @param fingerprint {@linkplain SessionJudge#fingerprint() of the machine and its rules}
 * @param kind what it is
 * @param time as {@link TraceEntry#time()}
 * @param notification the number of the notification, or -1
 * @param event the number of the event, or -1
 */
public record CodedEntry(long fingerprint, Kind kind, long time, int notification, int event) {

  /** What an entry is. */
  public enum Kind {
    /** There is nothing in the line to judge. */
    NOTHING,
    /** As {@link TraceEntry.Notified}. */
    NOTIFIED,
    /** As {@link TraceEntry.Happened}. */
    HAPPENED,
    /** As {@link TraceEntry.Repeated}. */
    REPEATED
  }
}
