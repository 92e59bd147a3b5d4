package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.RoomScheduler.Cancellable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one episode to get back into the room: one at a time, each with a limit to its
 * time, and a pause between two. Only the thread that carries out effects touches it.
 */
final class ReconnectEpisode {

  final SessionLink link;

  /** Which arming of the reconnect window began the episode: no two have the same. */
  final int armingNumber;

  private final Effects effects;

  /** The time of the attempt, or of the pause after it. */
  private @Nullable Cancellable timer;

  private boolean stopped;

  ReconnectEpisode(Effects effects, SessionLink link, int armingNumber) {
    this.effects = effects;
    this.link = link;
    this.armingNumber = armingNumber;
  }

  void begin() {
    begin(1);
  }

  private void begin(int number) {
    Intake intake = link.intake;
    Duration limit = effects.policy.timeLimit(number, intake, link.epoch());
    Attempt attempt = new Attempt(this, intake, number, limit);
    boolean timed = arm(EventClock.NOT_READ, limit, attempt);
    // Only now: the policy and the scheduler may have taken long, and so may what came before.
    if (timed && !intake.begins(attempt)) {
      cancel();
      return;
    }
    boolean begun =
        timed
            && effects.ask(
                link, Effects.Call.TRY_TO_REJOIN, session -> session.tryToRejoin(attempt));
    if (!begun) {
      attempt.failed();
    }
  }

  /** Does what follows the end of an attempt, which is when its pause began, or of the pause. */
  void resume(Attempt attempt, long ended) {
    if (stopped) {
      return;
    }
    cancel();
    if (attempt.phase == Attempt.Phase.OVER) {
      begin(attempt.number() + 1);
    } else {
      // A pause that cannot be measured has no end: attempts without pauses could go on for ever
      // in no time, and the window ends the episode anyway.
      Duration pause = effects.policy.backOff(attempt.number(), link.intake, link.epoch());
      arm(ended, pause, attempt::pauseEnded);
    }
  }

  void stop() {
    stopped = true;
    cancel();
  }

  private boolean arm(long from, Duration delay, Runnable end) {
    try {
      timer = effects.clock.schedule(from, delay, end);
      return true;
    } catch (Throwable thrown) {
      link.intake.report(Callee.SCHEDULER, "schedule", link.epoch(), thrown);
      return false;
    }
  }

  private void cancel() {
    Cancellable running = timer;
    timer = null;
    effects.cancel(running, link);
  }
}
