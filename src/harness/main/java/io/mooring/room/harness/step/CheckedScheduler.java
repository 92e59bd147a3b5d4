package io.mooring.room.harness.step;

import io.mooring.room.RoomScheduler;
import io.mooring.room.harness.log.RoomText;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Virtual time as scheduler of a connection, with a {@link RunChecker} that checks each arming and
 * cancelling.
 */
final class CheckedScheduler implements RoomScheduler {
  private final VirtualTime time;
  private final RunChecker checker;
  private final ArmedTimers armed;
  private final AttemptChecker attempts;
  private final Function<Timer, Duration> lengths;
  private final BiConsumer<Timer, Boolean> onRun;
  private final BooleanSupplier over;

  CheckedScheduler(
      VirtualTime time,
      RunChecker checker,
      ArmedTimers armed,
      AttemptChecker attempts,
      Function<Timer, Duration> lengths,
      BiConsumer<Timer, Boolean> onRun,
      BooleanSupplier over) {
    this.time = time;
    this.checker = checker;
    this.armed = armed;
    this.attempts = attempts;
    this.lengths = lengths;
    this.onRun = onRun;
    this.over = over;
  }

  @Override
  public long nanoTime() {
    return time.nanoTime();
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    if (over.getAsBoolean()) {
      // The process is dead.
      return () -> {};
    }
    Timer timer = checker.timerDue();
    if (timer == null) {
      return attempts.schedule(delay, task);
    }
    Duration length = lengths.apply(timer);
    if (!delay.equals(length)) {
      checker.violated(
          ViolationKind.EFFECT,
          ArmedTimers.name(timer)
              + " was armed for "
              + RoomText.seconds(delay)
              + " instead of "
              + RoomText.seconds(length));
    }
    checker.ran(ArmedTimers.name(timer), timer.arm());
    int number = armed.count() + 1;
    VirtualTime.Timer run =
        time.schedule(
            delay,
            () -> {
              onRun.accept(timer, armed.count() == number);
              task.run();
            });
    armed.add(timer, run);
    return () -> {
      if (run.isPending() && !over.getAsBoolean()) {
        checker.ran(ArmedTimers.name(timer), timer.cancel());
        run.cancel();
      }
    };
  }
}
