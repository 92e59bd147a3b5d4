package io.mooring.room;

import io.mooring.room.spec.Event;
import org.jspecify.annotations.Nullable;

/**
 * The side of the connection's core that sessions, attempts, timers, effects and the outbox call.
 * Its monitor is the lock of the connection: the methods that say so are called while it is held,
 * all others without it.
 */
interface Intake extends Failures {

  /** Applies a fact that the transport reports about one of its sessions. */
  void fact(SessionLink link, Event fact);

  /** Applies the success of an attempt. */
  void succeeded(Attempt attempt);

  /** Ends an attempt whose time limit is over. */
  void timedOut(Attempt attempt);

  /** Ends a phase of an attempt; what follows is left to the outbox. */
  void ended(Attempt attempt, Attempt.Phase phase);

  /**
   * Begins an attempt, after a deadline that has passed meanwhile was decided. Called by the thread
   * that carries out effects, which goes on with what follows.
   *
   * @return whether the episode lasts, and the time of the attempt is not over
   */
  boolean begins(Attempt attempt);

  /** Applies the end of a timer: it has expired, or cannot be measured. */
  void expired(ArmedTimer run);

  /**
   * Ends the opening of a session, and decides the facts that were kept meanwhile. Called by the
   * thread that carries out effects, which goes on with what follows.
   *
   * @param phase whether there is a session now
   * @param instead what is decided in place of a session that there is not
   */
  void endOpening(SessionLink link, SessionLink.Phase phase, @Nullable Event instead);

  /** Does what is pending and no other thread does. */
  void attend();

  /** Passes a failure to the failure handler. */
  void handOver(CallFailure failure);

  /** The snapshot of the connection as it is now. */
  ConnectionSnapshot capture();

  /** The change of an earlier life that listeners are notified of again. */
  ConnectionChange repeated();

  /** Whether a change is the latest one. While the lock is held. */
  boolean isLatest(ConnectionChange change);
}
