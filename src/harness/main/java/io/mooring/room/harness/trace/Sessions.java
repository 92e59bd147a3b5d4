package io.mooring.room.harness.trace;

import io.mooring.room.harness.trace.SessionCheck.Wrong;
import io.mooring.room.spec.Notification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one trace, and what was found in them. Objections come out sorted by file and
 * line when the trace ends: only then is it known which are missed at the end, and which option of
 * the user would have decided otherwise.
 */
final class Sessions {

  private static final long SECOND = 1_000_000_000L;

  private final long tolerance;
  private final boolean fromTheMiddle;
  private final Map<String, Session> sessions = new HashMap<>();
  private final List<Objection> objections = new ArrayList<>();
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
  Sessions(long tolerance, boolean fromTheMiddle) {
    this.tolerance = tolerance;
    this.fromTheMiddle = fromTheMiddle;
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

  private record Found(int file, long line, String session, Wrong wrong, int possible) {}

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
      int before = check.possible();
      Wrong wrong = take(check, line, entry);
      if (wrong != null) {
        reject(session, new Found(session.file, line, entry.session(), wrong, before));
      }
    }
    SessionCheck middle = session.middle;
    if (middle != null) {
      take(middle, line, entry);
      if (middle.isHopeless() || middle.isLike(check)) {
        session.middle = null;
      }
    }
  }

  private static @Nullable Wrong take(SessionCheck check, long line, TraceEntry entry) {
    if (check.goesBack(entry)) {
      check.forgetTime();
    }
    return check.take(entry, line);
  }

  private Session session(TraceEntry entry) {
    if (entry instanceof TraceEntry.Recorded step) {
      return new Session(
          new SessionCheck(CallbackAutomaton.only(step.step().from()), tolerance), null);
    }
    if (entry instanceof TraceEntry.Restored restored) {
      return new Session(
          new SessionCheck(CallbackAutomaton.only(restored.location()), tolerance), null);
    }
    SessionCheck anywhere = new SessionCheck(CallbackAutomaton.ANYWHERE, tolerance);
    return fromTheMiddle
        ? new Session(anywhere, null)
        : new Session(new SessionCheck(CallbackAutomaton.INITIALIZED, tolerance), anywhere);
  }

  private void reject(Session session, Found found) {
    rejected++;
    // Those that a file gives while it is read come in its order.
    if (kept < TraceValidator.MOST_REPORTED) {
      kept++;
      session.found = found;
    }
  }

  /** No more entries of these sessions come: what has no outcome by now had none in time. */
  void end() {
    List<Session> found = new ArrayList<>();
    sessions.forEach(
        (name, session) -> {
          int possible = session.check.possible();
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
        .limit(TraceValidator.MOST_REPORTED - objections.size())
        .forEach(each -> objections.add(objection(each)));
    kept = objections.size();
    sessions.clear();
    latest = TraceEntry.NO_TIME;
  }

  private Objection objection(Session session) {
    Found found = Objects.requireNonNull(session.found);
    List<Notification> allowed = found.wrong().allowed();
    return new Objection(
        files.get(found.file()),
        found.line(),
        found.session(),
        found.wrong().message(),
        CallbackAutomaton.locations(found.possible()),
        allowed,
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

  List<Objection> objections() {
    return objections;
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
