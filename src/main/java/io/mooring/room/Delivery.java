package io.mooring.room;

import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one decision and is still owed: a place in the outbox. Instances are used
 * again. They are filled and claimed under the connection's lock; afterwards whoever carries out
 * the effects touches only what is for effects, and whoever tells only what is for callbacks. Each
 * lets go of its own part when it is done, so that what waits for a listener keeps no session
 * alive.
 */
final class Delivery {

  /** What a stale fact has for a number: it was dropped. */
  static final long STALE = 0;

  /** What a step of an earlier life has: its effects are carried out anew, and nothing told. */
  static final long AGAIN = -1;

  /** What a change of an earlier life has that is told again. */
  static final long REPEATED = -2;

  /** The step that was taken; for a stale fact, the row that says how to undo it. */
  @Nullable Step step;

  /** When the event came in, where anybody wants to know. */
  long nanoTime;

  /** The session that is current after the step; for a stale fact, the one it came from. */
  long sessionEpoch;

  /** The number of the step's first change, or {@link #STALE} or the like. */
  long sequence;

  /** The number of the snapshot that is to be stored before anything follows; 0 for none. */
  int snapshot;

  /* ---------------- for effects ---------------- */

  /** The session that the transport is asked about; null if it is not asked. */
  @Nullable SessionLink link;

  /** The attempt that is to go on; then there is no step. */
  @Nullable Attempt attempt;

  /** The number of the arming, if the step arms a timer. */
  int armingNumber;

  /* ---------------- for callbacks ---------------- */

  /** How long what was under way before the step had lasted, in nanoseconds. */
  long lasted;

  /** Whom to tell what a join came to, if the step decided it. */
  @Nullable CompletableFuture<ReturnCode> join;

  /** What the join came to. */
  ReturnCode answer = ReturnCode.OK;

  /** Whom to tell that a leave was carried out, if the step is one. */
  @Nullable CompletableFuture<ReturnCode> leave;

  /** Whether the transport is asked for anything. */
  boolean hasEffects() {
    return link != null || attempt != null;
  }

  /** Lets go of what was for effects. */
  void releaseEffects() {
    if (link != null) {
      link = null;
    }
    if (attempt != null) {
      attempt = null;
    }
  }

  /** How many changes are told. */
  int changes() {
    if (sequence == REPEATED) {
      return 1;
    }
    return step == null || sequence <= STALE ? 0 : step.notifications().size();
  }

  /** Lets go of what was for callbacks. */
  void told() {
    if (join != null) {
      join = null;
    }
    if (leave != null) {
      leave = null;
    }
  }

  /** Lets go of what was for a role. */
  void release(Role role) {
    if (role == Role.EFFECTS) {
      releaseEffects();
    } else if (role == Role.CALLBACKS) {
      told();
    }
  }

  boolean isStale() {
    return sequence == STALE;
  }
}
