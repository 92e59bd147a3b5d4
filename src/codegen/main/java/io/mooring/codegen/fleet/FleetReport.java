package io.mooring.codegen.fleet;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is decided about the sessions of a fleet, as a page shows it. Its size is bounded: what was
 * left out is counted.
 *
 * @param name the name of the folder that it was read from
 * @param tallies how many sessions have which properties; their sums are those of the whole fleet
 * @param others how many pairs of a version and a region are not named in {@code tallies}, but
 *     counted under {@link #OTHERS}
 * @param windows how many sessions had their last line when
 * @param sessions the newest rejected sessions of each rule, version and refused step
 * @param kept of how many sessions of one rule, version and step at most
 * @param unjudged how many lines were not judged, by the reason
 * @param counts how often each part of the machine was taken
 * @param verdicts how many verdicts there are. It is another number than that of the tallies if not
 *     all of both was written yet
 */
public record FleetReport(
    String name,
    List<Tally> tallies,
    int others,
    Windows windows,
    List<Session> sessions,
    int kept,
    SortedMap<String, Long> unjudged,
    FleetCounts counts,
    long verdicts) {

  /** In the place of a version, a region or a reason that is not named. */
  public static final String OTHERS = "(others)";

  /** Copies the lists. */
  public FleetReport {
    tallies = List.copyOf(tallies);
    sessions = List.copyOf(sessions);
    unjudged = Collections.unmodifiableSortedMap(new TreeMap<>(unjudged));
  }

  /** How many sessions were decided, and how. */
  public Decided decided() {
    return tallies.stream().map(Tally::decided).reduce(Decided.NONE, Decided::plus);
  }

  /** The sum in words. */
  public String summary() {
    Decided all = decided();
    return all.sessions() == 0
        ? "no session is decided"
        : "sessions: "
            + all.accepted()
            + " accepted, "
            + all.rejected()
            + " rejected, "
            + all.undecided()
            + " undecided";
  }

  /** Numbers of sessions. */
  public record Decided(long accepted, long rejected, long undecided) {

    /** No session. */
    public static final Decided NONE = new Decided(0, 0, 0);

    /** How many they are together. */
    public long sessions() {
      return accepted + rejected + undecided;
    }

    Decided plus(Decided other) {
      return new Decided(
          accepted + other.accepted, rejected + other.rejected, undecided + other.undecided);
    }
  }

  /**
   * How many sessions have the same properties.
   *
   * @param rule the rule that they violate; empty if they are not rejected
   * @param reason the reason of the notification that is not explained; may be empty
   * @param step where the client could be, and what was refused there; may be empty
   * @param version the version of the client; may be empty
   * @param region where the client is; may be empty
   */
  public record Tally(
      String rule, String reason, String step, String version, String region, Decided decided) {}

  /**
   * Numbers of sessions over time.
   *
   * @param width the length of a window in milliseconds; 0 if there is no window
   * @param windows in their order; those without a session are left out
   * @param outside how many sessions are at other times, so far away that a picture of them would
   *     show nothing else, or have no time
   */
  public record Windows(long width, List<Window> windows, long outside) {

    /** Copies the list. */
    public Windows {
      windows = List.copyOf(windows);
    }
  }

  /**
   * A window.
   *
   * @param end its end in milliseconds since 1970
   * @param rejected how many sessions were rejected by each rule
   */
  public record Window(long end, Decided decided, SortedMap<String, Long> rejected) {

    /** Copies the map. */
    public Window {
      rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
    }
  }

  /**
   * A rejected session.
   *
   * @param name its name, or the digest of it
   * @param step where the client could be, and what was refused there; may be empty
   * @param message why it is rejected
   * @param first the time of its first line in milliseconds since 1970, or {@link #NO_TIME}
   * @param last that of its last line
   * @param judged how many lines of it were judged
   * @param line the line that is not explained; empty if it is hidden, or if something is missing
   *     at the end of the session
   * @param lines the last lines up to that one, as far as they were kept
   */
  public record Session(
      String name,
      String rule,
      String reason,
      String step,
      String version,
      String region,
      String message,
      long first,
      long last,
      long judged,
      String line,
      List<String> lines) {

    /** A time that is not known. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** Copies the list. */
    public Session {
      lines = List.copyOf(lines);
    }

    /** The same without its lines. */
    Session withoutLines() {
      return new Session(
          name, rule, reason, step, version, region, message, first, last, judged, "", List.of());
    }

    /** About how many characters it takes in a page. */
    int size() {
      return 120
          + name.length()
          + message.length()
          + line.length()
          + lines.stream().mapToInt(each -> each.length() + 3).sum();
    }
  }
}
