package io.mooring.mbt.trace;

import static io.mooring.mbt.trace.TraceEntry.NO_TIME;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long what is bounded lasts in one session, and by how much its times are wrong. */
final class SessionClock {
  /**
   * A time that is wrong.
   *
   * @param message in words
   * @param rule the property that is violated
   */
  record Untimely(String message, String rule) {}

  private final long tolerance;

  /** What is bounded, and since when; without a time if the trace has none, or it went back. */
  private @Nullable TimeBound bound;

  private long since = NO_TIME;

  /** For how long it may last, in nanoseconds. */
  private long atLeast;

  private long atMost;

  /** For how much longer it may have lasted already, where a restored process cannot know. */
  private long before;

  /** What the session continues from, until its next entry; and when it was restored last. */
  private TraceEntry.@Nullable Restored restored;

  private long restoredAt = NO_TIME;
  private long latest = NO_TIME;

  /** By how much times were wrong, at most; and whether they were not all measured. */
  private long excess;

  private boolean unmeasured;

  SessionClock(long tolerance) {
    this.tolerance = tolerance;
  }

  /** Whether both measure the same from now on. */
  @SuppressWarnings("ReferenceEquality") // of a validation there is one object for each bound
  boolean isLike(SessionClock other) {
    return bound == other.bound && since == other.since;
  }

  /** The tolerance in nanoseconds that would accept all times; 0 if they were not all measured. */
  long cure() {
    return unmeasured ? 0 : excess;
  }

  /**
   * Whether the entry is earlier than the one before it, by more than the tolerance. A later
   * process may have another clock.
   */
  boolean goesBack(TraceEntry entry) {
    return !(entry instanceof TraceEntry.Restored)
        && entry.time() != NO_TIME
        && latest != NO_TIME
        && entry.time() < latest - tolerance;
  }

  /** The clock went back: it is not known any more how long anything has lasted. */
  void forget() {
    since = NO_TIME;
    unmeasured = true;
  }

  /** An entry was read. */
  void read(TraceEntry entry) {
    if (!(entry instanceof TraceEntry.Restored) && !(entry instanceof TraceEntry.Repeated)) {
      restored = null;
    }
    latest = entry.time() == NO_TIME ? latest : entry.time();
  }

  /** What a later process continues begins again. */
  void restore(TraceEntry.Restored entry) {
    restored = entry;
    restoredAt = entry.time();
    bound = null;
  }

  /** Whether the session has just been restored. */
  boolean isRestored() {
    return restored != null;
  }

  /** The machine is somewhere else; what did not last before begins. */
  @SuppressWarnings("ReferenceEquality") // of a validation there is one object for each bound
  void go(LocationSet possible, long now) {
    TimeBound next = possible.bound();
    if (next == bound) {
      return;
    }
    bound(next);
    since = now;
    before = 0;
    if (restored != null && next != null && next.sinceLoss() && now != NO_TIME) {
      // It began when the earlier process died, or before its state was saved.
      since = now - restored.lostAtLeast();
      before = restored.lostAtMost() - restored.lostAtLeast();
    }
  }

  private void bound(@Nullable TimeBound next) {
    bound = next;
    if (next != null) {
      atLeast = next.atLeast().toNanos();
      atMost = next.atMost().toNanos();
    }
  }

  /** Writes what {@link #read(LocationSet.Sets, DataInput) reads}. */
  void write(LocationSet.Sets sets, DataOutput output) throws IOException {
    output.writeByte(bound == null ? -1 : sets.bounds().indexOf(bound));
    output.writeLong(since);
    output.writeLong(before);
    output.writeBoolean(restored != null);
    if (restored != null) {
      output.writeLong(restored.lostAtLeast());
      output.writeLong(restored.lostAtMost());
    }
    output.writeLong(restoredAt);
    output.writeLong(latest);
    output.writeLong(excess);
    output.writeBoolean(unmeasured);
  }

  /** Reads what was written. */
  void read(LocationSet.Sets sets, DataInput input) throws IOException {
    int index = input.readByte();
    bound(index < 0 ? null : sets.bounds().get(index));
    since = input.readLong();
    before = input.readLong();
    if (input.readBoolean()) {
      long atLeastLost = input.readLong();
      restored =
          new TraceEntry.Restored(
              "", NO_TIME, TraceEntry.NO_NUMBER, 0, atLeastLost, input.readLong());
    }
    restoredAt = input.readLong();
    latest = input.readLong();
    excess = input.readLong();
    unmeasured = input.readBoolean();
  }

  /**
   * Whether the process was just restored, and what is bounded lasted on before: if it lasted for
   * too long, it could not end earlier than now.
   */
  boolean continues(long now) {
    return restoredAt != NO_TIME
        && now != NO_TIME
        && now - restoredAt <= tolerance
        && bound != null
        && bound.sinceLoss();
  }

  /** Whether a notification can only be caused by the event that ends what is bounded. */
  boolean isEnd(LocationSet possible, int notification) {
    return notification >= 0
        && bound != null
        && bound.end().isPresent()
        && possible.isNotifiedBy(bound.end().getAsInt(), notification);
  }

  /** What is wrong if what is bounded still lasts; null if nothing is. */
  @Nullable Untimely late(long now) {
    TimeBound current = bound;
    if (current == null || since == NO_TIME || now == NO_TIME) {
      return null;
    }
    if (!exceeds(now - since - atMost)) {
      return null;
    }
    return new Untimely(
        current.name()
            + " has lasted for "
            + seconds(now - since)
            + ", but its outcome is told after "
            + seconds(atMost)
            + " at most, by "
            + current.tooLate(),
        current.tooLate());
  }

  /** What is wrong with a notification that only the end of a bound causes; null if nothing is. */
  @Nullable Untimely early(LocationSet possible, TraceNotification notification, long now) {
    TimeBound current = bound;
    if (current == null
        || since == NO_TIME
        || now == NO_TIME
        || !isEnd(possible, notification.number())) {
      return null;
    }
    if (!exceeds(atLeast - (now - since) - before)) {
      return null;
    }
    return new Untimely(
        notification
            + " comes after "
            + seconds(now - since)
            + " of "
            + current.name()
            + ", but the client gives up after "
            + seconds(atLeast)
            + " at least, by "
            + current.tooEarly(),
        current.tooEarly());
  }

  /** Whether a time is wrong by more than the tolerance; if so, it is remembered. */
  private boolean exceeds(long wrong) {
    if (wrong <= tolerance) {
      return false;
    }
    excess = Math.max(excess, wrong);
    return true;
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }
}
