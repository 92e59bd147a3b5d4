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
  private final TimedRun drive;
  private final SimulatedTransport transport;

  TimedDriver(TimedLife life, TimedRun drive, SimulatedTransport transport) {
    this.life = life;
    this.drive = drive;
    this.transport = transport;
  }

  /** Whether there is a connection: a listener may be called while it is restored. */
  private boolean isBuilt() {
    if (!life.isBuilt()) {
      drive.nothing("there is no connection before it is restored");
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
    drive.callbacks().add(inside);
  }

  @Override
  public void throwInCallback() {
    drive.callbacks().addException();
  }

  @Override
  public void advance(Duration by) {
    drive.advance(by);
  }

  @Override
  public void sleep(Duration time) {
    drive.sleep(time);
  }

  @Override
  public void die(Stimulus.Die death) {
    drive.die(death);
  }

  @Override
  public void block(BlockingCall call) {
    drive.block(call);
  }

  @Override
  public void unblock(BlockingCall call) {
    drive.unblock(call);
  }

  @Override
  public void fact(Event fact, int age) {
    if (!isBuilt()) {
      return;
    }
    Optional<SimulatedTransport.Session> session = transport.session(age);
    if (session.isEmpty()) {
      drive.nothing("no such session was opened");
    } else if (session.get().isOpening()) {
      drive.nothing("its transport has not returned from opening it");
    } else if (fact.isOfAttempt()) {
      List<ReconnectAttempt> made = session.get().attempts();
      ended(made.isEmpty() ? 0 : drive.attempts().indexOf(made.get(made.size() - 1)) + 1, true);
    } else {
      life.arrives(
          new ObservedInput.Fact(fact, session.get().index() + 1),
          () -> session.get().report(fact));
    }
  }

  @Override
  public void attemptEnds(boolean succeeded, int age) {
    if (isBuilt()) {
      ended(drive.attempts().size() - age, succeeded);
    }
  }

  /**
   * The transport reports the end of an attempt.
   *
   * @param number which of all, from 1
   */
  private void ended(int number, boolean succeeded) {
    if (number < 1) {
      drive.nothing("no such attempt was made");
      return;
    }
    ReconnectAttempt attempt = drive.attempts().get(number - 1);
    if (transport.sessions().stream().noneMatch(each -> each.attempts().contains(attempt))) {
      // An earlier life may hear of it: this one does not.
      Runnable end = succeeded ? attempt::succeeded : attempt::failed;
      end.run();
    } else if (succeeded) {
      life.arrives(new ObservedInput.Success(number), attempt::succeeded);
    } else {
      boolean heard = isHeard(attempt::failed);
      life.observed(new Observation.AttemptFailed(number, false, heard));
    }
  }

  /** The client's own time for an attempt, or for the pause after it, is up. */
  void attemptTime(boolean ofAttempt, Runnable task) {
    int number = drive.attempts().size();
    boolean heard = isHeard(task);
    if (ofAttempt) {
      life.observed(new Observation.AttemptFailed(number, true, heard));
    }
  }

  private boolean isHeard(Runnable end) {
    if (!life.isBuilt()) {
      // A listener that is called while it is restored takes its time.
      boolean reconnecting = life.location().reconnecting();
      end.run();
      return reconnecting;
    }
    long dropped = life.dropped();
    end.run();
    return life.dropped() == dropped;
  }

  @Override
  public void fire(Timer timer, int age) {
    if (!isBuilt()) {
      return;
    }
    Optional<ObservedScheduler.Run> found = life.timers().find(timer, age);
    if (found.isEmpty()) {
      drive.nothing("the " + timer.value() + " was not armed so often");
      return;
    }
    if (found.get().isPending()) {
      drive.advance(found.get().untilDue().plus(drive.unit()).minusNanos(1));
    } else if (life.isToBeOpened()) {
      drive.nothing("the latest session waits for its transport to be opened");
    } else {
      found.get().fireLate();
    }
  }
}
