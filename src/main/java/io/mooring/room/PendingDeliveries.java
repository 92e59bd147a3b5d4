package io.mooring.room;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a connection owes after its decisions, in their order: entries, and for each {@link Role}
 * that goes through them the place of the next one. Under the connection's lock.
 *
 * <p>It is the lower half of the {@link Outbox}, and no object of its own: there are many
 * connections. It is a ring of entries that are used again, and no links between them: to store a
 * reference in an old object costs a garbage collector more than all the rest. It grows with what
 * is owed and is made small again when nothing is.
 */
class PendingDeliveries {

  /** A connection that was never used has no ring of its own. */
  private static final @Nullable Delivery[] NOTHING = {};

  /** A ring has twice as many places when it is full, and this many when it begins. */
  private static final int LEAST_PLACES = 2;

  /** A ring that a rush has made longer than this is let go of when it is empty. */
  private static final int MOST_PLACES_KEPT = 16;

  private @Nullable Delivery[] ring = NOTHING;

  /** Where the next entry comes, which is how many there were since nothing was owed. */
  private int end;

  private int stores;
  private int effects;
  private int records;
  private int callbacks;

  /** Where the next entry comes. */
  final int end() {
    return end;
  }

  /** Which entry a role has to do next. */
  final int next(Role role) {
    return switch (role) {
      case STORES -> stores;
      case EFFECTS -> effects;
      case RECORDS -> records;
      case CALLBACKS -> callbacks;
      case FAILURES -> end;
    };
  }

  /** Says which entry a role has to do next. */
  final void goTo(Role role, int place) {
    switch (role) {
      case STORES -> stores = place;
      case EFFECTS -> effects = place;
      case RECORDS -> records = place;
      case CALLBACKS -> callbacks = place;
      case FAILURES -> {}
    }
  }

  final boolean has(Role role) {
    return next(role) != end;
  }

  final boolean isEmpty() {
    return stores == end && effects == end && records == end && callbacks == end;
  }

  /** Whether there is one entry, and nobody has done anything of it. */
  final boolean isOnlyOne() {
    return end == 1 && (stores | effects | records | callbacks) == 0;
  }

  /** The first place that some role has to do, or the end. */
  final int oldest() {
    return Math.min(Math.min(stores, effects), Math.min(records, callbacks));
  }

  /** The entry of a place that some role has to do or is at. */
  final Delivery at(int place) {
    return requireNonNull(ring[place & (ring.length - 1)]);
  }

  /**
   * An empty entry; it stays the same one until it is appended.
   *
   * @param oldest the first place that is still in use
   */
  final Delivery reserve(int oldest) {
    if (end - oldest >= ring.length) {
      grow(oldest);
    }
    int index = end & (ring.length - 1);
    Delivery entry = ring[index];
    if (entry == null) {
      entry = new Delivery();
      ring[index] = entry;
    }
    entry.sequence = Delivery.STALE;
    entry.snapshot = 0;
    return entry;
  }

  private void grow(int oldest) {
    @Nullable Delivery[] larger = new @Nullable Delivery[Math.max(LEAST_PLACES, 2 * ring.length)];
    for (int place = oldest; place != end; place++) {
      larger[place & (larger.length - 1)] = ring[place & (ring.length - 1)];
    }
    ring = larger;
  }

  /** Owes what the entry that was reserved last says. */
  final void append() {
    end++;
  }

  /** The only entry is owed no more; its place is taken by the next one that is reserved. */
  final void takeOut() {
    end = 0;
  }

  /** The only entry is owed again: each role has done it, unless it is told to go back to it. */
  final void putBack() {
    end = 1;
    stores = 1;
    effects = 1;
    records = 1;
    callbacks = 1;
  }

  /**
   * Begins at the first place again, once nothing is owed and nobody is at anything.
   *
   * @return whether a rush has made the ring long, and it was let go of
   */
  final boolean reset() {
    end = 0;
    stores = 0;
    effects = 0;
    records = 0;
    callbacks = 0;
    boolean large = ring.length > MOST_PLACES_KEPT;
    if (large) {
      ring = NOTHING;
    }
    return large;
  }
}
