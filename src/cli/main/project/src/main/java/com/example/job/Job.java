package com.example.job;

import com.example.job.spec.Effects;
import com.example.job.spec.JobMachine;
import com.example.job.spec.Outcome;
import com.example.job.spec.Phase;
import com.example.job.spec.Scheduler;
import com.example.job.spec.Step;
import com.example.job.spec.Timer;
import java.time.Duration;

/**
 * What {@code Job.tla} specifies. The machine, which is generated from it, decides what an event
 * does; this class connects it with the rest. Safe for use by any thread.
 */
public final class Job {

  // yours: how long each timer runs
  static final Duration PAUSE = Duration.ofSeconds(2);

  // yours: who carries the effects out
  /** Who does the work. */
  public interface Worker {

    /** Begins to try. How it ended is reported by {@link #finished} or {@link #broke}. */
    void begin();

    /** Stops the try that has begun. */
    void stop();
  }

  private final JobMachine machine;

  /** A job that has not begun. */
  public Job(Worker worker, Scheduler scheduler) {
    machine =
        JobMachine.builder(new Tasks(worker), scheduler)
            // yours: a line for each timer
            .timer(Timer.PAUSE, PAUSE)
            .build();
  }

  // yours: a method for each command, which says whether it was accepted
  /** Asks for the work; false if it has begun already. */
  public boolean start() {
    return machine.start() == Outcome.TAKEN;
  }

  /** Ends the work; false if there is none. */
  public boolean cancel() {
    return machine.cancel() == Outcome.TAKEN;
  }

  // yours: a method for each fact that no timer reports
  /** The work was done. */
  public void finished() {
    machine.finished();
  }

  /** The try has failed. */
  public void broke() {
    machine.broke();
  }

  // yours: what can be seen from outside
  /** What it is doing. */
  public Phase phase() {
    return machine.currentLocation().phase();
  }

  private record Tasks(Worker worker) implements Effects {

    // yours: a method for each effect that is not about a timer
    @Override
    public void begin(Step step) {
      worker.begin();
    }

    @Override
    public void stop(Step step) {
      worker.stop();
    }
  }
}
