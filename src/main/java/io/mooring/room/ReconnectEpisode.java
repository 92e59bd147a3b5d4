package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.RoomScheduler.Cancellable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one reconnect episode: one at a time, each with a time limit, and with a pause
 * between two. Used only by the thread that carries out effects.
 */
final class ReconnectEpisode {

  /** The number of the arming of the reconnect window that began the episode: unique to it. */
  final int armingNumber;

  private final Attempt.Session session;
  private final EventClock clock;
  private final BoundedPolicy policy;

  /** The timer of the attempt, or of the pause after it. */
  private @Nullable Cancellable timer;

  ReconnectEpisode(
      Attempt.Session session, int armingNumber, EventClock clock, BoundedPolicy policy) {
    this.session = session;
    this.armingNumber = armingNumber;
    this.clock = clock;
    this.policy = policy;
  }

  void begin() {
    begin(1);
  }

  private void begin(int number) {
    Duration limit = policy.timeLimit(number, session.failures(), session.epoch());
    Attempt attempt = new Attempt(session, armingNumber, number, limit);
    boolean timed = arm(EventClock.NOT_READ, limit, attempt);
    // Only now: the policy and the scheduler may have taken long, and so may what came before.
    if (timed && !session.begins(attempt)) {
      cancel();
      return;
    }
    boolean begun =
        timed && session.ask(TransportCall.TRY_TO_REJOIN, asked -> asked.tryToRejoin(attempt));
    if (!begun) {
      attempt.failed();
    }
  }

  /**
   * Continues after the end of an attempt, or of the pause after it.
   *
   * @param ended when that ended; the pause is measured from there
   */
  void resume(Attempt attempt, long ended) {
    cancel();
    if (attempt.phase == Attempt.Phase.OVER) {
      begin(attempt.number() + 1);
    } else {
      // A pause that cannot be measured has no end: attempts without pauses could go on for ever
      // in no time, and the window ends the episode anyway.
      Duration pause = policy.backOff(attempt.number(), session.failures(), session.epoch());
      arm(ended, pause, attempt::pauseEnded);
    }
  }

  /**
   * Cancels the timer of the attempt or pause. No attempt follows: {@link #resume} is not called.
   */
  void cancel() {
    Cancellable running = timer;
    timer = null;
    clock.cancel(running, session.epoch());
  }

  private boolean arm(long from, Duration delay, Runnable end) {
    try {
      timer = clock.schedule(from, delay, end);
      return true;
    } catch (Throwable thrown) {
      session.failures().report(Callee.SCHEDULER, "schedule", session.epoch(), thrown);
      return false;
    }
  }
}
