package io.mooring.room;

import java.time.Duration;

/** One attempt to get back into the room, and the pause after it. */
final class Attempt implements ReconnectAttempt {

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
  private final Mailbox mailbox;
  private final int number;
  private final Duration timeLimit;

  /** Guarded by the mailbox's lock. */
  Phase phase = Phase.UNDER_WAY;

  Attempt(Mailbox mailbox, Attempts episode, int number, Duration timeLimit) {
    this.mailbox = mailbox;
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
    mailbox.succeeded(this);
  }

  @Override
  public void failed() {
    mailbox.ended(this, Phase.UNDER_WAY);
  }

  void pauseEnded() {
    mailbox.ended(this, Phase.PAUSE);
  }

  /** For example {@code attempt 3 of session 2 in "lobby" as user 7}. */
  @Override
  public String toString() {
    return "attempt " + number + " of " + episode.link;
  }
}
