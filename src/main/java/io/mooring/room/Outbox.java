package io.mooring.room;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Has carried out, recorded and told what a connection owes after its decisions, with no lock held:
 * each of the {@linkplain Role roles} in the order of decision, by one thread at a time, and none
 * waiting for another but where it must.
 *
 * <p>Entries go in under the mailbox's lock. Whoever put one in, or has finished one, takes on the
 * first role that is free and has something to do, for one entry; until there is none. So nobody
 * holds a role but for the entry that he is in, and whoever comes later goes on behind a thread
 * that is stuck elsewhere.
 *
 * <p>Nearly always there is one thread and one entry. Then that thread goes through the roles of
 * its entry on the <em>lane</em>, without the lock: a word says what it has left to do, and each
 * change of it is one compare-and-set. Whoever else comes takes the lane away, under the lock: what
 * the thread is at stays its own, and what it has not begun is anybody's.
 */
final class Outbox extends Owed {

  /** There is nothing to do. */
  static final long NOTHING = 0;

  /** No call of the transport takes as long. */
  static final long NONE_BLOCKS = Long.MAX_VALUE;

  /** There may be something to do, which is claimed under the lock. */
  private static final long CONTENDED = -1;

  private static final AtomicLongFieldUpdater<Outbox> TOLD =
      AtomicLongFieldUpdater.newUpdater(Outbox.class, "toldTo");

  private static final AtomicLongFieldUpdater<Outbox> LANE =
      AtomicLongFieldUpdater.newUpdater(Outbox.class, "lane");

  /** Its lock is that of all that is owed, and what is called here may fail: it reports that. */
  private final Mailbox mailbox;

  private final Callbacks callbacks;
  private final Effects effects;
  private final @Nullable Records records;
  private final @Nullable Stores stores;

  /** Written under the lock. */
  private volatile Listeners listeners = Listeners.NONE;

  /** The number of the first change that may be told; what is before it fell to a release. */
  private volatile long toldFrom;

  /** The number of the latest change whose callbacks have returned. */
  private volatile long toldTo;

  private volatile long lane;

  /** The number of the thread on the lane, and what it is at; written under the lock. */
  private int laneBy;

  private @Nullable Entry laneEntry;

  /** Under the lock. A connection at which no two threads ever met has none. */
  private @Nullable Tenders tenders;

  Outbox(Mailbox mailbox, Callbacks callbacks, Effects effects, RoomConnection.Builder builder) {
    this.mailbox = mailbox;
    this.callbacks = callbacks;
    this.effects = effects;
    records = builder.recorder == null ? null : new Records(builder.recorder, mailbox);
    stores = builder.store == null ? null : new Stores(builder.store, mailbox);
  }

  /* ---------------- under the lock ---------------- */

  /** An empty entry; it stays the same one until it is appended. */
  Entry reserve() {
    closeLane();
    if (isIdle() && isEmpty()) {
      reset();
    }
    return reserve(tenders == null ? oldest() : tenders.oldest(this));
  }

  /** Owes what the entry that was reserved last says. */
  @Override
  void append() {
    super.append();
    if (records == null) {
      goTo(Role.RECORDS, end());
    }
    if (stores == null) {
      goTo(Role.STORES, end());
    }
  }

  /** Owes a report. */
  void owe(CallFailure failure) {
    closeLane();
    tenders().owe(failure);
  }

  /** What tells this connection from others. */
  Object connection() {
    return mailbox;
  }

  /** Whether every change is stored, also one that nothing else follows from. */
  boolean isStored() {
    return stores != null;
  }

  /** Has a change stored before anything follows from it. */
  void storeFirst(Entry entry) {
    if (stores != null) {
      stores.want(entry);
    }
  }

  /** The number of the snapshot that knows of all that was decided so far; 0 if none is stored. */
  int lastSnapshot() {
    return stores == null ? 0 : stores.wanted();
  }

  /** Whether somebody witnesses every decision. */
  boolean isRecorded() {
    return records != null;
  }

  /** Adds a listener that hears the changes after the given number. */
  Registration add(ConnectionListener listener, long heardBefore) {
    Listeners.Place place = new Listeners.Place(this, listener, heardBefore);
    listeners = listeners.with(place);
    return place;
  }

  /**
   * Whether the latest change has callbacks that have not returned, and no release took it away.
   */
  boolean owes(long latest) {
    return latest > toldTo && latest >= toldFrom;
  }

  /** Whatever is owed to listeners and numbered below is not told any more. */
  void silence(long below) {
    toldFrom = below;
  }

  /**
   * Looks whether there is something to do for the calling thread.
   *
   * @param later whether the thread has something else to do before, which may take long
   * @return what to hand to {@link #work} once the lock is released
   */
  long tend(boolean later) {
    closeLane();
    passOver();
    Tenders others = tenders;
    if (!isIdle()) {
      return requireNonNull(others).isHeldBy(Role.EFFECTS, Tenders.self()) ? NOTHING : CONTENDED;
    }
    if (isEmpty()) {
      return NOTHING;
    }
    return end() == 1 && stores == null ? openLane(later) : CONTENDED;
  }

  private boolean isIdle() {
    return tenders == null || tenders.areIdle();
  }

  private Tenders tenders() {
    if (tenders == null) {
      tenders = new Tenders();
    }
    return tenders;
  }

  /** Passes over the entries that have nothing to be carried out, or nothing to be told. */
  private void passOver() {
    int next = next(Role.STORES);
    while (next != end() && at(next).snapshot == 0) {
      next++;
    }
    goTo(Role.STORES, next);
    next = next(Role.EFFECTS);
    while (next != end() && !at(next).hasEffects()) {
      next++;
    }
    goTo(Role.EFFECTS, next);
    next = next(Role.CALLBACKS);
    while (next != end() && !isToBeTold(at(next))) {
      next++;
    }
    goTo(Role.CALLBACKS, next);
  }

  private boolean isToBeTold(Entry entry) {
    return entry.join != null
        || entry.leave != null
        || (entry.changes() > 0
            && !listeners.isEmpty()
            && (entry.sequence == Entry.REPEATED || entry.sequence + entry.changes() > toldFrom));
  }

  private long openLane(boolean later) {
    Entry entry = at(0);
    if (laneEntry != entry) {
      laneEntry = entry;
    }
    laneBy = Tenders.self();
    long word = Lane.open(lane, has(Role.EFFECTS), has(Role.RECORDS), has(Role.CALLBACKS), !later);
    goTo(Role.EFFECTS, 1);
    goTo(Role.RECORDS, 1);
    goTo(Role.CALLBACKS, 1);
    LANE.lazySet(this, word);
    return word;
  }

  /** Takes the lane away from whoever is on it. */
  private void closeLane() {
    if (!Lane.isOpen(lane)) {
      return;
    }
    Tenders heirs = tenders();
    long left = LANE.getAndUpdate(this, Lane::closed);
    boolean begun = Lane.hasBegun(left);
    for (Role role : Role.values()) {
      if (!Lane.isLeft(left, role)) {
        continue;
      }
      if (begun) {
        heirs.hold(role, laneBy, 0, requireNonNull(laneEntry));
        begun = false;
      } else {
        goTo(role, 0);
      }
    }
  }

  private @Nullable Role claim() {
    if (Lane.isOpen(lane)) {
      // Others have done what there was, and somebody has begun anew.
      return null;
    }
    passOver();
    Role role = tenders().claim(this);
    if (role == null && isIdle() && isEmpty()) {
      reset();
    }
    return role;
  }

  @Override
  boolean reset() {
    boolean small = super.reset();
    if (small) {
      // What a rush has left behind.
      laneEntry = null;
      tenders = null;
    }
    return small;
  }

  /**
   * A call of the transport that has not returned, and was not reported yet.
   *
   * @param now the time
   * @param least how long ago it must have been asked for, in nanoseconds; or {@link #NONE_BLOCKS}
   */
  @Nullable BlockedCall blockedCall(long now, long least) {
    if (least == NONE_BLOCKS) {
      return null;
    }
    closeLane();
    return tenders == null ? null : tenders.blockedCall(effects, now, least);
  }

  /* ---------------- with no lock held ---------------- */

  /** The change of an earlier life that is told again. */
  ConnectionChange repeated() {
    return mailbox.repeated();
  }

  /** Who is to be told now. */
  Listeners listeners() {
    return listeners;
  }

  /** Removes a listener. */
  void remove(Listeners.Place place) {
    synchronized (mailbox) {
      listeners = listeners.without(place);
    }
  }

  /** Does what {@link #tend} found, and all that comes in meanwhile and nobody else does. */
  void work(long ticket) {
    if (ticket == NOTHING) {
      return;
    }
    long word = ticket;
    Role held = null;
    boolean orderly = false;
    try {
      while (word != CONTENDED) {
        long next = Lane.begun(word);
        if (next == word) {
          held = Lane.first(word);
          perform(held, requireNonNull(laneEntry));
          next = Lane.withoutFirst(word);
        }
        if (!LANE.compareAndSet(this, word, next)) {
          word = CONTENDED;
        } else if (!Lane.isOpen(next)) {
          orderly = true;
          return;
        } else {
          word = next;
          held = null;
        }
      }
      do {
        Role done = held;
        held = null;
        Object item = null;
        synchronized (mailbox) {
          if (done != null) {
            release(done);
          }
          held = claim();
          if (held != null) {
            item = tenders().claimed();
            if (held == Role.STORES) {
              requireNonNull(stores).begin((Entry) item);
            }
          }
        }
        if (held != null) {
          perform(held, requireNonNull(item));
        }
      } while (held != null);
      orderly = true;
    } finally {
      if (!orderly) {
        abandon(word, held);
      }
    }
  }

  /**
   * Only a lack of stack or memory in these very methods ends here, never what was called. Whoever
   * comes next goes on with what is left.
   */
  private void abandon(long word, @Nullable Role held) {
    if (word != CONTENDED) {
      long rest = held == null ? word : Lane.notBegun(Lane.withoutFirst(word));
      if (LANE.compareAndSet(this, word, rest)) {
        return;
      }
    }
    if (held != null) {
      synchronized (mailbox) {
        release(held);
      }
    }
  }

  private void release(Role role) {
    tenders().release(role);
    if (role == Role.STORES) {
      requireNonNull(stores).end();
    }
  }

  /** Waits until a snapshot is stored that another thread may be storing. */
  void awaitStored(int snapshot) {
    if (stores != null) {
      synchronized (mailbox) {
        stores.await(snapshot, tenders());
      }
    }
  }

  /**
   * The callbacks of a change have returned; changes up to it are not told again in a later life.
   */
  void told(ConnectionChange change) {
    toldTo(change.sequence());
    if (stores == null) {
      return;
    }
    synchronized (mailbox) {
      if (!mailbox.isLatest(change)) {
        return;
      }
      Entry entry = reserve();
      entry.step = null;
      entry.sessionEpoch = change.sessionEpoch();
      stores.want(entry);
      append();
    }
    mailbox.attend();
  }

  /** Changes up to this number were told, in this life or in an earlier one. */
  void toldTo(long number) {
    TOLD.lazySet(this, number);
  }

  /** Lets the recorder see what a connection goes on from, before anybody else has it. */
  void recordRestored(long now, Restoration restoration, Life life) {
    if (records != null) {
      records.restored(now, restoration, life);
    }
  }

  /** Whether no release was decided after a change; asked anew before each call of a listener. */
  boolean mayTell(ConnectionChange change) {
    return change.sequence() >= toldFrom;
  }

  private void perform(Role role, Object item) {
    switch (role) {
      case EFFECTS -> {
        effects.carryOut((Entry) item);
        ((Entry) item).carriedOut();
      }
      case STORES -> requireNonNull(stores).save((Entry) item);
      case FAILURES -> mailbox.handOver((CallFailure) item);
      case RECORDS -> requireNonNull(records).record((Entry) item);
      case CALLBACKS -> {
        callbacks.tell((Entry) item, listeners, this, mailbox);
        ((Entry) item).told();
      }
    }
  }
}
