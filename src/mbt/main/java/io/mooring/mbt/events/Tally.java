package io.mooring.mbt.events;

import io.mooring.mbt.trace.TraceValidator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a validation has counted and found so far. */
final class Tally {

  private static final int MOST_NAMES = 20;

  private final Map<EventReport.Kind, Long> found = new EnumMap<>(EventReport.Kind.class);
  private final List<EventReport.Finding> findings = new ArrayList<>();
  private final Set<String> unnamed = new TreeSet<>();
  private long read;
  private long judged;
  private long ignored;
  private long begun;
  private long explained;

  /** Goes on from what an earlier validation has found. */
  void add(EventReport before) {
    read += before.lines();
    judged += before.judged();
    ignored += before.ignored();
    begun += before.traces();
    explained += before.explained();
    found.merge(EventReport.Kind.REJECTED, before.rejected(), Long::sum);
    found.merge(EventReport.Kind.UNDECIDED, before.undecided(), Long::sum);
    found.merge(EventReport.Kind.UNREADABLE, before.unreadable(), Long::sum);
    findings.addAll(before.findings());
    unnamed.addAll(before.unnamed());
  }

  EventReport report(boolean complete) {
    return new EventReport(
        read,
        judged,
        ignored,
        begun,
        explained,
        found.getOrDefault(EventReport.Kind.REJECTED, 0L),
        found.getOrDefault(EventReport.Kind.UNDECIDED, 0L),
        found.getOrDefault(EventReport.Kind.UNREADABLE, 0L),
        findings,
        unnamed,
        complete);
  }

  /** How many lines were read. */
  long lines() {
    return read;
  }

  void read() {
    read++;
  }

  void judged() {
    judged++;
  }

  void ignored() {
    ignored++;
  }

  void begun() {
    begun++;
  }

  void explained(long traces) {
    explained += traces;
  }

  void found(EventReport.Finding finding) {
    found.merge(finding.kind(), 1L, Long::sum);
    if (findings.size() < TraceValidator.MOST_REPORTED) {
      findings.add(finding);
    }
  }

  void unnamed(String member) {
    if (unnamed.size() < MOST_NAMES) {
      unnamed.add(member);
    }
  }
}
