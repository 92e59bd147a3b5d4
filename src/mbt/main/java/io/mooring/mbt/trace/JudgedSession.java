package io.mooring.mbt.trace;

import io.mooring.mbt.trace.SessionWords.Wrong;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one session so far: where the machine may be, and for how long what is bounded
 * has lasted. It does not grow with the session. Made by a {@link SessionJudge}, and like that not
 * for use by several threads.
 */
public final class JudgedSession {
  /** Several rows may explain an entry. */
  public static final int UNCERTAIN = -2;

  /** There is no row to count: nothing explains it, or it is no step, or a part of one. */
  public static final int NO_ROW = -1;

  /** What a step leads to that had to be there, and is not. */
  private static final String NOTHING_IN_TIME = "nothing in time";

  /** More locations than this are not named in a step. */
  private static final int MOST_NAMED = 4;

  private final SessionCheck check;

  JudgedSession(SessionCheck check) {
    this.check = check;
  }

  /**
   * Takes the next entry of this session.
   *
   * @param line a number for it, which a fault names
   * @return what is wrong with it, if nothing was wrong before
   */
  public Optional<SessionFault> take(TraceEntry entry, long line) {
    if (check.isHopeless()) {
      return Optional.empty();
    }
    LocationSet before = check.possible();
    Wrong wrong = check.take(entry, line);
    return wrong == null
        ? Optional.empty()
        : Optional.of(fault(wrong, line, before, check.text(entry)));
  }

  /**
   * The row of the machine's table that alone explains an entry, if it is the next one. Events that
   * notify of nothing may have happened before it, unseen.
   *
   * @return the number of the row, {@link #UNCERTAIN} or {@link #NO_ROW}
   */
  public int row(TraceEntry entry) {
    return check.isHopeless() ? NO_ROW : check.row(entry);
  }

  /**
   * No more entries follow.
   *
   * @param now the latest time of the trace, in nanoseconds, or {@link TraceEntry#NO_TIME}: what
   *     has had no outcome by then may be overdue
   * @return what is wrong with the end, if nothing was wrong before
   */
  public Optional<SessionFault> end(long now) {
    Wrong wrong = check.isHopeless() ? null : check.end(now);
    return wrong == null
        ? Optional.empty()
        : Optional.of(fault(wrong, check.latestLine(), check.possible(), ""));
  }

  /** Whether something was wrong: no later entry is reported. */
  public boolean isRejected() {
    return check.isOver();
  }

  /**
   * Writes it, for {@link SessionJudge#read}.
   *
   * @throws IOException if it cannot be written
   */
  public void write(DataOutput output) throws IOException {
    check.write(output);
  }

  private static SessionFault fault(Wrong wrong, long line, LocationSet possible, String entry) {
    List<String> names = possible.names();
    return new SessionFault(
        line,
        wrong.message(),
        wrong.rules(),
        places(names) + " -> " + (wrong.overdue() ? NOTHING_IN_TIME : entry),
        names,
        wrong.allowed());
  }

  private static String places(List<String> names) {
    return names.size() <= MOST_NAMED
        ? String.join(" or ", names)
        : String.join(" or ", names.subList(0, MOST_NAMED))
            + " or "
            + (names.size() - MOST_NAMED)
            + " others";
  }
}
