package io.mooring.room.harness.step;

import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.harness.model.BlockingCall;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusHandler;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.Optional;

/** Applies stimuli to the connection of a {@link ConnectionLife}. */
final class ConnectionDriver implements StimulusHandler {
  private final ConnectionLife life;
  private final ConnectionRun run;
  private final RunChecker checker;
  private final SimulatedTransport transport;
  private final ArmedTimers armed;
  private final AttemptChecker attempts;

  ConnectionDriver(
      ConnectionLife life,
      ConnectionRun run,
      SimulatedTransport transport,
      ArmedTimers armed,
      AttemptChecker attempts) {
    this.life = life;
    this.run = run;
    this.checker = run.checker();
    this.transport = transport;
    this.armed = armed;
    this.attempts = attempts;
  }

  @Override
  public void command(Event command) {
    life.command(command);
  }

  @Override
  public void inCallback(Stimulus inside) {
    if (inside instanceof Stimulus.Command || inside instanceof Stimulus.Die) {
      run.callbacks().add(inside);
    } else {
      life.nothing("only timed runs have this inside callbacks");
    }
  }

  @Override
  public void throwInCallback() {
    run.callbacks().addException();
  }

  @Override
  public void advance(Duration by) {
    run.time().advance(by);
  }

  @Override
  public void sleep(Duration time) {
    run.time().sleep(time);
  }

  @Override
  public void die(Stimulus.Die death) {
    life.die(death);
  }

  @Override
  public void block(BlockingCall call) {
    life.nothing("only timed runs have calls that block");
  }

  @Override
  public void unblock(BlockingCall call) {
    life.nothing("only timed runs have calls that block");
  }

  @Override
  public void fact(Event fact, int age) {
    if (fact.isOfAttempt()) {
      attemptEnds(attempts.latestOf(transport.opened() - 1 - age), true);
      return;
    }
    Optional<SimulatedTransport.Session> session = transport.session(age);
    if (session.isEmpty()) {
      life.nothing("no such session was opened");
      return;
    }
    if (age == 0) {
      life.owesStep();
    }
    int index = session.get().index();
    state(fact, index, age == 0, () -> session.get().report(fact));
  }

  @Override
  public void attemptEnds(boolean succeeded, int age) {
    attemptEnds(attempts.made(age), succeeded);
  }

  /**
   * The end of an attempt that is over is discarded in its own session; its success while the
   * client does not reconnect is a fact of its session.
   */
  private void attemptEnds(Optional<AttemptChecker.Made> found, boolean succeeded) {
    if (found.isEmpty()) {
      life.nothing("no such attempt was made");
      return;
    }
    AttemptChecker.Made made = found.get();
    boolean passed = armed.overdue().isPresent();
    boolean underWay = !passed && attempts.isUnderWay(made);
    if (succeeded) {
      boolean current = made.session() == transport.opened() - 1;
      boolean decided = underWay || (current && (passed || !checker.location().reconnecting()));
      if (decided) {
        life.owesStep();
      }
      state(Event.REJOINED, made.session(), decided, made.attempt()::succeeded);
    } else if (underWay) {
      attempts.failed();
      made.attempt().failed();
    } else if (!isDiscarded(life.expires(), made.attempt()::failed)) {
      checker.violated(
          ViolationKind.DECISION,
          "the end of an attempt that is over was not counted as discarded");
    }
  }

  @Override
  public void fire(Timer timer, int age) {
    Optional<VirtualTime.Timer> found = armed.find(timer, age);
    if (found.isEmpty()) {
      life.nothing(ArmedTimers.name(timer) + " was armed less often");
      return;
    }
    VirtualTime.Timer run = found.get();
    int session = transport.opened() - 1;
    if (!run.isPending()) {
      state(Optional.empty(), timer.fact(), session, armed.isNewest(run), run::fireLate);
      return;
    }
    int index = checker.decisions();
    run.fireInTime();
    if (!life.isOver()) {
      checker.requireDecided(index, timer.fact(), null);
    }
  }

  /** What is current must be decided at once; what is stale must be discarded and counted. */
  private void state(Event fact, int session, boolean current, Runnable statement) {
    state(life.expires(), fact, session, current, statement);
  }

  private void state(
      Optional<Event> first, Event fact, int session, boolean current, Runnable statement) {
    if (!current) {
      checker.staleComes(session + 1L, fact, first);
      if (!isDiscarded(first, statement)) {
        checker.violated(
            ViolationKind.DECISION, "a stale " + fact.action() + " was not counted as discarded");
      }
      return;
    }
    int index = checker.decisions();
    statement.run();
    if (!life.isOver()) {
      checker.requireDecided(index, first, fact, null);
    }
  }

  private boolean isDiscarded(Optional<Event> first, Runnable statement) {
    int index = checker.decisions();
    long dropped = life.dropped();
    statement.run();
    if (!life.isOver() && first.isPresent()) {
      checker.requireDecided(index, first.get(), null);
    }
    return life.isOver() || life.dropped() == dropped + 1;
  }
}
