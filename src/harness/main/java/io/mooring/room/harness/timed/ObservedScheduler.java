package io.mooring.room.harness.timed;

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
 * Virtual time as scheduler of a connection. It reports each arming, cancelling and firing of a
 * timer, and lets every timer fire late that has been armed.
 */
final class ObservedScheduler implements RoomScheduler {
  private final VirtualTime time;
  private final Consumer<Observation> seen;
  private final BiConsumer<ObservedInput, Runnable> fires;
  private final AttemptTime attempts;
  private final List<Arming> armings = new ArrayList<>();
  private Optional<Timer> due = Optional.empty();

  /** Whether the latest task is the end of an attempt, not of the pause after it. */
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

  /** A step was decided: the next task is the timer that these effects arm. */
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

  /** The attempts of an episode end: the next one is the first of another episode. */
  void stopped() {
    trying = false;
  }

  /** The run of a timer that was armed {@code age} armings before the newest, if there is one. */
  Optional<Arming> find(Timer timer, int age) {
    int later = 0;
    for (int i = armings.size() - 1; i >= 0; i--) {
      if (armings.get(i).timer == timer && later++ == age) {
        return Optional.of(armings.get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * The pending timer with this event, if there is one: the connection detects itself that its
   * deadline has passed.
   */
  Optional<ObservedInput> passed(Event event) {
    for (int i = armings.size() - 1; i >= 0; i--) {
      Arming run = armings.get(i);
      if (run.timer.fact() == event && run.isPending()) {
        return Optional.of(new ObservedInput.Firing(run.timer, run.number));
      }
    }
    return Optional.empty();
  }

  /**
   * The timer with this event that did not fire though its deadline has passed, if there is one.
   */
  Optional<ObservedInput> overdue(Event event) {
    for (int i = armings.size() - 1; i >= 0; i--) {
      Arming run = armings.get(i);
      if (run.timer.fact() == event && run.task.isOverdue()) {
        return Optional.of(new ObservedInput.Firing(run.timer, run.number));
      }
    }
    return Optional.empty();
  }

  /** The end of an attempt, or of the pause after it. */
  @FunctionalInterface
  interface AttemptTime {
    void ends(boolean ofAttempt, Runnable task);
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
      return time.schedule(delay, () -> attempts.ends(!pause, task));
    }
    Timer timer = due.get();
    due = Optional.empty();
    int number = armings.size() + 1;
    VirtualTime.Timer scheduled =
        time.schedule(delay, () -> fires.accept(new ObservedInput.Firing(timer, number), task));
    Arming run = new Arming(timer, number, time.nanoTime() + delay.toNanos(), scheduled);
    armings.add(run);
    seen.accept(new Observation.Armed(timer, number));
    return run;
  }

  /** One arming of a timer. */
  final class Arming implements Cancellable {
    private final Timer timer;
    private final int number;
    private final long deadline;
    private final VirtualTime.Timer task;

    private Arming(Timer timer, int number, long deadline, VirtualTime.Timer task) {
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
