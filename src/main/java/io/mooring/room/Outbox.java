package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
final class Outbox {

  /** There is nothing to do. */
  static final long NOTHING = 0;

  /** No call of the transport takes as long. */
  static final long NONE_BLOCKS = Long.MAX_VALUE;

  /** There may be something to do, which is claimed under the lock. */
  private static final long CONTENDED = -1;

  // The word of the lane: a number that no two uses share, what is left to do, and whether the
  // thread has begun with the first of it.
  private static final int BEGUN = 1;
  private static final int EFFECTS = 2;
  private static final int RECORDS = 4;
  private static final int CALLBACKS = 8;
  private static final int LEFT = EFFECTS | RECORDS | CALLBACKS;
  private static final int NEXT_USE = 16;

  private static final AtomicLongFieldUpdater<Outbox> LANE =
      AtomicLongFieldUpdater.newUpdater(Outbox.class, "lane");

  /** Its lock is that of all that is owed, and what is called here may fail: it reports that. */
  private final Mailbox mailbox;

  private final Callbacks callbacks;
  private final Effects effects;
  private final @Nullable StepRecorder recorder;

  /** Written under the lock. */
  private volatile Listeners listeners = Listeners.NONE;

  /** The number of the first change that may be told; what is before it fell to a release. */
  private volatile long toldFrom;

  private volatile long lane;

  /** The number of the thread on the lane, and what it is at; written under the lock. */
  private int laneBy;

  private @Nullable Entry laneEntry;

  // Under the lock. A connection that was never contended has no tenders.
  private final Owed owed = new Owed();
  private @Nullable Tenders tenders;

  Outbox(Mailbox mailbox, Callbacks callbacks, Effects effects, @Nullable StepRecorder recorder) {
    this.mailbox = mailbox;
    this.callbacks = callbacks;
    this.effects = effects;
    this.recorder = recorder;
  }

  /* ---------------- under the lock ---------------- */

  /** An empty entry; it stays the same one until it is appended. */
  Entry reserve() {
    closeLane();
    if (isIdle() && owed.isEmpty()) {
      owed.reset();
    }
    return owed.reserve(tenders == null ? owed.oldest() : tenders.oldest(owed));
  }

  /** Owes what the entry that was reserved last says. */
  void append() {
    owed.append();
    if (recorder == null) {
      owed.goTo(Role.RECORDS, owed.end());
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

  /** Whether somebody witnesses every decision. */
  boolean isRecorded() {
    return recorder != null;
  }

  /** Adds a listener that hears the changes after the given number. */
  Registration add(ConnectionListener listener, long heardBefore) {
    Listeners.Place place = new Listeners.Place(this, listener, heardBefore);
    listeners = listeners.with(place);
    return place;
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
    if (owed.isEmpty()) {
      return NOTHING;
    }
    return owed.end() == 1 ? openLane(later) : CONTENDED;
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
    int next = owed.next(Role.EFFECTS);
    while (next != owed.end() && !owed.at(next).hasEffects()) {
      next++;
    }
    owed.goTo(Role.EFFECTS, next);
    next = owed.next(Role.CALLBACKS);
    while (next != owed.end() && !isToBeTold(owed.at(next))) {
      next++;
    }
    owed.goTo(Role.CALLBACKS, next);
  }

  private boolean isToBeTold(Entry entry) {
    return entry.join != null
        || entry.leave != null
        || (entry.changes > 0 && !listeners.isEmpty() && entry.sequence + entry.changes > toldFrom);
  }

  private long openLane(boolean later) {
    Entry entry = owed.at(0);
    if (laneEntry != entry) {
      laneEntry = entry;
    }
    laneBy = Tenders.self();
    long left =
        (owed.has(Role.EFFECTS) ? EFFECTS : 0)
            | (owed.has(Role.RECORDS) ? RECORDS : 0)
            | (owed.has(Role.CALLBACKS) ? CALLBACKS : 0);
    owed.goTo(Role.EFFECTS, 1);
    owed.goTo(Role.RECORDS, 1);
    owed.goTo(Role.CALLBACKS, 1);
    long word = ((lane & -NEXT_USE) + NEXT_USE) | left | (later ? 0 : BEGUN);
    LANE.lazySet(this, word);
    return word;
  }

  /** Takes the lane away from whoever is on it. */
  private void closeLane() {
    if ((lane & LEFT) == 0) {
      return;
    }
    Tenders heirs = tenders();
    long left = LANE.getAndUpdate(this, word -> word & -NEXT_USE);
    boolean begun = (left & BEGUN) != 0;
    for (Role role : Role.values()) {
      if ((left & bit(role)) == 0) {
        continue;
      }
      if (begun) {
        heirs.hold(role, laneBy, 0, requireNonNull(laneEntry));
        begun = false;
      } else {
        owed.goTo(role, 0);
      }
    }
  }

  private static int bit(Role role) {
    return switch (role) {
      case EFFECTS -> EFFECTS;
      case RECORDS -> RECORDS;
      case CALLBACKS -> CALLBACKS;
      case FAILURES -> 0;
    };
  }

  private @Nullable Role claim() {
    if ((lane & LEFT) != 0) {
      // Others have done what there was, and somebody has begun anew.
      return null;
    }
    passOver();
    Role role = tenders().claim(owed);
    if (role == null && isIdle() && owed.isEmpty()) {
      owed.reset();
    }
    return role;
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
    if (tenders == null || !tenders.isHeld(Role.EFFECTS)) {
      return null;
    }
    BlockedCall blocked = effects.underWay(tenders.holder(Role.EFFECTS), tenders.asked(), now);
    if (blocked == null || tenders.reported == blocked.number() || blocked.isYoungerThan(least)) {
      return null;
    }
    tenders.reported = blocked.number();
    return blocked;
  }

  /* ---------------- with no lock held ---------------- */

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
        long next = word | BEGUN;
        if (next == word) {
          held = first(word);
          perform(held, requireNonNull(laneEntry));
          next = without(word);
        }
        if (!LANE.compareAndSet(this, word, next)) {
          word = CONTENDED;
        } else if ((next & LEFT) == 0) {
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
            tenders().release(done);
          }
          held = claim();
          if (held != null) {
            item = tenders().claimed();
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
      long rest = (word & BEGUN) == 0 ? word : without(word) & ~BEGUN;
      if (LANE.compareAndSet(this, word, rest)) {
        return;
      }
    }
    if (held != null) {
      synchronized (mailbox) {
        tenders().release(held);
      }
    }
  }

  /** What the thread on the lane is at. */
  private static Role first(long word) {
    return (word & EFFECTS) != 0
        ? Role.EFFECTS
        : (word & RECORDS) != 0 ? Role.RECORDS : Role.CALLBACKS;
  }

  /** The word once that is done. */
  private static long without(long word) {
    long left = word & LEFT & ~bit(first(word));
    return (word & -NEXT_USE) | (left == 0 ? 0 : left | BEGUN);
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
      case FAILURES -> mailbox.handOver((CallFailure) item);
      case RECORDS -> record(requireNonNull(recorder), (Entry) item);
      case CALLBACKS -> {
        tell((Entry) item);
        ((Entry) item).told();
      }
    }
  }

  private void record(StepRecorder witness, Entry entry) {
    Step step = entry.step;
    if (step == null) {
      // Attempts go on without a step.
      return;
    }
    try {
      if (entry.isStale()) {
        witness.stale(entry.nanoTime, entry.sessionEpoch, step.event(), step.effects());
      } else {
        witness.recorded(entry.nanoTime, entry.sessionEpoch, step);
      }
    } catch (Throwable thrown) {
      mailbox.report(Callee.RECORDER, step.event().action(), entry.sessionEpoch, thrown);
    }
  }

  private void tell(Entry entry) {
    if (entry.changes > 0 && !listeners.isEmpty()) {
      tell(entry, requireNonNull(entry.step));
    }
    complete(entry.join, entry.answer);
    complete(entry.leave, ReturnCode.OK);
    callbacks.handOver(entry.sessionEpoch);
  }

  private void tell(Entry entry, Step step) {
    List<Notification> told = step.notifications();
    ConnectionState from = step.from().state();
    for (int i = 0; i < told.size(); i++) {
      ConnectionState to = told.get(i).state();
      ConnectionChange change =
          new ConnectionChange(
              from,
              to,
              told.get(i).reason(),
              entry.sequence + i,
              entry.sessionEpoch,
              entry.lasted == 0 ? Duration.ZERO : Duration.ofNanos(entry.lasted));
      if (callbacks.areImmediate()) {
        listeners.tell(change, this, mailbox);
      } else {
        callbacks.add(() -> listeners.tell(change, this, mailbox));
      }
      from = to;
    }
  }

  private void complete(@Nullable CompletableFuture<ReturnCode> promise, ReturnCode code) {
    if (promise == null) {
      return;
    }
    if (callbacks.areImmediate()) {
      promise.complete(code);
    } else {
      callbacks.add(() -> promise.complete(code));
    }
  }
}
