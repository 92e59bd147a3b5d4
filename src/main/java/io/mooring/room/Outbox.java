package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a connection owes after its decisions: a queue that one thread at a time empties, with no
 * lock held, in the order of decision.
 *
 * <p>Entries go in under the mailbox's lock. Whoever put one in and finds the outbox untended takes
 * it on, until nothing is left; everybody else goes on at once.
 */
final class Outbox {

  /** A connection that was never used has no ring of its own. */
  private static final @Nullable Entry[] NOTHING = {};

  /** A ring has twice as many places when it is full, and this many when it begins. */
  private static final int LEAST_PLACES = 2;

  /** A ring that a rush has made longer than this is let go of when it is empty. */
  private static final int MOST_PLACES_KEPT = 16;

  /** Its lock is that of the queue, and what is called here may fail: it reports that. */
  private final Mailbox mailbox;

  private final Callbacks callbacks;
  private final Effects effects;
  private final @Nullable StepRecorder recorder;

  /** Written under the lock. */
  private volatile Listeners listeners = Listeners.NONE;

  /** The number of the first change that may be told; what is before it fell to a release. */
  private volatile long toldFrom;

  // What is owed: a ring of entries that are used again, and no links between them. To store a
  // reference in an old object costs a garbage collector more than all the rest. Under the lock.
  private @Nullable Entry[] ring = NOTHING;
  private int first;
  private int owed;

  /** Whether somebody is emptying the ring; the place before the first is then still in use. */
  private boolean tended;

  Outbox(Mailbox mailbox, Callbacks callbacks, Effects effects, @Nullable StepRecorder recorder) {
    this.mailbox = mailbox;
    this.callbacks = callbacks;
    this.effects = effects;
    this.recorder = recorder;
  }

  /* ---------------- under the lock ---------------- */

  /** An empty entry; it stays the same one until it is appended. */
  Entry reserve() {
    // One place is left free: the entry that is being carried out is still in it.
    if (owed + 1 >= ring.length) {
      grow();
    }
    int place = (first + owed) & (ring.length - 1);
    Entry entry = ring[place];
    if (entry == null) {
      entry = new Entry();
      ring[place] = entry;
    }
    return entry;
  }

  /** Owes what the entry that was reserved last says. */
  void append() {
    owed++;
  }

  private void grow() {
    @Nullable Entry[] larger = new @Nullable Entry[Math.max(LEAST_PLACES, 2 * ring.length)];
    for (int i = 0; i < owed; i++) {
      larger[i] = ring[(first + i) & (ring.length - 1)];
    }
    ring = larger;
    first = 0;
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
   * Makes the caller the one who empties the outbox, if there is anything in it and nobody does.
   *
   * @return what to hand to {@link #empty} once the lock is released
   */
  @Nullable Entry tend() {
    if (tended || owed == 0) {
      return null;
    }
    tended = true;
    return take();
  }

  private @Nullable Entry take() {
    Entry entry = ring[first];
    first = (first + 1) & (ring.length - 1);
    owed--;
    return entry;
  }

  private @Nullable Entry takeNext(Entry done) {
    synchronized (mailbox) {
      done.clear();
      if (owed > 0) {
        return take();
      }
      tended = false;
      first = 0;
      if (ring.length > MOST_PLACES_KEPT) {
        ring = NOTHING;
      }
      return null;
    }
  }

  /* ---------------- with no lock held ---------------- */

  /** Removes a listener. */
  void remove(Listeners.Place place) {
    synchronized (mailbox) {
      listeners = listeners.without(place);
    }
  }

  /** Carries out what {@link #tend} gave, and all that comes in meanwhile. */
  void empty(@Nullable Entry mine) {
    Entry entry = mine;
    try {
      while (entry != null) {
        carryOut(entry);
        entry = takeNext(entry);
      }
    } finally {
      if (entry != null) {
        // Only a lack of stack or memory in these very methods ends here, never what was called.
        // Whoever comes next goes on with what is left.
        synchronized (mailbox) {
          entry.clear();
          tended = false;
        }
      }
    }
  }

  /** Whether no release was decided after a change; asked anew before each call of a listener. */
  boolean mayTell(ConnectionChange change) {
    return change.sequence() >= toldFrom;
  }

  private void carryOut(Entry entry) {
    if (entry.attempt != null) {
      entry.attempt.episode.goOn(entry.attempt, entry.nanoTime);
      return;
    }
    Step step = requireNonNull(entry.step);
    if (recorder != null) {
      record(recorder, entry, step);
    }
    List<Effect> wanted = step.effects();
    for (int i = 0; i < wanted.size(); i++) {
      effects.carryOut(entry, wanted.get(i));
    }
    if (!entry.isStale()) {
      if (!listeners.isEmpty()) {
        tell(entry, step);
      }
      complete(entry.join, entry.answer);
      complete(entry.leave, ReturnCode.OK);
      callbacks.handOver(entry.sessionEpoch());
    }
  }

  private void record(StepRecorder witness, Entry entry, Step step) {
    try {
      if (entry.isStale()) {
        witness.stale(entry.nanoTime, entry.sessionEpoch(), step.event(), step.effects());
      } else {
        witness.recorded(entry.nanoTime, entry.sessionEpoch(), step);
      }
    } catch (Throwable thrown) {
      mailbox.report(Callee.RECORDER, step.event().action(), entry.sessionEpoch(), thrown);
    }
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
              entry.sessionEpoch(),
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
