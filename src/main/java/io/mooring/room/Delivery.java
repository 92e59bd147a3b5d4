package io.mooring.room;

import io.mooring.room.spec.Answers;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one decision and is still pending in the outbox. Instances are reused. They are
 * filled and claimed under the connection's lock; afterwards the thread that carries out the
 * effects uses only the fields for effects, and the thread that calls back only those for
 * callbacks. Each clears its own fields when it is done, so that a delivery that waits for a
 * listener keeps no session reachable.
 */
final class Delivery {

  /** In place of a sequence number: a stale fact, which was dropped. */
  static final long STALE = 0;

  /** The same for a step of an earlier life: its effects are carried out again, nothing else. */
  static final long AGAIN = -1;

  /** The same for a change of an earlier life of which listeners are notified again. */
  static final long REPEATED = -2;

  /** The step; for a stale fact, the row that says how to undo it; null if nothing was decided. */
  @Nullable Step step;

  /** When the event came in; 0 if the clock was not read. */
  long nanoTime;

  /** The session that is current after the step; for a stale fact, the one it is about. */
  long sessionEpoch;

  /** The number of the step's first change, or {@link #STALE} or the like. */
  long sequence;

  /** The number of the snapshot that is stored before anything else follows; 0 for none. */
  int snapshot;

  /* ---------------- for effects ---------------- */

  /** The session whose transport is called; null if it is not called. */
  @Nullable SessionLink link;

  /** The attempt whose episode continues; then there is no step. */
  @Nullable Attempt attempt;

  /** The number of the arming, if the step arms a timer. */
  int armingNumber;

  /* ---------------- for callbacks ---------------- */

  /** How long the join or episode before the step had been under way, in nanoseconds. */
  long lasted;

  /** Completed with the result of the join, if the step decided it. */
  @Nullable CommandOutcome join;

  /** The result of the join. */
  ReturnCode answer = ReturnCode.OK;

  /** Completed when the leave was carried out, if the step is one. */
  @Nullable CommandOutcome leave;

  /** Whether the transport is called. */
  boolean hasEffects() {
    return link != null;
  }

  /** The number of the {@link TransportCall} that is under way for it, if one is. */
  int callUnderWay() {
    SessionLink called = link;
    return called == null ? TransportCall.NONE : called.callUnderWay();
  }

  /** Clears the fields for effects. */
  void clearEffects() {
    if (link != null) {
      link = null;
    }
    if (attempt != null) {
      attempt = null;
    }
  }

  /** How many changes listeners are notified of. */
  int changes() {
    if (sequence == REPEATED) {
      return 1;
    }
    return step == null || sequence <= STALE ? 0 : step.notifications().size();
  }

  /** Schedules completion of the pending join of a session if an event answers it. */
  void answerJoin(@Nullable SessionLink session, Event event) {
    if (session == null || session.answer == null) {
      return;
    }
    Optional<ReturnCode> code = Answers.to(Event.JOIN_CHANNEL, event);
    if (code.isPresent()) {
      join = session.answer;
      answer = code.get();
      session.answer = null;
    }
  }

  /** Clears the fields for callbacks. */
  void clearCallbacks() {
    if (join != null) {
      join = null;
    }
    if (leave != null) {
      leave = null;
    }
  }

  /** Clears the fields for a role. */
  void clear(Role role) {
    if (role == Role.EFFECTS) {
      clearEffects();
    } else if (role == Role.CALLBACKS) {
      clearCallbacks();
    }
  }

  boolean isStale() {
    return sequence == STALE;
  }
}
