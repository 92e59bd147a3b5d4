package io.mooring.room;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The last decisions of one connection, in a ring that begins with the first join that it is asked
 * for: one that is never asked keeps nothing. Under the mailbox's lock, except for a {@link #copy}.
 *
 * <p>A decision takes an {@code int} for what was decided, and a {@code long} for its time in
 * milliseconds since the first one and the low bits of its session's number. There are no
 * references: to store one costs a garbage collector more than all the rest.
 */
final class StepLog {

  /** How many decisions a connection keeps that does not say so. */
  static final int DEFAULT_SIZE = 16;

  private static final StepLog DEFAULT = new StepLog(DEFAULT_SIZE);

  /** Room for any enum of the specification. */
  private static final int BITS = 6;

  private static final int WORDS = (1 << BITS) - 1;
  private static final int STALE = 1 << (5 * BITS);

  private static final int TIME_SHIFT = 24;
  private static final long SESSIONS = (1L << TIME_SHIFT) - 1;

  /** The time of a decision for which nobody read the clock. */
  private static final long UNKNOWN = -1L >>> TIME_SHIFT;

  private final int size;
  private int @Nullable [] steps;
  private long @Nullable [] stamps;
  private int next;
  private boolean full;
  private long began = EventClock.NOT_READ;
  private long latestSession;

  private StepLog(int size) {
    this.size = size;
  }

  /** A log without entries; connections share the default one until they have something to add. */
  static StepLog ofSize(int size) {
    return size == DEFAULT_SIZE ? DEFAULT : new StepLog(size);
  }

  /** A log that keeps what is added, unless nobody wants one; takes its memory here and now. */
  StepLog begun() {
    if (steps != null || size == 0) {
      return this;
    }
    StepLog own = new StepLog(size);
    own.steps = new int[size];
    own.stamps = new long[size];
    return own;
  }

  /**
   * Adds a decision, once the log has begun.
   *
   * @param session the number of the session; 0 if there is none yet
   */
  void add(Step step, boolean stale, long session, long now) {
    if (steps == null || stamps == null) {
      return;
    }
    if (began == EventClock.NOT_READ) {
      began = now;
    }
    long time =
        now == EventClock.NOT_READ
            ? UNKNOWN
            : Math.min(Math.max(0, now - began) / 1_000_000, UNKNOWN - 1);
    latestSession = Math.max(latestSession, session);
    steps[next] = packed(step) | (stale ? STALE : 0);
    stamps[next] = time << TIME_SHIFT | (session & SESSIONS);
    next++;
    if (next == size) {
      next = 0;
      full = true;
    }
  }

  @SuppressWarnings("EnumOrdinal") // never leaves this object
  private static int packed(Step step) {
    int text = step.from().ordinal();
    text = text << BITS | step.event().ordinal();
    text = text << BITS | step.to().ordinal();
    text = text << BITS | step.outcome().ordinal();
    return text << BITS | step.code().ordinal();
  }

  /** What stands here now, for somebody who has the lock no more. */
  StepLog copy() {
    if (steps == null || stamps == null) {
      return this;
    }
    StepLog copy = new StepLog(size);
    copy.steps = steps.clone();
    copy.stamps = stamps.clone();
    copy.next = next;
    copy.full = full;
    copy.latestSession = latestSession;
    return copy;
  }

  /** A decision on each line, the oldest first; empty where there is none. */
  @Override
  public String toString() {
    if (steps == null || stamps == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int i = full ? next - size : 0; i < next; i++) {
      int place = i < 0 ? i + size : i;
      text.append(text.length() == 0 ? "" : "\n");
      line(text, steps[place], stamps[place]);
    }
    return text.toString();
  }

  private void line(StringBuilder text, int step, long stamp) {
    long time = stamp >>> TIME_SHIFT;
    text.append(
        time == UNKNOWN ? " ".repeat(12) : String.format(Locale.ROOT, "%10.3f s", time / 1e3));
    // No session is later than the latest one: that gives the high bits of its number.
    long session = latestSession - ((latestSession - stamp) & SESSIONS);
    text.append(session == 0 ? "  no session" : "  session " + session).append("  ");
    Event event = word(Event.values(), step, 3);
    if ((step & STALE) != 0) {
      text.append(event).append(" was stale");
      return;
    }
    text.append(word(Location.values(), step, 4)).append(" --").append(event).append("--> ");
    text.append(word(Location.values(), step, 2)).append(", ");
    text.append(word(Outcome.values(), step, 1).value());
    if (event.isCommand()) {
      text.append(", ").append(word(ReturnCode.values(), step, 0));
    }
  }

  private static <T> T word(T[] words, int step, int place) {
    return words[(step >>> (place * BITS)) & WORDS];
  }

  /** The end of a message: what had happened before, if anything had. */
  static String past(String steps) {
    return steps.isEmpty() ? "" : "; the last steps, oldest first:\n" + steps;
  }
}
