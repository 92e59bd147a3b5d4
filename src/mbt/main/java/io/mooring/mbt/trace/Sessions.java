package io.mooring.mbt.trace;

import io.mooring.mbt.trace.SessionWords.Wrong;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one trace, and what was found in them. Rejections are sorted by file and line
 * when the trace ends: only then is it known what is overdue at the end, and which option would
 * accept a session.
 */
final class Sessions {

  private static final long SECOND = 1_000_000_000L;

  private final LocationSet.Sets sets;
  private final SessionWords words;
  private final TraceRules rules;
  private final long tolerance;
  private final boolean fromTheMiddle;
  private final Map<String, Session> sessions = new HashMap<>();
  private final List<RejectedEntry> rejections = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private int kept;
  private long begun;
  private long rejected;
  private long backward;
  private long latest = TraceEntry.NO_TIME;

  /**
   * No sessions yet.
   *
   * @param tolerance how wrong the times may be, in nanoseconds
   */
  Sessions(NotificationAutomaton automaton, TraceRules rules, long tolerance, boolean middle) {
    this.sets = new LocationSet.Sets(automaton, rules.bounds());
    this.words = new SessionWords(sets, rules);
    this.rules = rules;
    this.tolerance = tolerance;
    this.fromTheMiddle = middle;
  }

  /** One session, and what it would be if it had begun anywhere, as long as that is another. */
  private static final class Session {
    private final SessionCheck check;
    private @Nullable SessionCheck middle;
    private int file;
    private @Nullable Found found;

    Session(SessionCheck check, @Nullable SessionCheck middle) {
      this.check = check;
      this.middle = middle;
    }
  }

  private record Found(int file, long line, String session, Wrong wrong, LocationSet possible) {}

  /** A file begins. */
  void begin(String file) {
    files.add(file);
  }

  void take(long line, TraceEntry entry) {
    Session session = sessions.get(entry.session());
    if (session == null) {
      session = session(entry);
      sessions.put(entry.session(), session);
      begun++;
    }
    SessionCheck check = session.check;
    if (!check.isOver()) {
      latest = Math.max(latest, entry.time());
      backward += check.goesBack(entry) ? 1 : 0;
      session.file = files.size() - 1;
    }
    if (!check.isHopeless()) {
      LocationSet before = check.possible();
      Wrong wrong = check.take(entry, line);
      if (wrong != null) {
        reject(session, new Found(session.file, line, entry.session(), wrong, before));
      }
    }
    SessionCheck middle = session.middle;
    if (middle != null) {
      middle.take(entry, line);
      if (middle.isHopeless() || middle.isLike(check)) {
        session.middle = null;
      }
    }
  }

  private Session session(TraceEntry entry) {
    if (entry instanceof TraceEntry.Recorded step) {
      return new Session(check(sets.at(step.step().from())), null);
    }
    if (entry instanceof TraceEntry.Restored restored) {
      return new Session(check(sets.at(restored.location())), null);
    }
    SessionCheck anywhere = check(sets.anywhere());
    return fromTheMiddle
        ? new Session(anywhere, null)
        : new Session(check(sets.at(rules.begin(words.machine()))), anywhere);
  }

  private SessionCheck check(LocationSet possible) {
    return new SessionCheck(words, rules.session(), possible, tolerance);
  }

  private void reject(Session session, Found found) {
    rejected++;
    // Those that a file gives while it is read are in its order.
    if (kept < TraceValidator.MOST_REPORTED) {
      kept++;
      session.found = found;
    }
  }

  /** No more entries of these sessions follow: what has no outcome by now had none in time. */
  void end() {
    List<Session> found = new ArrayList<>();
    sessions.forEach(
        (name, session) -> {
          LocationSet possible = session.check.possible();
          Wrong wrong = session.check.isHopeless() ? null : session.check.end(latest);
          if (wrong != null) {
            rejected++;
            session.found =
                new Found(session.file, session.check.latestLine(), name, wrong, possible);
          }
          if (session.middle != null) {
            session.middle.end(latest);
          }
          if (session.found != null) {
            found.add(session);
          }
        });
    found.stream()
        .sorted(
            Comparator.comparing(
                each -> each.found,
                Comparator.nullsLast(
                    Comparator.comparingInt(Found::file).thenComparingLong(Found::line))))
        .limit(TraceValidator.MOST_REPORTED - rejections.size())
        .forEach(each -> rejections.add(rejection(each)));
    kept = rejections.size();
    sessions.clear();
    latest = TraceEntry.NO_TIME;
  }

  private RejectedEntry rejection(Session session) {
    Found found = Objects.requireNonNull(session.found);
    return new RejectedEntry(
        files.get(found.file()),
        found.line(),
        found.session(),
        found.wrong().message(),
        found.possible().names(),
        found.wrong().allowed(),
        cures(session));
  }

  private static List<String> cures(Session session) {
    List<String> cures = new ArrayList<>();
    SessionCheck middle = session.middle;
    if (middle != null && !middle.isOver()) {
      cures.add("--from-the-middle");
    }
    if (session.check.cure() > 0) {
      cures.add(tolerance(session.check));
    }
    if (cures.isEmpty() && middle != null && middle.cure() > 0) {
      cures.add("--from-the-middle " + tolerance(middle));
    }
    return cures;
  }

  private static String tolerance(SessionCheck check) {
    return "--tolerance " + ((check.cure() + SECOND - 1) / SECOND) + "s";
  }

  List<RejectedEntry> rejections() {
    return rejections;
  }

  long begun() {
    return begun;
  }

  long rejected() {
    return rejected;
  }

  long backward() {
    return backward;
  }
}
