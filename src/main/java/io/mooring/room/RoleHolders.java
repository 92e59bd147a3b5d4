package io.mooring.room;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Which thread is at which {@link Role}, once there is more to do than one thread with one entry.
 * Under the connection's lock.
 *
 * <p>A thread inside a call of the transport takes nothing on: it is in the middle of the order of
 * effects. A thread inside any other call takes every role but that of callbacks, so that the
 * effects of a command are carried out before it returns, and no callback begins inside another.
 */
@SuppressWarnings("EnumOrdinal") // never leaves this object
final class RoleHolders {

  private static final int NOBODY = 0;
  private static final int ROLES = Role.values().length;

  /** The number of the thread at each role. */
  private final int[] by = new int[ROLES];

  /** The place of the entry that it is at. */
  private final int[] at = new int[ROLES];

  private final Queue<CallFailure> failures = new ArrayDeque<>();

  /** Leaves that are to be told when their effects are carried out, and where those are. */
  private final Queue<Leave> leaves = new ArrayDeque<>();

  private record Leave(int place, Delivery entry) {}

  /** How many threads are at something, and how much waits here. */
  private int busy;

  /** What was claimed last: an entry, or a failure. */
  private @Nullable Object claimed;

  /** What the transport is being asked for, or was last. */
  private @Nullable Delivery asked;

  /** The number of its call that was reported because it does not return; 0 if none was. */
  private int reported;

  /** When it was asked for, or first looked at; 0 if nobody has looked. */
  private long seen;

  /** The number of the calling thread: two have the same only in theory, and then one waits. */
  static int threadNumber() {
    int number = (int) Thread.currentThread().getId();
    return number == NOBODY ? 1 : number;
  }

  boolean isHeld(Role role) {
    return by[role.ordinal()] != NOBODY;
  }

  boolean isHeldBy(Role role, int thread) {
    return by[role.ordinal()] == thread;
  }

  boolean holdsAny(int thread) {
    for (int holder : by) {
      if (holder == thread) {
        return true;
      }
    }
    return false;
  }

  /** Whether nobody is at anything, and nothing waits here. */
  boolean areIdle() {
    return busy == 0;
  }

  void enqueue(CallFailure failure) {
    failures.add(failure);
    busy++;
  }

  /** The first place that is still in use. */
  int oldest(PendingDeliveries owed) {
    int oldest = owed.oldest();
    for (int role = 0; role < ROLES; role++) {
      if (by[role] != NOBODY && role != Role.FAILURES.ordinal()) {
        oldest = Math.min(oldest, at[role]);
      }
    }
    return oldest;
  }

  /** A thread is at a role for an entry. */
  void hold(Role role, int thread, int place, Object item) {
    by[role.ordinal()] = thread;
    busy++;
    at[role.ordinal()] = place;
    claimed = item;
    if (role == Role.EFFECTS) {
      asked = (Delivery) item;
      reported = 0;
      seen = 0;
    }
  }

  void release(Role role) {
    by[role.ordinal()] = NOBODY;
    busy--;
    claimed = null;
    if (role == Role.EFFECTS) {
      asked = null;
    }
  }

  /**
   * A call of the transport that has not returned, and was not reported yet; as {@link
   * Outbox#blockedCall}.
   */
  @Nullable BlockedCall blockedCall(long now, long least) {
    Delivery entry = asked;
    int call = entry == null ? 0 : Effects.underWay(entry);
    if (entry == null || call == 0 || call == reported) {
      return null;
    }
    if (seen == 0) {
      // When a release or an undoing was decided nobody has read the clock.
      seen = entry.nanoTime == 0 ? now : entry.nanoTime;
    }
    if (now - seen < least) {
      return null;
    }
    reported = call;
    return new BlockedCall(
        Effects.Call.of(call).method, entry.sessionEpoch, by[Role.EFFECTS.ordinal()], now - seen);
  }

  /** What goes with the role that {@link #claim} gave. */
  Object claimed() {
    return requireNonNull(claimed);
  }

  /** Whether a thread is inside a call of the transport, and there is nothing to store. */
  boolean isIdleFor(int thread, PendingDeliveries owed) {
    return isHeldBy(Role.EFFECTS, thread) && !canTake(Role.STORES, owed);
  }

  /** Takes on, for the calling thread, the first role that is free and has something to do. */
  @Nullable Role claim(PendingDeliveries owed) {
    int threadNumber = threadNumber();
    if (canTake(Role.STORES, owed)) {
      return take(Role.STORES, threadNumber, owed);
    }
    if (isHeldBy(Role.EFFECTS, threadNumber)) {
      return null;
    }
    if (canTake(Role.EFFECTS, owed) && isDone(Role.STORES, owed.next(Role.EFFECTS), owed)) {
      return take(Role.EFFECTS, threadNumber, owed);
    }
    if (!isHeld(Role.FAILURES) && !failures.isEmpty()) {
      hold(Role.FAILURES, threadNumber, 0, failures.remove());
      busy--;
      return Role.FAILURES;
    }
    if (canTake(Role.RECORDS, owed)) {
      return take(Role.RECORDS, threadNumber, owed);
    }
    return holdsAny(threadNumber) ? null : claimCallbacks(threadNumber, owed);
  }

  private @Nullable Role claimCallbacks(int threadNumber, PendingDeliveries owed) {
    if (isHeld(Role.CALLBACKS)) {
      return null;
    }
    Leave first = leaves.peek();
    if (first != null && isDone(Role.EFFECTS, first.place, owed)) {
      leaves.remove();
      busy--;
      hold(Role.CALLBACKS, threadNumber, owed.next(Role.CALLBACKS), first.entry);
      return Role.CALLBACKS;
    }
    int next = owed.next(Role.CALLBACKS);
    if (!owed.has(Role.CALLBACKS)
        || !isDone(Role.STORES, next, owed)
        || !isDone(Role.RECORDS, next, owed)) {
      // What the application knows is in the store, and in the trace.
      return null;
    }
    Delivery entry = owed.at(next);
    if (entry.leave != null && !isDone(Role.EFFECTS, next, owed)) {
      Delivery later = new Delivery();
      later.sessionEpoch = entry.sessionEpoch;
      later.leave = entry.leave;
      leaves.add(new Leave(next, later));
      busy++;
      entry.leave = null;
    }
    return take(Role.CALLBACKS, threadNumber, owed);
  }

  private boolean canTake(Role role, PendingDeliveries owed) {
    return !isHeld(role) && owed.has(role);
  }

  private Role take(Role role, int threadNumber, PendingDeliveries owed) {
    int place = owed.next(role);
    hold(role, threadNumber, place, owed.at(place));
    owed.goTo(role, place + 1);
    return role;
  }

  private boolean isDone(Role role, int place, PendingDeliveries owed) {
    return place < owed.next(role) && !(isHeld(role) && at[role.ordinal()] == place);
  }
}
