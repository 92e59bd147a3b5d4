package io.mooring.room;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The last decisions of one connection, in a ring that begins with the first join: a connection
 * without one keeps nothing. Under the connection's lock, except for a {@link #copy}.
 *
 * <p>A decision takes a {@code long}: what was decided, its time since the first one, and the low
 * bits of its session's number. There are no references: to store one costs a garbage collector
 * more than all the rest.
 */
final class StepLog {

  /** The default number of decisions that a connection keeps. */
  static final int DEFAULT_SIZE = 16;

  private static final StepLog DEFAULT = new StepLog(DEFAULT_SIZE);

  // What was decided is a number with a digit for each of the step's words, the code at its end.
  private static final int CODES = ReturnCode.values().length;
  private static final int OUTCOMES = Outcome.values().length;
  private static final int LOCATIONS = Location.values().length;
  private static final int EVENTS = Event.values().length;
  private static final int STALE = LOCATIONS * EVENTS * LOCATIONS * OUTCOMES * CODES;

  private static final int STEP_BITS = Integer.SIZE - Integer.numberOfLeadingZeros(2 * STALE - 1);

  /** The time and the number of the session take what is left. */
  private static final int SESSION_BITS = Integer.SIZE - STEP_BITS;

  private static final int SESSIONS = (1 << SESSION_BITS) - 1;

  /** The time of a decision for which the clock was not read. */
  private static final int UNKNOWN = Integer.MIN_VALUE;

  /** As wide as a time. */
  private static final String NO_TIME = "            ";

  private final int size;
  private long @Nullable [] steps;

  /** How many were added; once the ring is full, by how many turns does not count. */
  private int added;

  private long began = EventClock.NOT_READ;
  private long latestSession;

  private StepLog(int size) {
    this.size = size;
  }

  /** A log without entries; connections share the default one until they have something to add. */
  static StepLog ofSize(int size) {
    return size == DEFAULT_SIZE ? DEFAULT : new StepLog(size);
  }

  /** A log that keeps what is added, unless its size is 0; allocates its memory now. */
  StepLog begun() {
    if (steps != null || size == 0) {
      return this;
    }
    StepLog own = new StepLog(size);
    own.steps = new long[size];
    return own;
  }

  /**
   * Adds a decision, once the log has begun.
   *
   * @param session the number of the session; 0 if there is none yet
   */
  void add(Step step, boolean stale, long session, long now) {
    if (steps == null) {
      return;
    }
    if (began == EventClock.NOT_READ) {
      began = now;
    }
    int time = now == EventClock.NOT_READ ? UNKNOWN : time(Math.max(0, now - began) / 1_000_000);
    int what = what(step) + (stale ? STALE : 0);
    latestSession = Math.max(latestSession, session);
    steps[added < size ? added : added - size] =
        (long) time << Integer.SIZE | (session & SESSIONS) << STEP_BITS | what;
    added = added + 1 - size == size ? size : added + 1;
  }

  /** Milliseconds as they are, for 24 days; then seconds, below zero. */
  private static int time(long millis) {
    return millis <= Integer.MAX_VALUE
        ? (int) millis
        : (int) -Math.min(millis / 1000, Integer.MAX_VALUE);
  }

  @SuppressWarnings("EnumOrdinal") // never leaves this object
  private static int what(Step step) {
    int what = step.from().ordinal();
    what = what * EVENTS + step.event().ordinal();
    what = what * LOCATIONS + step.to().ordinal();
    what = what * OUTCOMES + step.outcome().ordinal();
    return what * CODES + step.code().ordinal();
  }

  /** A copy that may be read without the lock. */
  StepLog copy() {
    if (steps == null) {
      return this;
    }
    StepLog copy = new StepLog(size);
    copy.steps = steps.clone();
    copy.added = added;
    copy.latestSession = latestSession;
    return copy;
  }

  /** A decision on each line, the oldest first; empty where there is none. */
  @Override
  public String toString() {
    if (steps == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(0, added - size); i < added; i++) {
      text.append(text.length() == 0 ? "" : "\n");
      line(text, steps[i < size ? i : i - size]);
    }
    return text.toString();
  }

  private void line(StringBuilder text, long decision) {
    int time = (int) (decision >>> Integer.SIZE);
    text.append(
        time == UNKNOWN
            ? NO_TIME
            : String.format(Locale.ROOT, "%10.3f s", time < 0 ? -(double) time : time / 1e3));
    // No session is later than the latest one: that gives the high bits of its number.
    long session = latestSession - ((latestSession - (decision >>> STEP_BITS)) & SESSIONS);
    text.append(session == 0 ? "  no session" : "  session " + session).append("  ");
    describe(text, (int) decision & ((1 << STEP_BITS) - 1));
  }

  /** What {@link #what} made a number of. */
  @SuppressWarnings("EnumOrdinal") // never leaves this object
  private static void describe(StringBuilder text, int decided) {
    boolean stale = decided >= STALE;
    int what = decided % STALE;
    ReturnCode code = ReturnCode.values()[what % CODES];
    what /= CODES;
    Outcome outcome = Outcome.values()[what % OUTCOMES];
    what /= OUTCOMES;
    Location to = Location.values()[what % LOCATIONS];
    what /= LOCATIONS;
    Event event = Event.values()[what % EVENTS];
    if (stale) {
      text.append(event).append(" was stale");
      return;
    }
    Location from = Location.values()[what / EVENTS];
    text.append(from).append(" --").append(event).append("--> ").append(to);
    text.append(", ").append(outcome.value());
    if (event.isCommand()) {
      text.append(", ").append(code);
    }
  }
}
