package io.mooring.room;

import io.mooring.room.spec.Event;
import org.jspecify.annotations.Nullable;

/**
 * The side of the connection's core that sessions, effects and the outbox call. The caller does not
 * hold the connection's lock, except where a method says so.
 *
 * <p>It and {@link SessionLink} refer to each other: a session passes its events on to the core,
 * and the core needs to know which session they are about.
 */
interface Intake extends Failures {

  /** Applies a fact that the transport reports about a session. */
  void fact(SessionLink link, Event fact);

  /** Applies the end of a session's timer: it has expired, or cannot be measured. */
  void expired(SessionLink link, ArmedTimer timer);

  /** Applies the success of an attempt. */
  void succeeded(SessionLink link, Attempt attempt);

  /** Ends an attempt whose time limit is over. */
  void timedOut(SessionLink link, Attempt attempt);

  /** Ends a phase of an attempt; what follows is left to the outbox. */
  void ended(SessionLink link, Attempt attempt, Attempt.Phase phase);

  /**
   * Begins an attempt, after a deadline that has passed meanwhile was decided. Called by the thread
   * that carries out effects, which continues with what follows.
   *
   * @return whether the episode lasts, and the time of the attempt is not over
   */
  boolean begins(SessionLink link, Attempt attempt);

  /**
   * Ends the opening of a session, and decides the facts that were kept meanwhile. Called by the
   * thread that carries out effects, which continues with what follows.
   *
   * @param phase whether there is a session now
   * @param instead what is decided if there is no session; otherwise null
   */
  void endOpening(SessionLink link, SessionLink.Phase phase, @Nullable Event instead);

  /** Reports what an engine threw at a fact: the caller that reported the fact is not to blame. */
  default void report(@Nullable Throwable broken, @Nullable SessionLink link) {
    if (broken != null) {
      report(CallFailure.Callee.ENGINE, "step", link == null ? 0 : link.epoch(), broken);
    }
  }

  /** Delivers what is pending, unless other threads do. */
  void deliverPending();

  /** Passes a failure to the failure handler. */
  void handOver(CallFailure failure);

  /** The snapshot of the connection as it is now. */
  ConnectionSnapshot capture();

  /** The change of an earlier life of which listeners are notified again. */
  ConnectionChange repeated();

  /** Whether a change is the latest one. The caller holds the lock. */
  boolean isLatest(ConnectionChange change);
}
