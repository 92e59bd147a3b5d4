package com.example.job;

import com.example.job.spec.Phase;
import com.example.job.spec.Scheduler;
import io.mooring.mbt.driver.Outcome;
import io.mooring.mbt.driver.Shown;
import io.mooring.mbt.driver.Step;
import io.mooring.mbt.junit.SpecificationTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Drives the class along walks that the specification chooses. What can be seen after each step must
 * be what the specification says.
 */
// yours: the specification, from the folder of the project
@SpecificationTest("src/main/tla/Job.tla")
class JobTest {
  private final Worker worker = new Worker();
  private final Time time = new Time();
  private final Job tested = new Job(worker, time);

  // yours: a method for each action, with what it shows of its result
  @Step
  Outcome start() {
    return Outcome.applied().showing("Refused", !tested.start());
  }

  @Step
  Outcome cancel() {
    return Outcome.applied().showing("Refused", !tested.cancel());
  }

  @Step
  void finished() {
    worker.underWay = 0;
    tested.finished();
  }

  @Step
  void broke() {
    worker.underWay = 0;
    tested.broke();
  }

  @Step
  void pauseOver() {
    time.pass(Job.PAUSE);
  }

  // yours: what can be seen after each step: variables of the specification, or definitions
  @Shown
  Phase phase() {
    return tested.phase();
  }

  @Shown("UnderWay")
  int underWay() {
    return worker.underWay;
  }

  // yours: what stands in the place of the world
  private static final class Worker implements Job.Worker {
    private int underWay;

    @Override
    public void begin() {
      underWay++;
    }

    @Override
    public void stop() {
      underWay--;
    }
  }

  /** Time that passes when a step says so. */
  private static final class Time implements Scheduler {
    private final List<Task> tasks = new ArrayList<>();
    private long now;

    private record Task(long at, Runnable code) {}

    void pass(Duration duration) {
      now += duration.toNanos();
      List<Task> due = tasks.stream().filter(each -> each.at() <= now).toList();
      tasks.removeAll(due);
      due.forEach(each -> each.code().run());
    }

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable code) {
      Task task = new Task(now + delay.toNanos(), code);
      tasks.add(task);
      return () -> tasks.remove(task);
    }
  }
}
