package io.mooring.room.harness.step;

import io.mooring.room.ReconnectAttempt;
import io.mooring.room.ReconnectPolicy;
import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.harness.log.LogEntry;
import io.mooring.room.harness.log.RoomText;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Checks the attempts of one run against the specification: while the client reconnects one follows
 * another, each within its time, and otherwise there is none.
 *
 * <p>It computes from the policy when each attempt must end and the next begin. The names are those
 * of {@code RoomReconnect.tla}.
 */
final class AttemptChecker {

  /** The phase of the attempts. */
  private enum Phase {
    IDLE,
    TRYING,
    WAITING
  }

  /**
   * An attempt.
   *
   * @param session index of its session, from 0
   * @param attempt the attempt
   */
  record Made(int session, ReconnectAttempt attempt) {}

  private final VirtualTime time;
  private final RunChecker checker;
  private final ReconnectPolicy policy;
  private final BooleanSupplier overdue;
  private final List<Made> made = new ArrayList<>();
  private final List<VirtualTime.Timer> runs = new ArrayList<>();
  private Phase phase = Phase.IDLE;
  private int number;

  /** The end of the attempt or of the pause. */
  private long due;

  /**
   * A checker of attempts.
   *
   * @param policy does not use its random numbers
   * @param overdue whether a deadline has passed, which is decided before anything else; called at
   *     the end of an attempt and of a pause
   */
  AttemptChecker(
      VirtualTime time, RunChecker checker, ReconnectPolicy policy, BooleanSupplier overdue) {
    this.time = time;
    this.checker = checker;
    this.policy = policy;
    this.overdue = overdue;
  }

  /** The attempt made {@code age} attempts before the newest, if there is one. */
  Optional<Made> made(int age) {
    int index = made.size() - 1 - age;
    return index < 0 ? Optional.empty() : Optional.of(made.get(index));
  }

  /** The newest attempt of a session, if there is one. */
  Optional<Made> latestOf(int session) {
    for (int i = made.size() - 1; i >= 0; i--) {
      if (made.get(i).session() == session) {
        return Optional.of(made.get(i));
      }
    }
    return Optional.empty();
  }

  boolean isUnderWay(Made attempt) {
    return phase == Phase.TRYING
        && checker.location().reconnecting()
        && attempt.attempt() == made.get(made.size() - 1).attempt();
  }

  // What happens.

  /** An attempt begins in a session. */
  void made(int session, ReconnectAttempt attempt) {
    checker.log(new LogEntry.Attempted(SessionNames.of(session), attempt.number()));
    int next = phase == Phase.IDLE ? 1 : number + 1;
    if (!mayBegin() || attempt.number() != next) {
      violated("attempt " + attempt.number() + " was made while " + this);
    }
    if (!attempt.timeLimit().equals(policy.timeLimit(next))) {
      violated("attempt " + next + " has " + RoomText.seconds(attempt.timeLimit()));
    }
    made.add(new Made(session, attempt));
    number = next;
    phase = Phase.TRYING;
    due = time.nanoTime() + policy.timeLimit(next).toNanos();
  }

  /** The current attempt is going to fail. */
  void failed() {
    pauseFrom(time.nanoTime());
  }

  /** The attempts of a session end. */
  void stopped() {
    phase = Phase.IDLE;
  }

  /** Schedules the end of an attempt that is going to begin, or of the pause that has begun. */
  Cancellable schedule(Duration delay, Runnable task) {
    Duration expected =
        mayBegin()
            ? policy.timeLimit(phase == Phase.IDLE ? 1 : number + 1)
            : Duration.ofNanos(due - time.nanoTime());
    if (!checker.location().reconnecting() || phase == Phase.TRYING || !delay.equals(expected)) {
      violated("a timer of " + RoomText.seconds(delay) + " was armed while " + this);
    }
    VirtualTime.Timer run =
        time.schedule(
            delay,
            () -> {
              timeIsUp();
              task.run();
            });
    runs.add(run);
    return run;
  }

  private boolean mayBegin() {
    return checker.location().reconnecting()
        && (phase == Phase.IDLE || (phase == Phase.WAITING && due <= time.nanoTime()));
  }

  private void timeIsUp() {
    if (!overdue.getAsBoolean() && phase == Phase.TRYING && due <= time.nanoTime()) {
      pauseFrom(time.nanoTime());
    }
  }

  private void pauseFrom(long end) {
    phase = Phase.WAITING;
    due = end + policy.backOff(number, 0).toNanos();
  }

  /** The connection is at rest: an attempt or a pause must be pending if the client reconnects. */
  void settle() {
    boolean should = checker.location().reconnecting();
    int waiting = ArmedTimers.pending(runs);
    if (should != (phase != Phase.IDLE)
        || (phase != Phase.IDLE && due <= time.nanoTime() && !time.isBehind())
        || waiting != (should ? 1 : 0)) {
      checker.violated(
          ViolationKind.RESOURCE,
          "in " + checker.location() + ", " + this + ", with " + waiting + " timers of attempts");
    }
  }

  private void violated(String message) {
    checker.violated(ViolationKind.EFFECT, message);
  }

  @Override
  public String toString() {
    return switch (phase) {
      case IDLE -> "no attempt is due";
      case TRYING -> "attempt " + number + " is under way until " + RoomText.seconds(due);
      case WAITING -> "attempt " + (number + 1) + " is due at " + RoomText.seconds(due);
    };
  }
}
