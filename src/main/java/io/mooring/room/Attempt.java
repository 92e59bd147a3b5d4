package io.mooring.room;

import java.time.Duration;
import java.util.function.Consumer;

/** One attempt to rejoin the room, and the pause after it; run when its time limit is over. */
final class Attempt implements ReconnectAttempt, Runnable {

  /** The progress of the attempt. */
  enum Phase {
    /** The session was called, and its time runs. */
    UNDER_WAY,
    /** It has failed, and the pause before the next attempt runs. */
    PAUSE,
    /** The pause is over as well. */
    OVER
  }

  /** A session as its attempts use it. */
  interface Session {

    /** The number of the session. */
    long epoch();

    /**
     * Calls the transport's session.
     *
     * @return whether there is a session, and it did not throw
     */
    boolean ask(TransportCall call, Consumer<RoomSession> request);

    /** Begins an attempt; see {@link Intake#begins}. */
    boolean begins(Attempt attempt);

    /** Applies the success of an attempt. */
    void succeeded(Attempt attempt);

    /** Ends an attempt whose time limit is over. */
    void timedOut(Attempt attempt);

    /** Ends a phase of an attempt. */
    void ended(Attempt attempt, Phase phase);

    /** Receives what the reconnect policy and the scheduler throw. */
    Failures failures();
  }

  /** The number of the arming of the reconnect window that began the attempt's episode. */
  final int armingNumber;

  private final Session session;
  private final int number;
  private final Duration timeLimit;

  /** Guarded by the connection's lock. */
  Phase phase = Phase.UNDER_WAY;

  Attempt(Session session, int armingNumber, int number, Duration timeLimit) {
    this.session = session;
    this.armingNumber = armingNumber;
    this.number = number;
    this.timeLimit = timeLimit;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Duration timeLimit() {
    return timeLimit;
  }

  @Override
  public void succeeded() {
    session.succeeded(this);
  }

  @Override
  public void failed() {
    session.ended(this, Phase.UNDER_WAY);
  }

  @Override
  public void run() {
    session.timedOut(this);
  }

  void pauseEnded() {
    session.ended(this, Phase.PAUSE);
  }

  /** For example {@code attempt 3 of session 2 in "lobby" as user 7}. */
  @Override
  public String toString() {
    return "attempt " + number + " of " + session;
  }
}
