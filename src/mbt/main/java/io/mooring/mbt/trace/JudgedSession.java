package io.mooring.mbt.trace;

import io.mooring.mbt.trace.SessionWords.Wrong;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    return fault(check.take(entry, line), line, before);
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
    return check.isHopeless()
        ? Optional.empty()
        : fault(check.end(now), check.latestLine(), check.possible());
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

  private static Optional<SessionFault> fault(
      @Nullable Wrong wrong, long line, LocationSet possible) {
    return Optional.ofNullable(wrong)
        .map(
            each ->
                new SessionFault(
                    line, each.message(), each.rules(), possible.names(), each.allowed()));
  }
}
