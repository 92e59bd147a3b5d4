package io.mooring.room;

import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one decision and is still owed: a place in the outbox. Instances are used
 * again; they change hands under the mailbox's lock.
 */
final class Entry {

  /** What a stale fact has for a number: it was dropped. */
  static final long STALE = 0;

  /** The step that was taken; for a stale fact, the row that says how to undo it. */
  @Nullable Step step;

  /** The session that is current after the step; for a stale fact, the one it came from. */
  @Nullable SessionLink link;

  /** The attempt that is to go on; then there is no step. */
  @Nullable Attempt attempt;

  /** When the event came in, where anybody wants to know. */
  long nanoTime;

  /** The number of the step's first change, or {@link #STALE}. */
  long sequence;

  /** The number of the arming, if the step arms a timer. */
  int arming;

  /** How long what was under way before the step had lasted, in nanoseconds. */
  long lasted;

  /** Whom to tell what a join came to, if the step decided it. */
  @Nullable CompletableFuture<ReturnCode> join;

  /** What the join came to. */
  ReturnCode answer = ReturnCode.OK;

  /** Whom to tell that a leave was carried out, if the step is one. */
  @Nullable CompletableFuture<ReturnCode> leave;

  /** Lets go of everything, for the next use. */
  void clear() {
    step = null;
    link = null;
    attempt = null;
    lasted = 0;
    join = null;
    leave = null;
  }

  boolean isStale() {
    return sequence == STALE;
  }

  long sessionEpoch() {
    return link == null ? 0 : link.epoch();
  }
}
