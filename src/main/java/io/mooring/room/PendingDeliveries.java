package io.mooring.room;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The pending deliveries of a connection in the order of decision, and for each {@link Role} the
 * position of the next one. Guarded by the connection's lock.
 *
 * <p>It is the lower part of the {@link Outbox}, and no object of its own, because there are many
 * connections. It is a ring of deliveries that are reused, without links between them: storing a
 * reference in an old object costs a garbage collector more than all the rest. It grows with the
 * number of pending deliveries, and is made small again when there are none.
 */
class PendingDeliveries {

  /** A connection that was never used has no ring of its own. */
  private static final @Nullable Delivery[] NOTHING = {};

  /** The first size of a ring; it is doubled when the ring is full. */
  private static final int LEAST_SIZE = 2;

  /** A ring that a burst has made larger than this is dropped when it is empty. */
  private static final int LARGEST_SIZE_KEPT = 16;

  private @Nullable Delivery[] ring = NOTHING;

  /** The position of the next delivery: how many there were since none was pending. */
  private int end;

  private int stores;
  private int effects;
  private int records;
  private int callbacks;

  /** The position of the next delivery that is appended. */
  final int end() {
    return end;
  }

  /** The position of the next delivery for a role; of that of failures, which has none, the end. */
  final int next(Role role) {
    if (role == Role.EFFECTS) {
      return effects;
    }
    if (role == Role.CALLBACKS) {
      return callbacks;
    }
    if (role == Role.STORES) {
      return stores;
    }
    return role == Role.RECORDS ? records : end;
  }

  /** Sets the position of the next delivery for a role. */
  final void goTo(Role role, int position) {
    if (role == Role.EFFECTS) {
      effects = position;
    } else if (role == Role.CALLBACKS) {
      callbacks = position;
    } else if (role == Role.STORES) {
      stores = position;
    } else if (role == Role.RECORDS) {
      records = position;
    }
  }

  final boolean has(Role role) {
    return next(role) != end;
  }

  final boolean isEmpty() {
    return stores == end && effects == end && records == end && callbacks == end;
  }

  /** Whether there is one delivery, and no role has begun with it. */
  final boolean isOnlyOne() {
    return end == 1 && (stores | effects | records | callbacks) == 0;
  }

  /** The first position that some role has before it, or the end. */
  final int oldest() {
    return Math.min(Math.min(stores, effects), Math.min(records, callbacks));
  }

  /** The delivery at a position that some role has before it or is at. */
  final Delivery at(int position) {
    return requireNonNull(ring[position & (ring.length - 1)]);
  }

  /**
   * An empty delivery; the same one until it is appended.
   *
   * @param oldest the first position that is still in use
   */
  final Delivery reserve(int oldest) {
    if (end - oldest >= ring.length) {
      grow(oldest);
    }
    int index = end & (ring.length - 1);
    Delivery delivery = ring[index];
    if (delivery == null) {
      delivery = new Delivery();
      ring[index] = delivery;
    }
    delivery.sequence = Delivery.STALE;
    delivery.snapshot = 0;
    return delivery;
  }

  private void grow(int oldest) {
    @Nullable Delivery[] larger = new @Nullable Delivery[Math.max(LEAST_SIZE, 2 * ring.length)];
    for (int position = oldest; position != end; position++) {
      larger[position & (larger.length - 1)] = ring[position & (ring.length - 1)];
    }
    ring = larger;
  }

  /** Appends the reserved delivery. */
  final void append() {
    end++;
  }

  /** Removes the only delivery; the next one that is reserved replaces it. */
  final void takeOut() {
    end = 0;
  }

  /** Puts the only delivery back, as done by every role; {@link #goTo} moves a role back to it. */
  final void putBack() {
    end = 1;
    stores = 1;
    effects = 1;
    records = 1;
    callbacks = 1;
  }

  /**
   * Starts at the first position again, once nothing is pending and no role is held.
   *
   * @return whether a burst had made the ring large, and it was dropped
   */
  final boolean reset() {
    end = 0;
    stores = 0;
    effects = 0;
    records = 0;
    callbacks = 0;
    boolean large = ring.length > LARGEST_SIZE_KEPT;
    if (large) {
      ring = NOTHING;
    }
    return large;
  }
}
