package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one decision and is still owed: a place in the outbox. Instances are used
 * again. They are filled and claimed under the mailbox's lock; afterwards whoever carries out the
 * effects touches only what is for effects, and whoever tells only what is for callbacks. Each lets
 * go of its own part when it is done, so that what waits for a listener keeps no session alive.
 */
final class Entry {

  /** What a stale fact has for a number: it was dropped. */
  static final long STALE = 0;

  /** The step that was taken; for a stale fact, the row that says how to undo it. */
  @Nullable Step step;

  /** When the event came in, where anybody wants to know. */
  long nanoTime;

  /** The session that is current after the step; for a stale fact, the one it came from. */
  long sessionEpoch;

  /** The number of the step's first change, or {@link #STALE}. */
  long sequence;

  /* ---------------- for effects ---------------- */

  /** The session that the transport is asked about; null if it is not asked. */
  @Nullable SessionLink link;

  /** The attempt that is to go on; then there is no step. */
  @Nullable Attempt attempt;

  /** The number of the arming, if the step arms a timer. */
  int arming;

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
  void carriedOut() {
    if (link != null) {
      link = null;
    }
    if (attempt != null) {
      attempt = null;
    }
  }

  /** How many changes are told. */
  int changes() {
    return step == null || isStale() ? 0 : step.notifications().size();
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
  void letGo(Role role) {
    if (role == Role.EFFECTS) {
      carriedOut();
    } else if (role == Role.CALLBACKS) {
      told();
    }
  }

  /** Shows the step to a witness; that an attempt goes on is no step. */
  void recordTo(StepRecorder witness, Failures failures) {
    if (step == null) {
      return;
    }
    try {
      if (isStale()) {
        witness.stale(nanoTime, sessionEpoch, step.event(), step.effects());
      } else {
        witness.recorded(nanoTime, sessionEpoch, step);
      }
    } catch (Throwable thrown) {
      failures.report(Callee.RECORDER, step.event().action(), sessionEpoch, thrown);
    }
  }

  boolean isStale() {
    return sequence == STALE;
  }
}
