package io.mooring.room;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The pending deliveries of a connection: carries out, stores, records and calls back what follows
 * from decisions, with no lock held. Each {@link Role} is held by one thread at a time and goes
 * through the deliveries in the order of decision; a role waits for another only where it must.
 *
 * <p>A thread that has appended a delivery or finished one claims the first role that is free and
 * has something to do, for one delivery, until there is none. So no thread holds a role for longer
 * than one delivery, and other threads continue behind one that is stuck in a call.
 *
 * <p>Nearly always there is one thread and one delivery. Then the thread goes through the roles of
 * its delivery on the <em>lane</em>, without the lock: a word says what it has left to do, and each
 * change of it is one compare-and-set. Another thread that arrives closes the lane, under the lock:
 * what the first thread has begun stays its own, and the rest can be claimed by any thread.
 */
final class Outbox extends Audience {

  /** There is nothing to do. */
  static final long NOTHING = 0;

  /** In place of a duration: blocked calls are not looked for. */
  static final long NONE_BLOCKS = Long.MAX_VALUE;

  /** There may be something to do; roles are claimed under the lock. */
  private static final long CONTENDED = -1;

  private static final AtomicLongFieldUpdater<Outbox> LANE =
      AtomicLongFieldUpdater.newUpdater(Outbox.class, "lane");

  private final SequentialExecutor callbacks;
  private final Effects effects;
  private final @Nullable Records records;
  private final @Nullable Stores stores;

  private volatile long lane;

  /** The number of the thread on the lane, and its delivery; written under the lock. */
  private int laneBy;

  private @Nullable Delivery laneDelivery;

  Outbox(ConnectionLock lock, Intake intake, Effects effects, ConnectionConfig config) {
    super(lock, intake);
    callbacks = SequentialExecutor.of(config.listenerExecutor(), intake);
    this.effects = effects;
    StepRecorder recorder = config.recorder();
    records = recorder == null ? null : new Records(recorder, intake);
    SnapshotStore store = config.store();
    stores = store == null ? null : new Stores(store, lock, intake);
  }

  /* ---------------- under the lock ---------------- */

  /** An empty delivery; the same one until it is appended. */
  Delivery reserve() {
    closeLane();
    RoleHolders holders = lock.holders;
    return reserve(holders == null ? oldest() : holders.oldest(this));
  }

  /** Adds a pending report of a failure. */
  void enqueue(CallFailure failure) {
    closeLane();
    lock.holders().enqueue(failure);
  }

  /** Whether there is a recorder, which receives every decision. */
  boolean isRecorded() {
    return records != null;
  }

  /** Whether there is a store, which receives every change. */
  boolean isStored() {
    return stores != null;
  }

  /** Has a snapshot stored before anything else of a delivery, if there is a store. */
  void storeFirst(Delivery delivery) {
    if (stores != null) {
      stores.want(delivery);
    }
  }

  /** The number of the snapshot that includes all decisions so far; 0 if there is no store. */
  int lastSnapshot() {
    return stores == null ? 0 : stores.wanted();
  }

  /**
   * Acquires what the calling thread has to do.
   *
   * @param later whether the thread does something else before, which may take long
   * @return the argument of {@link #drain}, which is called once the lock is released
   */
  long acquire(boolean later) {
    if (end() == 0 && lock.isIdle()) {
      return NOTHING;
    }
    if (stores == null && isOnlyOne() && lock.isIdle()) {
      return openLane(later);
    }
    passOver();
    RoleHolders holders = lock.holders;
    boolean inTransport = holders != null && holders.isIdleFor(RoleHolders.threadNumber(), this);
    return inTransport ? NOTHING : CONTENDED;
  }

  /** The same for a thread that has appended nothing: it takes over what other threads left. */
  long acquireRemaining() {
    closeLane();
    return acquire(false);
  }

  private long openLane(boolean later) {
    Delivery delivery = at(0);
    boolean carriesOut = delivery.hasEffects();
    boolean callsBack = hasCallbacks(delivery);
    takeOut();
    if (!carriesOut && records == null && !callsBack) {
      return NOTHING;
    }
    if (laneDelivery != delivery) {
      laneDelivery = delivery;
    }
    laneBy = RoleHolders.threadNumber();
    long word = Lane.open(lane, carriesOut, records != null, callsBack, !later);
    LANE.lazySet(this, word);
    return word;
  }

  /** Closes the lane: what the thread on it has not begun is pending for any thread again. */
  private void closeLane() {
    if (!Lane.isOpen(lane)) {
      return;
    }
    RoleHolders holders = lock.holders();
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
      holders.hold(first, laneBy, 0, requireNonNull(laneDelivery));
      goTo(first, 1);
    }
  }

  /** Moves each role past the deliveries that have nothing for it. */
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
    while (next != end() && !hasCallbacks(at(next))) {
      next++;
    }
    goTo(Role.CALLBACKS, next);
  }

  private @Nullable Role claim() {
    if (Lane.isOpen(lane)) {
      // Everything is done, and a thread is on the lane again.
      return null;
    }
    passOver();
    Role role = lock.holders().claim(this);
    if (role == null && lock.isIdle() && isEmpty() && reset()) {
      // A burst is over: its memory is released.
      laneDelivery = null;
      lock.holders = null;
    }
    return role;
  }

  /**
   * A call of the transport that has not returned and was not reported yet.
   *
   * @param now the time, if the clock was read
   * @param least how long ago it was requested at least, in nanoseconds; or {@link #NONE_BLOCKS}
   */
  @Nullable BlockedCall blockedCall(long now, long least) {
    if (now == EventClock.NOT_READ || least == NONE_BLOCKS) {
      return null;
    }
    closeLane();
    RoleHolders holders = lock.holders;
    return holders == null ? null : holders.blockedCall(now, least);
  }

  /* ---------------- with no lock held ---------------- */

  /**
   * Delivers what {@link #acquire} found, and what is appended meanwhile, until nothing is left.
   */
  void drain(long ticket) {
    if (ticket == NOTHING) {
      return;
    }
    if (ticket == CONTENDED) {
      drainContended(null);
      return;
    }
    long word = ticket;
    boolean completed = false;
    try {
      do {
        long next = Lane.begun(word);
        if (next == word) {
          performFirst(word, requireNonNull(laneDelivery));
          next = Lane.withoutFirst(word);
        }
        if (!LANE.compareAndSet(this, word, next)) {
          break;
        }
        word = next;
      } while (Lane.isOpen(word));
      completed = true;
    } finally {
      if (!completed) {
        abandon(word);
      }
    }
    if (Lane.isOpen(word)) {
      // Another thread has closed the lane.
      drainContended(Lane.hasBegun(word) ? Lane.first(word) : null);
    }
  }

  /**
   * Claims one role after the other, for one delivery each.
   *
   * @param done a role that the thread holds and is done with
   */
  private void drainContended(@Nullable Role done) {
    Role held = done;
    Object item = null;
    boolean completed = false;
    try {
      do {
        Role before = held;
        held = null;
        if (before != null) {
          lock.claimTurn();
        }
        synchronized (lock) {
          if (before != null) {
            end(before);
          }
          held = claim();
          if (held != null) {
            item = lock.holders().claimed();
          }
          if (held == Role.STORES) {
            requireNonNull(stores).begin((Delivery) requireNonNull(item));
          }
        }
        if (held != null) {
          perform(held, requireNonNull(item));
        }
      } while (held != null);
      completed = true;
    } finally {
      if (!completed && held != null) {
        release(held, item);
      }
    }
  }

  /**
   * Called when stack or memory runs out in these very methods; what they call throws nothing. The
   * next thread continues with what is left.
   */
  private void abandon(long word) {
    if (!Lane.hasBegun(word)) {
      return;
    }
    Role first = Lane.first(word);
    requireNonNull(laneDelivery).clear(first);
    if (!LANE.compareAndSet(this, word, Lane.notBegun(Lane.withoutFirst(word)))) {
      release(first, laneDelivery);
    }
  }

  private void release(Role role, @Nullable Object item) {
    if (item instanceof Delivery delivery) {
      delivery.clear(role);
    }
    synchronized (lock) {
      end(role);
    }
  }

  /** Ends the calling thread's hold of a role. Under the lock. */
  private void end(Role role) {
    lock.holders().release(role);
    if (role == Role.STORES) {
      requireNonNull(stores).end();
    }
  }

  /** Waits until a snapshot is stored that another thread may be storing. */
  void awaitStored(int snapshot) {
    if (stores != null) {
      synchronized (lock) {
        stores.await(snapshot);
      }
    }
  }

  /** The change is repeated in no later life. */
  @Override
  public void notified(ConnectionChange change) {
    notifiedTo(change.sequence());
    if (stores == null) {
      return;
    }
    synchronized (lock) {
      if (!intake.isLatest(change)) {
        return;
      }
      Delivery delivery = reserve();
      delivery.step = null;
      delivery.sessionEpoch = change.sessionEpoch();
      stores.want(delivery);
      append();
    }
    intake.deliverPending();
  }

  /** Records what a connection was restored from, before it is used. */
  void recordRestored(long now, Restoration restoration, Life life) {
    if (records != null) {
      records.restored(now, restoration, life);
    }
  }

  private void performFirst(long word, Delivery delivery) {
    if (Lane.hasEffects(word)) {
      carryOut(delivery);
    } else if (Lane.hasRecords(word)) {
      requireNonNull(records).record(delivery);
    } else {
      callBack(delivery);
    }
  }

  private void perform(Role role, Object item) {
    // A switch over an enum would be another class in the jar, with a look-up for each call.
    if (role == Role.FAILURES) {
      intake.handOver((CallFailure) item);
      return;
    }
    Delivery delivery = (Delivery) item;
    if (role == Role.EFFECTS) {
      carryOut(delivery);
    } else if (role == Role.STORES) {
      requireNonNull(stores).save(delivery);
    } else if (role == Role.RECORDS) {
      requireNonNull(records).record(delivery);
    } else {
      callBack(delivery);
    }
  }

  private void carryOut(Delivery delivery) {
    effects.carryOut(delivery);
    delivery.clearEffects();
  }

  private void callBack(Delivery delivery) {
    Notifier.deliver(delivery, callbacks, this, intake);
    delivery.clearCallbacks();
  }
}
