package io.mooring.room;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Has carried out, recorded and told what a connection owes after its decisions, with no lock held:
 * each of the {@linkplain Role roles} in the order of decision, by one thread at a time, and none
 * waiting for another but where it must.
 *
 * <p>Entries go in under the connection's lock. Whoever put one in, or has finished one, takes on
 * the first role that is free and has something to do, for one entry; until there is none. So
 * nobody holds a role but for the entry that he is in, and whoever comes later goes on behind a
 * thread that is stuck elsewhere.
 *
 * <p>Nearly always there is one thread and one entry. Then that thread goes through the roles of
 * its entry on the <em>lane</em>, without the lock: a word says what it has left to do, and each
 * change of it is one compare-and-set. Whoever else comes takes the lane away, under the lock: what
 * the thread is at stays its own, and what it has not begun is anybody's.
 */
final class Outbox extends Audience {

  /** There is nothing to do. */
  static final long NOTHING = 0;

  /** No call of the transport takes as long. */
  static final long NONE_BLOCKS = Long.MAX_VALUE;

  /** There may be something to do, which is claimed under the lock. */
  private static final long CONTENDED = -1;

  private static final AtomicLongFieldUpdater<Outbox> LANE =
      AtomicLongFieldUpdater.newUpdater(Outbox.class, "lane");

  private final SequentialExecutor callbacks;
  private final Effects effects;
  private final @Nullable Records records;
  private final @Nullable Stores stores;

  private volatile long lane;

  /** The number of the thread on the lane, and what it is at; written under the lock. */
  private int laneBy;

  private @Nullable Delivery laneEntry;

  /** Under the lock. A connection at which no two threads ever met has none. */
  private @Nullable RoleHolders holders;

  Outbox(Intake intake, SequentialExecutor callbacks, Effects effects, ConnectionConfig config) {
    super(intake);
    this.callbacks = callbacks;
    this.effects = effects;
    StepRecorder recorder = config.recorder();
    records = recorder == null ? null : new Records(recorder, intake);
    SnapshotStore store = config.store();
    stores = store == null ? null : new Stores(store, intake);
  }

  /* ---------------- under the lock ---------------- */

  /** An empty entry; it stays the same one until it is appended. */
  Delivery reserve() {
    closeLane();
    return reserve(holders == null ? oldest() : holders.oldest(this));
  }

  /** Owes a report. */
  void enqueue(CallFailure failure) {
    closeLane();
    holders().enqueue(failure);
  }

  /** Whether somebody witnesses every decision. */
  boolean isRecorded() {
    return records != null;
  }

  /** Whether every change is stored, also one that nothing else follows from. */
  boolean isStored() {
    return stores != null;
  }

  /** Has a change stored before anything follows from it. */
  void storeFirst(Delivery entry) {
    if (stores != null) {
      stores.want(entry);
    }
  }

  /** The number of the snapshot that knows of all that was decided so far; 0 if none is stored. */
  int lastSnapshot() {
    return stores == null ? 0 : stores.wanted();
  }

  /**
   * Looks whether there is something to do for the calling thread.
   *
   * @param later whether the thread has something else to do before, which may take long
   * @return what to hand to {@link #drain} once the lock is released
   */
  long acquire(boolean later) {
    if (end() == 0 && isIdle()) {
      return NOTHING;
    }
    if (stores == null && isOnlyOne() && isIdle()) {
      return openLane(later);
    }
    passOver();
    boolean inTransport = holders != null && holders.isIdleFor(RoleHolders.threadNumber(), this);
    return inTransport ? NOTHING : CONTENDED;
  }

  /** The same, for a thread that has nothing new: it looks what others have left. */
  long acquireRemaining() {
    closeLane();
    return acquire(false);
  }

  private boolean isIdle() {
    return holders == null || holders.areIdle();
  }

  private RoleHolders holders() {
    if (holders == null) {
      holders = new RoleHolders();
    }
    return holders;
  }

  private long openLane(boolean later) {
    Delivery entry = at(0);
    boolean carriesOut = entry.hasEffects();
    boolean tells = needsCallbacks(entry);
    takeOut();
    if (!carriesOut && records == null && !tells) {
      return NOTHING;
    }
    if (laneEntry != entry) {
      laneEntry = entry;
    }
    laneBy = RoleHolders.threadNumber();
    long word = Lane.open(lane, carriesOut, records != null, tells, !later);
    LANE.lazySet(this, word);
    return word;
  }

  /** Takes the lane away from whoever is on it. */
  private void closeLane() {
    if (!Lane.isOpen(lane)) {
      return;
    }
    RoleHolders heirs = holders();
    long left = LANE.getAndUpdate(this, Lane::closed);
    if (!Lane.isOpen(left)) {
      return;
    }
    putBack();
    if (Lane.hasCallbacks(left)) {
      goTo(Role.CALLBACKS, 0);
    }
    if (Lane.hasRecords(left)) {
      goTo(Role.RECORDS, 0);
    }
    if (Lane.hasEffects(left)) {
      goTo(Role.EFFECTS, 0);
    }
    if (Lane.hasBegun(left)) {
      Role first = Lane.first(left);
      heirs.hold(first, laneBy, 0, requireNonNull(laneEntry));
      goTo(first, 1);
    }
  }

  /** Passes over the entries that have nothing to be carried out, or nothing to be told. */
  private void passOver() {
    int next = stores == null ? end() : next(Role.STORES);
    while (next != end() && at(next).snapshot == 0) {
      next++;
    }
    goTo(Role.STORES, next);
    next = next(Role.EFFECTS);
    while (next != end() && !at(next).hasEffects()) {
      next++;
    }
    goTo(Role.EFFECTS, next);
    if (records == null) {
      goTo(Role.RECORDS, end());
    }
    next = next(Role.CALLBACKS);
    while (next != end() && !needsCallbacks(at(next))) {
      next++;
    }
    goTo(Role.CALLBACKS, next);
  }

  private @Nullable Role claim() {
    if (Lane.isOpen(lane)) {
      // Others have done what there was, and somebody has begun anew.
      return null;
    }
    passOver();
    Role role = holders().claim(this);
    if (role == null && isIdle() && isEmpty() && reset()) {
      // What a rush has left behind.
      laneEntry = null;
      holders = null;
    }
    return role;
  }

  /**
   * A call of the transport that has not returned, and was not reported yet.
   *
   * @param now the time, if it was read
   * @param least how long ago it must have been asked for, in nanoseconds; or {@link #NONE_BLOCKS}
   */
  @Nullable BlockedCall blockedCall(long now, long least) {
    if (now == EventClock.NOT_READ || least == NONE_BLOCKS) {
      return null;
    }
    closeLane();
    return holders == null ? null : holders.blockedCall(now, least);
  }

  /* ---------------- with no lock held ---------------- */

  /** Does what {@link #acquire} found, and all that comes in meanwhile and nobody else does. */
  void drain(long ticket) {
    if (ticket == NOTHING) {
      return;
    }
    if (ticket == CONTENDED) {
      drainContended(null);
      return;
    }
    long word = ticket;
    boolean orderly = false;
    try {
      do {
        long next = Lane.begun(word);
        if (next == word) {
          performFirst(word, requireNonNull(laneEntry));
          next = Lane.withoutFirst(word);
        }
        if (!LANE.compareAndSet(this, word, next)) {
          break;
        }
        word = next;
      } while (Lane.isOpen(word));
      orderly = true;
    } finally {
      if (!orderly) {
        abandon(word);
      }
    }
    if (Lane.isOpen(word)) {
      // Somebody has taken the lane away.
      drainContended(Lane.hasBegun(word) ? Lane.first(word) : null);
    }
  }

  /**
   * Takes on one role after the other, for an entry each.
   *
   * @param done a role that the thread has, and is done with
   */
  private void drainContended(@Nullable Role done) {
    Role held = done;
    Object item = null;
    boolean orderly = false;
    try {
      do {
        Role before = held;
        held = null;
        synchronized (intake) {
          if (before != null) {
            end(before);
          }
          held = claim();
          if (held != null) {
            item = holders().claimed();
          }
          if (held == Role.STORES) {
            requireNonNull(stores).begin((Delivery) requireNonNull(item));
          }
        }
        if (held != null) {
          perform(held, requireNonNull(item));
        }
      } while (held != null);
      orderly = true;
    } finally {
      if (!orderly && held != null) {
        release(held, item);
      }
    }
  }

  /**
   * Only a lack of stack or memory in these very methods ends here, never what was called. Whoever
   * comes next goes on with what is left.
   */
  private void abandon(long word) {
    if (!Lane.hasBegun(word)) {
      return;
    }
    Role first = Lane.first(word);
    requireNonNull(laneEntry).release(first);
    if (!LANE.compareAndSet(this, word, Lane.notBegun(Lane.withoutFirst(word)))) {
      release(first, laneEntry);
    }
  }

  private void release(Role role, @Nullable Object item) {
    if (item instanceof Delivery entry) {
      entry.release(role);
    }
    synchronized (intake) {
      end(role);
    }
  }

  /** The calling thread is done with a role. Under the lock. */
  private void end(Role role) {
    holders().release(role);
    if (role == Role.STORES) {
      requireNonNull(stores).end();
    }
  }

  /** Waits until a snapshot is stored that another thread may be storing. */
  void awaitStored(int snapshot) {
    if (stores != null) {
      synchronized (intake) {
        stores.await(snapshot, holders());
      }
    }
  }

  /**
   * The callbacks of a change have returned; changes up to it are not told again in a later life.
   */
  void told(ConnectionChange change) {
    notifiedTo(change.sequence());
    if (stores == null) {
      return;
    }
    synchronized (intake) {
      if (!intake.isLatest(change)) {
        return;
      }
      Delivery entry = reserve();
      entry.step = null;
      entry.sessionEpoch = change.sessionEpoch();
      stores.want(entry);
      append();
    }
    intake.attend();
  }

  /** Lets the recorder see what a connection goes on from, before anybody else has it. */
  void recordRestored(long now, Restoration restoration, Life life) {
    if (records != null) {
      records.restored(now, restoration, life);
    }
  }

  private void performFirst(long word, Delivery entry) {
    if (Lane.hasEffects(word)) {
      effects.carryOut(entry);
      entry.releaseEffects();
    } else if (Lane.hasRecords(word)) {
      requireNonNull(records).record(entry);
    } else {
      callbacks.tell(entry, listeners(), this, intake);
      entry.told();
    }
  }

  private void perform(Role role, Object item) {
    switch (role) {
      case EFFECTS -> {
        effects.carryOut((Delivery) item);
        ((Delivery) item).releaseEffects();
      }
      case STORES -> requireNonNull(stores).save((Delivery) item);
      case FAILURES -> intake.handOver((CallFailure) item);
      case RECORDS -> requireNonNull(records).record((Delivery) item);
      case CALLBACKS -> {
        callbacks.tell((Delivery) item, listeners(), this, intake);
        ((Delivery) item).told();
      }
    }
  }
}
