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

  final Attempts episode;
  private final int number;
  private final Duration timeLimit;

  /** Guarded by the mailbox's lock. */
  Phase phase = Phase.UNDER_WAY;

  Attempt(Attempts episode, int number, Duration timeLimit) {
    this.episode = episode;
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
    episode.link.mailbox.succeeded(this);
  }

  @Override
  public void failed() {
    episode.link.mailbox.ended(this, Phase.UNDER_WAY);
  }

  @Override
  public void run() {
    episode.link.mailbox.timedOut(this);
  }

  void pauseEnded() {
    episode.link.mailbox.ended(this, Phase.PAUSE);
  }

  /** For example {@code attempt 3 of session 2 in "lobby" as user 7}. */
  @Override
  public String toString() {
    return "attempt " + number + " of " + episode.link;
  }
}
