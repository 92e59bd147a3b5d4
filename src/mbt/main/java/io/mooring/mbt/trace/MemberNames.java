package io.mooring.mbt.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How many entries have a time and a session, and which members of the others look as if they were
 * meant: what a trace calls by another name is not judged, and that is said.
 */
public final class MemberNames {

  private static final int MOST = 8;

  private static final Pattern TIME =
      Pattern.compile(
          ".*(timestamp|date|millis|micros|nanos).*|.*time|time(ms|us|ns|utc|s)?|ts(ms|us|ns)?"
              + "|t|at|when|clock|ms|us|ns|created(at)?|logged(at)?|received(at)?|epoch");

  private static final Pattern NO_TIME = Pattern.compile("(up|run|life|response|round|idle)time");

  private static final Pattern SESSION =
      Pattern.compile(
          ".*session.*|s?sid|(call|channel|room|conn|connection|conference|meeting|user|client|peer"
              + "|engine|instance|device|trace|process)(id|uid|uuid|name|no|num|number)?"
              + "|c?uid|id|pid");

  private long entries;
  private long timed;
  private long named;
  private final Set<String> times = new LinkedHashSet<>();
  private final Set<String> sessions = new LinkedHashSet<>();

  /**
   * An entry was read.
   *
   * @param time whether it has a time
   * @param session whether it has a session
   * @param others its members that mean nothing here
   */
  public void see(boolean time, boolean session, List<String> others) {
    entries++;
    timed += time ? 1 : 0;
    named += session ? 1 : 0;
    if (time && session) {
      return;
    }
    for (String other : others) {
      String name = other.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      if (!time && TIME.matcher(name).matches() && !NO_TIME.matcher(name).matches()) {
        add(times, other);
      } else if (!session && SESSION.matcher(name).matches()) {
        add(sessions, other);
      }
    }
  }

  private static void add(Set<String> names, String name) {
    if (names.size() < MOST && name.length() <= 40) {
      names.add(name);
    }
  }

  /** How many of the entries have a time. */
  public long timed() {
    return timed;
  }

  /** What was not judged because its members are called otherwise, a sentence each. */
  public List<String> warnings(String file) {
    List<String> warnings = new ArrayList<>();
    if (timed < entries && !times.isEmpty()) {
      warnings.add(
          file
              + ": "
              + share(timed)
              + " no \"time\", but "
              + quoted(times)
              + ": "
              + (timed == 0 ? "no time was judged" : "the time of those was not judged")
              + "; call the member \"time\", in milliseconds or like \"2026-01-31T12:00:00.250Z\"");
    }
    if (named < entries && !sessions.isEmpty()) {
      warnings.add(
          file
              + ": "
              + share(named)
              + " no \"session\", but "
              + quoted(sessions)
              + ": "
              + (named == 0 ? "all were" : "those were")
              + " taken as one session; call the member \"session\" if there are several");
    }
    return warnings;
  }

  private String share(long having) {
    return having == 0
        ? "the entries have"
        : String.format(Locale.ROOT, "%,d of %,d entries have", entries - having, entries);
  }

  private static String quoted(Set<String> names) {
    return "\"" + String.join("\", \"", names) + "\"";
  }
}
