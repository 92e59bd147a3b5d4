package io.mooring.room;

import io.mooring.room.spec.Step;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one decision and is still owed: a place in the outbox. Instances are used
 * again; they change hands under the mailbox's lock.
 */
final class Entry {

  /** The step that was taken; for a stale fact, the row that says how to undo it. */
  @Nullable Step step;

  /** The session that is current after the step; for a stale fact, the one it came from. */
  @Nullable SessionLink link;

  /** Whether this is a stale fact, which was dropped. */
  boolean stale;

  /** When the event came in, where anybody wants to know. */
  long nanoTime;

  /** The number of the step's first change. */
  long sequence;

  /** The number of the arming, if the step arms a timer. */
  int arming;

  /** What is owed after this. */
  @Nullable Entry next;

  /** Lets go of everything, for the next use. */
  void clear() {
    step = null;
    link = null;
    stale = false;
    next = null;
  }

  long sessionEpoch() {
    return link == null ? 0 : link.epoch();
  }
}
