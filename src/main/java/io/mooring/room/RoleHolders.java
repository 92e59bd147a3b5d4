package io.mooring.room;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Which thread holds which {@link Role}, once there is more to do than one delivery for one thread.
 * Guarded by the connection's lock.
 *
 * <p>A thread inside a call of the transport claims only the store: it is in the middle of the
 * order of effects. A thread inside any other call claims every role but that of callbacks, so that
 * the effects of a command are carried out before it returns, and no callback begins inside
 * another.
 */
@SuppressWarnings("EnumOrdinal") // never leaves this object
final class RoleHolders {

  private static final int NOBODY = 0;
  private static final int ROLES = Role.values().length;

  /** Used without the lock. */
  final Turns turns = new Turns();

  /** The number of the thread that holds each role. */
  private final int[] by = new int[ROLES];

  /** The position of its delivery. */
  private final int[] at = new int[ROLES];

  private final Queue<CallFailure> failures = new ArrayDeque<>();

  /** Leaves whose results wait for their effects, and the positions of those. */
  private final Queue<Leave> leaves = new ArrayDeque<>();

  private record Leave(int place, Delivery delivery) {}

  /** How many roles are held, and how much is queued here. */
  private int busy;

  /** What was claimed last: a delivery, or a failure. */
  private @Nullable Object claimed;

  /** The delivery that the transport is called for. */
  private @Nullable Delivery called;

  /** The number of its call that was reported as blocked; 0 if none was. */
  private int reported;

  /** When it was requested or first looked at; 0 before that. */
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

  /** Whether no role is held, and nothing is queued here. */
  boolean areIdle() {
    return busy == 0;
  }

  void enqueue(CallFailure failure) {
    failures.add(failure);
    busy++;
  }

  /** The first position that is still in use. */
  int oldest(PendingDeliveries pending) {
    int oldest = pending.oldest();
    for (int role = 0; role < ROLES; role++) {
      if (by[role] != NOBODY && role != Role.FAILURES.ordinal()) {
        oldest = Math.min(oldest, at[role]);
      }
    }
    return oldest;
  }

  /** Gives a role to a thread for one delivery or failure. */
  void hold(Role role, int thread, int place, Object item) {
    by[role.ordinal()] = thread;
    busy++;
    at[role.ordinal()] = place;
    claimed = item;
    if (role == Role.EFFECTS) {
      called = (Delivery) item;
      reported = 0;
      seen = 0;
    }
  }

  void release(Role role) {
    by[role.ordinal()] = NOBODY;
    busy--;
    claimed = null;
    if (role == Role.EFFECTS) {
      called = null;
    }
  }

  /** See {@link Outbox#blockedCall}. */
  @Nullable BlockedCall blockedCall(long now, long least) {
    Delivery delivery = called;
    int call = delivery == null ? TransportCall.NONE : delivery.callUnderWay();
    if (delivery == null || call == TransportCall.NONE || call == reported) {
      return null;
    }
    if (seen == 0) {
      // For a release or an undoing the clock was not read.
      seen = delivery.nanoTime == 0 ? now : delivery.nanoTime;
    }
    if (now - seen < least) {
      return null;
    }
    reported = call;
    return new BlockedCall(
        TransportCall.of(call).method,
        delivery.sessionEpoch,
        by[Role.EFFECTS.ordinal()],
        now - seen);
  }

  /** The delivery or failure of the role that {@link #claim} returned. */
  Object claimed() {
    return requireNonNull(claimed);
  }

  /** Whether a thread is inside a call of the transport, and there is nothing to store. */
  boolean isIdleFor(int thread, PendingDeliveries pending) {
    return isHeldBy(Role.EFFECTS, thread) && !canTake(Role.STORES, pending);
  }

  /** Claims for the calling thread the first role that is free and has something to do. */
  @Nullable Role claim(PendingDeliveries pending) {
    int threadNumber = threadNumber();
    if (canTake(Role.STORES, pending)) {
      return take(Role.STORES, threadNumber, pending);
    }
    if (isHeldBy(Role.EFFECTS, threadNumber)) {
      return null;
    }
    if (canTake(Role.EFFECTS, pending)
        && isDone(Role.STORES, pending.next(Role.EFFECTS), pending)) {
      return take(Role.EFFECTS, threadNumber, pending);
    }
    if (!isHeld(Role.FAILURES) && !failures.isEmpty()) {
      hold(Role.FAILURES, threadNumber, 0, failures.remove());
      busy--;
      return Role.FAILURES;
    }
    if (canTake(Role.RECORDS, pending)) {
      return take(Role.RECORDS, threadNumber, pending);
    }
    return holdsAny(threadNumber) ? null : claimCallbacks(threadNumber, pending);
  }

  private @Nullable Role claimCallbacks(int threadNumber, PendingDeliveries pending) {
    if (isHeld(Role.CALLBACKS)) {
      return null;
    }
    Leave first = leaves.peek();
    if (first != null && isDone(Role.EFFECTS, first.place, pending)) {
      leaves.remove();
      busy--;
      hold(Role.CALLBACKS, threadNumber, pending.next(Role.CALLBACKS), first.delivery);
      return Role.CALLBACKS;
    }
    int next = pending.next(Role.CALLBACKS);
    if (!pending.has(Role.CALLBACKS)
        || !isDone(Role.STORES, next, pending)
        || !isDone(Role.RECORDS, next, pending)) {
      // A change is stored and recorded before the application is notified of it.
      return null;
    }
    Delivery delivery = pending.at(next);
    if (delivery.leave != null && !isDone(Role.EFFECTS, next, pending)) {
      Delivery later = new Delivery();
      later.sessionEpoch = delivery.sessionEpoch;
      later.leave = delivery.leave;
      leaves.add(new Leave(next, later));
      busy++;
      delivery.leave = null;
    }
    return take(Role.CALLBACKS, threadNumber, pending);
  }

  private boolean canTake(Role role, PendingDeliveries pending) {
    return !isHeld(role) && pending.has(role);
  }

  private Role take(Role role, int threadNumber, PendingDeliveries pending) {
    int place = pending.next(role);
    hold(role, threadNumber, place, pending.at(place));
    pending.goTo(role, place + 1);
    return role;
  }

  private boolean isDone(Role role, int place, PendingDeliveries pending) {
    return place < pending.next(role) && !(isHeld(role) && at[role.ordinal()] == place);
  }
}
