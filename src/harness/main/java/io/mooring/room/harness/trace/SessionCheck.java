package io.mooring.room.harness.trace;

import static io.mooring.room.harness.trace.TraceEntry.NO_TIME;

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
import java.util.ArrayList;
import java.util.List;
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

  /** For how much longer it may have run already, where a restored process did not know better. */
  private long before;

  /** What the connection goes on from, until its next entry; and when it was restored last. */
  private TraceEntry.@Nullable Restored restored;

  private long restoredAt = NO_TIME;

  private long latest = NO_TIME;
  private long latestLine;

  /** Where the last recorded step ended, and the number of its session. */
  private @Nullable Location recorded;

  private long epoch;

  /** Whether there was an objection, and whether one that no tolerance would make good. */
  private boolean over;

  private boolean hopeless;

  /** By how much times were wrong, at most; and whether they were not all measured. */
  private long excess;

  private boolean unmeasured;

  /**
   * What is wrong with an entry.
   *
   * @param message in words, on one line
   * @param allowed what could have been told instead; empty where nothing could, or a recorded step
   *     is wrong
   */
  record Wrong(String message, List<Notification> allowed) {}

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

  /** Whether nothing that comes could change what was said of the session. */
  boolean isHopeless() {
    return hopeless;
  }

  /**
   * The tolerance in nanoseconds with which there would have been no objection so far; 0 if there
   * is none, or was none.
   */
  long cure() {
    return over && !hopeless && !unmeasured ? excess : 0;
  }

  /** Whether two that hear the same from now on say the same of it. */
  boolean isLike(SessionCheck other) {
    return possible == other.possible
        && timed == other.timed
        && since == other.since
        && !over
        && !other.over;
  }

  int possible() {
    return possible;
  }

  long latestLine() {
    return latestLine;
  }

  /**
   * Whether the entry is from before the one before it, by more than clocks may be wrong. A later
   * life may have another clock.
   */
  boolean goesBack(TraceEntry entry) {
    return !(entry instanceof TraceEntry.Restored)
        && entry.time() != NO_TIME
        && latest != NO_TIME
        && entry.time() < latest - tolerance;
  }

  /** The clock went back: how long anything has lasted is not known any more. */
  void forgetTime() {
    since = NO_TIME;
    unmeasured = true;
  }

  /**
   * Takes the next entry. After an objection to a time it goes on, to find out which tolerance
   * would have been enough.
   *
   * @return the first objection; null if there is none, or was one before
   */
  @Nullable Wrong take(TraceEntry entry, long line) {
    boolean begins = entry instanceof TraceEntry.Restored;
    Wrong late = begins || endsAtOnce(entry) ? null : late(entry.time());
    int possibleBefore = possible;
    String early = null;
    Wrong wrong = null;
    if (entry instanceof TraceEntry.Told told) {
      Optional<Notification> known = CallbackAutomaton.notification(told.state(), told.reason());
      wrong = known.isEmpty() ? unknown(told) : forbidden(known.get(), told.because());
      if (known.isPresent() && wrong == null) {
        early = early(known.get(), told.time());
        go(after(known.get(), told.because()), told.time());
      }
    } else if (entry instanceof TraceEntry.Happened happened) {
      go(CallbackAutomaton.silently(possible, happened.event()), entry.time());
    } else if (entry instanceof TraceEntry.Recorded step) {
      String message = misrecorded(step);
      wrong = message == null ? null : new Wrong(message, List.of());
      if (wrong == null) {
        early = recorded(step);
      }
    } else if (entry instanceof TraceEntry.Restored again) {
      restored(again);
    } else if (entry instanceof TraceEntry.Repeated again) {
      wrong = misrepeated(again);
    }
    if (!begins && !(entry instanceof TraceEntry.Repeated)) {
      restored = null;
    }
    latest = entry.time() == NO_TIME ? latest : entry.time();
    latestLine = line;
    hopeless |= wrong != null;
    if (early != null) {
      List<Notification> allowed = new ArrayList<>(CallbackAutomaton.allowed(possibleBefore));
      allowed.removeAll(told(entry));
      wrong = new Wrong(early, allowed);
    }
    return first(late == null ? wrong : late);
  }

  private static List<Notification> told(TraceEntry entry) {
    return entry instanceof TraceEntry.Told told
        ? CallbackAutomaton.notification(told.state(), told.reason()).stream().toList()
        : entry instanceof TraceEntry.Recorded step ? step.step().notifications() : List.of();
  }

  /** What is wrong if there is an end of the trace. */
  @Nullable Wrong end(long now) {
    Wrong late = late(now);
    return first(
        late == null
            ? null
            : new Wrong(late.message() + "; the trace goes on without one", List.of()));
  }

  private @Nullable Wrong first(@Nullable Wrong wrong) {
    Wrong first = over ? null : wrong;
    over |= wrong != null;
    return first;
  }

  private Wrong unknown(TraceEntry.Told told) {
    return new Wrong(
        new Verdict.Unknown(told.state(), told.reason()).explanation(),
        CallbackAutomaton.allowed(possible));
  }

  private int after(Notification told, @Nullable Event because) {
    return because == null
        ? CallbackAutomaton.after(possible, told)
        : CallbackAutomaton.after(possible, told, because);
  }

  private @Nullable Wrong forbidden(Notification told, @Nullable Event because) {
    if (after(told, because) != 0) {
      return null;
    }
    List<Notification> allowed = CallbackAutomaton.allowed(possible);
    if (because != null && CallbackAutomaton.after(possible, told) != 0) {
      return new Wrong(
          Objection.words(told) + " is not what " + because.action() + " tells",
          allowed.stream()
              .filter(each -> CallbackAutomaton.after(possible, each, because) != 0)
              .toList());
    }
    return new Wrong(
        ConnectionMonitor.of(CallbackAutomaton.locations(possible), change -> {})
            .onConnectionStateChange(told.state().code(), told.reason().code())
            .explanation(),
        allowed);
  }

  /** What is wrong with a recorded step, its time aside. */
  private @Nullable String misrecorded(TraceEntry.Recorded entry) {
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
    return null;
  }

  /** Takes a recorded step, and says what is wrong with its time. */
  private @Nullable String recorded(TraceEntry.Recorded entry) {
    Step step = entry.step();
    epoch = entry.epoch();
    recorded = step.to();
    String early = null;
    for (Notification told : step.notifications()) {
      early = early == null ? early(told, entry.time()) : early;
    }
    go(CallbackAutomaton.only(step.to()), entry.time());
    return early;
  }

  /**
   * A later life goes on from where an earlier one was captured, which need not be where this trace
   * had come: what was decided since is forgotten.
   */
  private void restored(TraceEntry.Restored entry) {
    recorded = entry.epoch() == TraceEntry.Restored.NO_EPOCH ? null : entry.location();
    epoch = entry.epoch();
    restored = entry;
    restoredAt = entry.time();
    timed = null;
    go(CallbackAutomaton.only(entry.location()), entry.time());
  }

  /** What is wrong with a change that is told again: it led to where the connection was. */
  private @Nullable Wrong misrepeated(TraceEntry.Repeated entry) {
    Set<Location> locations = CallbackAutomaton.locations(possible);
    if (restored != null
        && locations.stream().anyMatch(each -> each.state().code() == entry.state())) {
      return null;
    }
    return new Wrong(
        restored == null
            ? "a change is told again, but only a connection that was just restored does that"
            : "a change to state " + entry.state() + " is told again, but it did not lead there",
        List.of());
  }

  /* ---------------- time ---------------- */

  /**
   * Whether a connection that was away for too long gives up right when it is restored: nobody
   * could have told it before.
   */
  private boolean endsAtOnce(TraceEntry entry) {
    return timed == Timer.RECONNECT_WINDOW
        && restoredAt != NO_TIME
        && entry.time() != NO_TIME
        && entry.time() - restoredAt <= tolerance
        && (entry instanceof TraceEntry.Repeated
            || told(entry).stream()
                .anyMatch(
                    told ->
                        CallbackAutomaton.tellers(possible, told).equals(Set.of(timed.fact()))));
  }

  /** Goes on to other locations; a timer that did not run before begins. */
  private void go(int after, long now) {
    possible = after;
    Timer timer = CallbackAutomaton.timed(after);
    if (timer != timed) {
      timed = timer;
      since = now;
      before = 0;
      if (restored != null && timer == Timer.RECONNECT_WINDOW && now != NO_TIME) {
        // The links were lost when the earlier process died, or before it was captured.
        since = now - restored.lostAtLeast();
        before = restored.lostAtMost() - restored.lostAtLeast();
      }
    }
  }

  /** What is wrong if what is timed still lasts. */
  private @Nullable Wrong late(long now) {
    if (timed == null || since == NO_TIME || now == NO_TIME) {
      return null;
    }
    boolean joining = timed == Timer.JOIN_TIMEOUT;
    Duration most = joining ? Timing.JOIN_AT_MOST : Timing.GIVE_UP_AT_MOST;
    if (!exceeds(now - since - most.toNanos())) {
      return null;
    }
    return new Wrong(
        state()
            + " has lasted for "
            + seconds(now - since)
            + ", but its outcome is told after "
            + seconds(most.toNanos())
            + " at most, by "
            + (joining ? "B10_JoinIsAnsweredInTimeInv" : "B7_NotTooLateInv"),
        List.of());
  }

  /** What is wrong with an outcome that only the end of a window tells, and that is early. */
  private @Nullable String early(Notification told, long now) {
    if (timed != Timer.RECONNECT_WINDOW
        || since == NO_TIME
        || now == NO_TIME
        || !CallbackAutomaton.tellers(possible, told).equals(Set.of(timed.fact()))
        || !exceeds(Timing.GIVE_UP_AT_LEAST.toNanos() - (now - since) - before)) {
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

  /** Whether a time is wrong by more than clocks may be; if so, it is remembered. */
  private boolean exceeds(long wrong) {
    if (wrong <= tolerance) {
      return false;
    }
    excess = Math.max(excess, wrong);
    return true;
  }

  private ConnectionState state() {
    return CallbackAutomaton.locations(possible).iterator().next().state();
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }
}
