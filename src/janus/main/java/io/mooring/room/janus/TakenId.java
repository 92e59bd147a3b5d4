package io.mooring.room.janus;

import java.net.URI;
import java.time.Duration;

/**
 * Resolves a conflict when the user id is already in the room. It may be used by an own session
 * that was left while its server could not be reached, or by one of an earlier process. Such
 * sessions are ended, and the join is requested again. Another user is never removed: ending a
 * session requires its number. On the thread that owns the sessions.
 */
final class TakenId {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Settings settings;
  private final TransportThreads threads;
  private final LeftSessions left;
  private final Identity identity;
  private boolean meeting;
  private long began;
  private Duration pause = FIRST_PAUSE;

  TakenId(Settings settings, TransportThreads threads, LeftSessions left, Identity identity) {
    this.settings = settings;
    this.threads = threads;
    this.left = left;
    this.identity = identity;
  }

  /** Whether there was a conflict since {@link #reset}. */
  boolean isMet() {
    return meeting;
  }

  /** Forgets the conflict: the client joined, or begins another procedure. */
  void reset() {
    meeting = false;
  }

  /**
   * Handles a conflict, the first one or a repeated one.
   *
   * @param again requests the join again
   * @param stranger runs instead if another user has the id, or the time is over
   */
  void met(URI server, Runnable again, Runnable stranger) {
    if (!meeting) {
      meeting = true;
      began = System.nanoTime();
      pause = FIRST_PAUSE;
    }
    Identity.Who who = identity.who();
    boolean own = left.mayBe(who);
    Duration patience = settings.takenIdPatience();
    if (own && settings.ownSessionPatience().compareTo(patience) > 0) {
      patience = settings.ownSessionPatience();
    }
    if (System.nanoTime() - began >= patience.toNanos()) {
      stranger.run();
    } else {
      left.end(who, server, () -> after(again));
    }
  }

  private void after(Runnable again) {
    var unused = threads.after(pause, again);
    pause = pause.multipliedBy(2);
    if (pause.compareTo(LONGEST_PAUSE) > 0) {
      pause = LONGEST_PAUSE;
    }
  }
}
