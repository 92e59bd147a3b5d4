package io.mooring.room.janus;

import java.net.URI;
import java.time.Duration;

/**
 * What to do where the server says that the user is in the room already. It may be the client's own
 * past: a session that was left without its server hearing of it, or that an earlier process had.
 * Such sessions are ended, and the server is asked again. Somebody else stays where they are, and
 * only who has the number of a session can end it. On the thread that owns the sessions.
 */
final class TakenId {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Settings settings;
  private final Loop loop;
  private final LeftSessions left;
  private final Identity identity;
  private boolean meeting;
  private long began;
  private Duration pause = FIRST_PAUSE;

  TakenId(Settings settings, Loop loop, LeftSessions left, Identity identity) {
    this.settings = settings;
    this.loop = loop;
    this.left = left;
    this.identity = identity;
  }

  /** Whether the server has said so since {@link #reset}. */
  boolean isMet() {
    return meeting;
  }

  /** The client is in, or tries anew. */
  void reset() {
    meeting = false;
  }

  /**
   * The server has said so, for the first time or once more.
   *
   * @param again asks it again
   * @param stranger runs instead when it is somebody else, or there is no time left to know
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
    var unused = loop.after(pause, again);
    pause = pause.multipliedBy(2);
    if (pause.compareTo(LONGEST_PAUSE) > 0) {
      pause = LONGEST_PAUSE;
    }
  }
}
