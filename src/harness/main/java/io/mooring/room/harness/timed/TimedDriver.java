package io.mooring.room.harness.timed;

import io.mooring.room.ReconnectAttempt;
import io.mooring.room.harness.log.Observation;
import io.mooring.room.harness.log.ObservedInput;
import io.mooring.room.harness.model.BlockingCall;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusHandler;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.SimulatedTransport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Applies stimuli to the connection of a {@link TimedLife}. */
final class TimedDriver implements StimulusHandler {
  private final TimedLife life;
  private final TimedRun run;
  private final SimulatedTransport transport;

  TimedDriver(TimedLife life, TimedRun run, SimulatedTransport transport) {
    this.life = life;
    this.run = run;
    this.transport = transport;
  }

  /** Whether there is a connection: a listener may be called while it is restored. */
  private boolean isBuilt() {
    if (!life.isBuilt()) {
      run.nothing("there is no connection before it is restored");
    }
    return life.isBuilt();
  }

  @Override
  public void command(Event command) {
    if (isBuilt()) {
      life.command(command);
    }
  }

  @Override
  public void inCallback(Stimulus inside) {
    run.callbacks().add(inside);
  }

  @Override
  public void throwInCallback() {
    run.callbacks().addException();
  }

  @Override
  public void advance(Duration by) {
    run.advance(by);
  }

  @Override
  public void sleep(Duration time) {
    run.sleep(time);
  }

  @Override
  public void die(Stimulus.Die death) {
    run.die(death);
  }

  @Override
  public void block(BlockingCall call) {
    run.block(call);
  }

  @Override
  public void unblock(BlockingCall call) {
    run.unblock(call);
  }

  @Override
  public void fact(Event fact, int age) {
    if (!isBuilt()) {
      return;
    }
    Optional<SimulatedTransport.Session> session = transport.session(age);
    if (session.isEmpty()) {
      run.nothing("no such session was opened");
    } else if (session.get().isOpening()) {
      run.nothing("its transport is opening it");
    } else if (fact.isOfAttempt()) {
      List<ReconnectAttempt> made = session.get().attempts();
      ended(made.isEmpty() ? 0 : run.attempts().indexOf(made.get(made.size() - 1)) + 1, true);
    } else {
      life.call(
          new ObservedInput.Fact(fact, session.get().index() + 1),
          () -> session.get().report(fact));
    }
  }

  @Override
  public void attemptEnds(boolean succeeded, int age) {
    if (isBuilt()) {
      ended(run.attempts().size() - age, succeeded);
    }
  }

  /**
   * The transport reports the end of an attempt.
   *
   * @param number of all attempts, from 1
   */
  private void ended(int number, boolean succeeded) {
    if (number < 1) {
      run.nothing("no such attempt was made");
      return;
    }
    ReconnectAttempt attempt = run.attempts().get(number - 1);
    if (transport.sessions().stream().noneMatch(each -> each.attempts().contains(attempt))) {
      // It was an attempt of an earlier life.
      Runnable end = succeeded ? attempt::succeeded : attempt::failed;
      end.run();
    } else if (succeeded) {
      life.call(new ObservedInput.Success(number), attempt::succeeded);
    } else {
      boolean accepted = isAccepted(attempt::failed);
      life.observed(new Observation.AttemptFailed(number, false, accepted));
    }
  }

  /** The end of the time of an attempt, or of the pause after it. */
  void attemptTime(boolean ofAttempt, Runnable task) {
    int number = run.attempts().size();
    boolean accepted = isAccepted(task);
    if (ofAttempt) {
      life.observed(new Observation.AttemptFailed(number, true, accepted));
    }
  }

  private boolean isAccepted(Runnable end) {
    if (!life.isBuilt()) {
      // A slow listener is called while the connection is restored.
      boolean reconnecting = life.location().reconnecting();
      end.run();
      return reconnecting;
    }
    long dropped = life.discarded();
    end.run();
    return life.discarded() == dropped;
  }

  @Override
  public void fire(Timer timer, int age) {
    if (!isBuilt()) {
      return;
    }
    Optional<ObservedScheduler.Arming> found = life.timers().find(timer, age);
    if (found.isEmpty()) {
      run.nothing("the " + timer.value() + " was armed less often");
      return;
    }
    if (found.get().isPending()) {
      run.advance(found.get().untilDue().plus(run.unit()).minusNanos(1));
    } else if (life.isToBeOpened()) {
      run.nothing("the latest session waits for its transport to be opened");
    } else {
      found.get().fireLate();
    }
  }
}
