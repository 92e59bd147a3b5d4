package io.mooring.room.testkit.trace;

import static io.mooring.room.testkit.trace.TraceEntry.NO_TIME;

import io.mooring.room.monitor.ConnectionMonitor;
import io.mooring.room.monitor.Verdict;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one session of a trace came to so far: where the connection may be, and since when it has
 * been joining or reconnecting. All that is kept of a session, however long it is.
 */
final class SessionCheck {

  private final long tolerance;

  /** Where the connection may be; see {@link CallbackAutomaton}. */
  private int possible;

  /** What runs, and since when; without a time if the trace has none, or its clock went back. */
  private @Nullable Timer timed;

  private long since = NO_TIME;

  /** For how much longer than since then it may have run already, in nanoseconds. */
  private long before;

  /** For how long its links had been lost when it was restored; null once that counts no more. */
  private TraceEntry.@Nullable Restored restored;

  private long latest = NO_TIME;
  private long latestLine;

  /** Where the last recorded step ended, and the number of its session. */
  private @Nullable Location recorded;

  private long epoch;
  private boolean over;

  /**
   * A session that begins.
   *
   * @param tolerance how wrong the times may be, in nanoseconds
   */
  SessionCheck(int possible, long tolerance) {
    this.possible = possible;
    this.tolerance = tolerance;
  }

  /** Whether there was an objection: nothing more is asked of the session. */
  boolean isOver() {
    return over;
  }

  int possible() {
    return possible;
  }

  long latestLine() {
    return latestLine;
  }

  /** Whether the entry is from before the one before it, by more than clocks may be wrong. */
  boolean goesBack(TraceEntry entry) {
    return entry.time() != NO_TIME && latest != NO_TIME && entry.time() < latest - tolerance;
  }

  /** The clock went back: how long anything has lasted is not known any more. */
  void forgetTime() {
    since = NO_TIME;
  }

  /**
   * Takes the next entry.
   *
   * @return what is wrong with it; null if nothing is
   */
  @Nullable String take(TraceEntry entry, long line) {
    String wrong = overdue(entry.time());
    if (wrong == null) {
      if (entry instanceof TraceEntry.Told told) {
        wrong = told(told);
      } else if (entry instanceof TraceEntry.Happened happened) {
        go(CallbackAutomaton.silently(possible, happened.event()), entry.time());
      } else if (entry instanceof TraceEntry.Recorded step) {
        wrong = recorded(step);
      } else if (entry instanceof TraceEntry.Restored again) {
        restored(again);
      }
      restored = entry instanceof TraceEntry.Restored again ? again : null;
    }
    latest = entry.time() == NO_TIME ? latest : entry.time();
    latestLine = line;
    over = wrong != null;
    return wrong;
  }

  private @Nullable String told(TraceEntry.Told told) {
    Optional<Notification> known = CallbackAutomaton.notification(told.state(), told.reason());
    if (known.isEmpty()) {
      return new Verdict.Unknown(told.state(), told.reason()).explanation();
    }
    Notification notification = known.get();
    int after =
        told.because() == null
            ? CallbackAutomaton.after(possible, notification)
            : CallbackAutomaton.after(possible, notification, told.because());
    if (after == 0) {
      return forbidden(notification, told.because());
    }
    String early = early(notification, told.time());
    go(after, told.time());
    return early;
  }

  private String forbidden(Notification told, @Nullable Event because) {
    if (because != null && CallbackAutomaton.after(possible, told) != 0) {
      return Objection.words(told) + " is not what " + because.action() + " tells";
    }
    return ConnectionMonitor.of(CallbackAutomaton.locations(possible), change -> {})
        .onConnectionStateChange(told.state().code(), told.reason().code())
        .explanation();
  }

  private @Nullable String recorded(TraceEntry.Recorded entry) {
    Step step = entry.step();
    if (recorded != null && step.from() != recorded) {
      return "begins in " + step.from() + ", but the step before it ended in " + recorded;
    }
    Step row = Table.step(step.from(), step.event());
    if (!step.sameStateAs(row)) {
      return "is not the specification's step (" + row.source() + "), which is " + row;
    }
    boolean opens = step.effects().contains(Effect.OPEN_TRANSPORT);
    if (recorded != null && entry.epoch() != epoch + (opens ? 1 : 0)) {
      return "is of session " + entry.epoch() + ", but the one before it of session " + epoch;
    }
    epoch = entry.epoch();
    recorded = step.to();
    String early = null;
    for (Notification told : step.notifications()) {
      early = early == null ? early(told, entry.time()) : early;
    }
    go(CallbackAutomaton.only(step.to()), entry.time());
    return early;
  }

  /** A later life goes on from where an earlier one was, which need not be where this trace is. */
  private void restored(TraceEntry.Restored entry) {
    recorded = entry.location();
    epoch = entry.epoch();
    timed = null;
    restored = entry;
    go(CallbackAutomaton.only(entry.location()), entry.time());
  }

  /* ---------------- time ---------------- */

  /** Goes on to other locations; a timer that did not run before begins. */
  private void go(int after, long now) {
    possible = after;
    Timer timer = CallbackAutomaton.timed(after);
    if (timer != timed) {
      timed = timer;
      since = now;
      before = 0;
      if (restored != null && timer == Timer.RECONNECT_WINDOW && now != NO_TIME) {
        // The loss was with the death of the process, or before it.
        since = now - restored.lostAtLeast();
        before = restored.lostAtMost() - restored.lostAtLeast();
      }
    }
  }

  /** What is wrong if what is timed still lasts. */
  @Nullable String overdue(long now) {
    if (timed == null || since == NO_TIME || now == NO_TIME) {
      return null;
    }
    boolean joining = timed == Timer.JOIN_TIMEOUT;
    Duration most = joining ? Timing.JOIN_AT_MOST : Timing.GIVE_UP_AT_MOST;
    return now - since <= most.toNanos() + tolerance
        ? null
        : state()
            + " has lasted for "
            + seconds(now - since)
            + ", but its outcome is told after "
            + seconds(most.toNanos())
            + " at most, by "
            + (joining ? "B10_JoinIsAnsweredInTimeInv" : "B7_NotTooLateInv");
  }

  /** What is wrong with an outcome that only the end of a window tells, and that is early. */
  private @Nullable String early(Notification told, long now) {
    if (timed != Timer.RECONNECT_WINDOW
        || since == NO_TIME
        || now == NO_TIME
        || now - since >= Timing.GIVE_UP_AT_LEAST.toNanos() - tolerance - before
        || !CallbackAutomaton.tellers(possible, told).equals(Set.of(timed.fact()))) {
      return null;
    }
    return Objection.words(told)
        + " comes after "
        + seconds(now - since)
        + " of "
        + state()
        + ", but the client gives up after "
        + seconds(Timing.GIVE_UP_AT_LEAST.toNanos())
        + " at least, by B7_NotTooEarlyProp";
  }

  private ConnectionState state() {
    return CallbackAutomaton.locations(possible).iterator().next().state();
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }
}
