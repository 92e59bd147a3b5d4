package io.mooring.room;

import java.time.Duration;

/** One attempt to get back into the room, and the pause after it; run when its time is up. */
final class Attempt implements ReconnectAttempt, Runnable {

  /** How far it has come. */
  enum Phase {
    /** The session was asked for it, and its time runs. */
    UNDER_WAY,
    /** It has failed; the next one is waited for. */
    PAUSE,
    /** The pause is over as well. */
    OVER
  }

  final ReconnectEpisode episode;
  private final Intake intake;
  private final int number;
  private final Duration timeLimit;

  /** Guarded by the connection's lock. */
  Phase phase = Phase.UNDER_WAY;

  Attempt(ReconnectEpisode episode, Intake intake, int number, Duration timeLimit) {
    this.episode = episode;
    this.intake = intake;
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
    intake.succeeded(this);
  }

  @Override
  public void failed() {
    intake.ended(this, Phase.UNDER_WAY);
  }

  @Override
  public void run() {
    intake.timedOut(this);
  }

  void pauseEnded() {
    intake.ended(this, Phase.PAUSE);
  }

  /** For example {@code attempt 3 of session 2 in "lobby" as user 7}. */
  @Override
  public String toString() {
    return "attempt " + number + " of " + episode.link;
  }
}
