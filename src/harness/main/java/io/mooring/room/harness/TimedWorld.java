package io.mooring.room.harness;

import io.mooring.room.ReconnectAttempt;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.SimulatedTransport;
import java.util.List;
import java.util.Optional;

/**
 * What the world tells the connection of a {@link TimedLife}: facts, ends of attempts, and timers
 * that fire.
 */
final class TimedWorld {
  private final TimedLife life;
  private final TimedDrive drive;
  private final SimulatedTransport transport;

  TimedWorld(TimedLife life, TimedDrive drive, SimulatedTransport transport) {
    this.life = life;
    this.drive = drive;
    this.transport = transport;
  }

  /** A fact, whoever tells it. */
  void tells(Stimulus.Fact fact) {
    Optional<Timer> timer = Timer.onlyTeller(fact.event());
    if (timer.isPresent()) {
      fire(timer.get(), fact.ago());
    } else {
      states(fact);
    }
  }

  private void states(Stimulus.Fact fact) {
    Optional<SimulatedTransport.Session> session = transport.session(fact.ago());
    if (session.isEmpty()) {
      drive.nothing("no such session was opened");
    } else if (session.get().isOpening()) {
      drive.nothing("its transport has not returned from opening it");
    } else if (fact.event().isOfAttempt()) {
      List<ReconnectAttempt> made = session.get().attempts();
      ended(made.isEmpty() ? 0 : drive.attempts().indexOf(made.get(made.size() - 1)) + 1, true);
    } else {
      life.arrives(
          new ObservedInput.Fact(fact.event(), session.get().index() + 1),
          () -> session.get().report(fact.event()));
    }
  }

  /**
   * The transport tells the end of an attempt.
   *
   * @param number which of all, from 1
   */
  void ended(int number, boolean succeeded) {
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

  void fire(Timer timer, int ago) {
    Optional<ObservedTime.Run> found = life.timers().find(timer, ago);
    if (found.isEmpty()) {
      drive.nothing("the " + timer.value() + " was not armed so often");
      return;
    }
    if (found.get().isPending()) {
      long unit = drive.unit().toNanos();
      drive.pass((found.get().untilDue().toNanos() + unit - 1) / unit);
    } else if (life.isToBeOpened()) {
      drive.nothing("the latest session waits for its transport to be opened");
    } else {
      found.get().fireLate();
    }
  }
}
