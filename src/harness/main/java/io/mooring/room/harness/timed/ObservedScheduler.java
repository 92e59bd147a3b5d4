package io.mooring.room.harness.timed;

import io.mooring.mbt.run.Run;
import io.mooring.room.RoomScheduler;
import io.mooring.room.harness.log.Observation;
import io.mooring.room.harness.log.ObservedInput;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Virtual time as a connection's scheduler: it tells of each arming and cancelling, and of each
 * timer that fires, and lets every timer that ever ran fire once more.
 */
final class ObservedScheduler implements RoomScheduler {
  private final VirtualTime time;
  private final Consumer<Observation> seen;
  private final BiConsumer<ObservedInput, Runnable> fires;
  private final AttemptTime attempts;
  private final List<Run> runs = new ArrayList<>();
  private Optional<Timer> due = Optional.empty();

  /** The attempt's time was measured last, not the pause after it. */
  private boolean trying;

  ObservedScheduler(
      VirtualTime time,
      Consumer<Observation> seen,
      BiConsumer<ObservedInput, Runnable> fires,
      AttemptTime attempts) {
    this.time = time;
    this.seen = seen;
    this.fires = fires;
    this.attempts = attempts;
  }

  /** What was decided: a timer that is armed next is that of these effects. */
  void decided(List<Effect> effects) {
    for (Effect effect : effects) {
      due = due.filter(timer -> timer.cancel() != effect);
    }
    due =
        effects.stream()
            .flatMap(effect -> Timer.armedBy(effect).stream())
            .findFirst()
            .or(() -> due);
  }

  /** The attempts of an episode were stopped: what is measured next is the first of another. */
  void stopped() {
    trying = false;
  }

  /** The run of a timer that was armed {@code age} runs before the newest, if there is one. */
  Optional<Run> find(Timer timer, int age) {
    int later = 0;
    for (int i = runs.size() - 1; i >= 0; i--) {
      if (runs.get(i).timer == timer && later++ == age) {
        return Optional.of(runs.get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * The timer that tells this, if it is one that did not fire so far: the connection sees by itself
   * that its time has passed.
   */
  Optional<ObservedInput> passed(Event event) {
    for (int i = runs.size() - 1; i >= 0; i--) {
      Run run = runs.get(i);
      if (run.timer.fact() == event && run.isPending()) {
        return Optional.of(new ObservedInput.Firing(run.timer, run.number));
      }
    }
    return Optional.empty();
  }

  /** The timer that tells this, if its time has passed and it did not fire: there was a sleep. */
  Optional<ObservedInput> overdue(Event event) {
    for (int i = runs.size() - 1; i >= 0; i--) {
      Run run = runs.get(i);
      if (run.timer.fact() == event && run.task.isOverdue()) {
        return Optional.of(new ObservedInput.Firing(run.timer, run.number));
      }
    }
    return Optional.empty();
  }

  /** The time of an attempt was up, or the pause after it. */
  @FunctionalInterface
  interface AttemptTime {
    void isUp(boolean ofAttempt, Runnable task);
  }

  @Override
  public long nanoTime() {
    return time.nanoTime();
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    if (due.isEmpty()) {
      boolean pause = trying;
      trying = !pause;
      return time.schedule(delay, () -> attempts.isUp(!pause, task));
    }
    Timer timer = due.get();
    due = Optional.empty();
    int number = runs.size() + 1;
    VirtualTime.Timer scheduled =
        time.schedule(delay, () -> fires.accept(new ObservedInput.Firing(timer, number), task));
    Run run = new Run(timer, number, time.nanoTime() + delay.toNanos(), scheduled);
    runs.add(run);
    seen.accept(new Observation.Armed(timer, number));
    return run;
  }

  /** One arming of a timer. */
  final class Run implements Cancellable {
    private final Timer timer;
    private final int number;
    private final long deadline;
    private final VirtualTime.Timer task;

    private Run(Timer timer, int number, long deadline, VirtualTime.Timer task) {
      this.timer = timer;
      this.number = number;
      this.deadline = deadline;
      this.task = task;
    }

    boolean isPending() {
      return task.isPending();
    }

    Duration untilDue() {
      return Duration.ofNanos(Math.max(0, deadline - time.nanoTime()));
    }

    void fireLate() {
      task.fireLate();
    }

    @Override
    public void cancel() {
      if (task.isPending()) {
        task.cancel();
        seen.accept(new Observation.Disarmed(timer, number));
      }
    }
  }
}
