package io.mooring.room.harness.step;

import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.SimulatedTransport;

/** What is once everything has come to rest: what the location says. */
final class ResourceChecker {
  private static final Timer[] TIMERS = Timer.values();

  private final RunChecker watch;
  private final SimulatedTransport transport;
  private final ArmedTimers armed;
  private final AttemptChecker attempts;

  ResourceChecker(
      RunChecker watch, SimulatedTransport transport, ArmedTimers armed, AttemptChecker attempts) {
    this.watch = watch;
    this.transport = transport;
    this.armed = armed;
    this.attempts = attempts;
  }

  void require(Location location) {
    if (!isAtRest(transport, location.transportOpen(), location.reconnecting())) {
      sessions(location);
    }
    attempts.settle();
    for (Timer timer : TIMERS) {
      int waiting = armed.waiting(timer);
      resource(ArmedTimers.name(timer), "armed", location.runs(timer), waiting > 0);
      if (waiting > 1) {
        watch.violated(
            ViolationKind.RESOURCE,
            ArmedTimers.name(timer) + " runs " + waiting + " times at the same time");
      }
    }
  }

  /**
   * Whether all sessions but the newest are closed, and that one is as expected.
   *
   * @param open whether the newest session should be open
   * @param tries whether it should be trying to get back into the room
   */
  static boolean isAtRest(SimulatedTransport transport, boolean open, boolean tries) {
    return transport.openSessions() == (open ? 1 : 0)
        && transport.reconnectingSessions() == (tries ? 1 : 0)
        && transport
            .session(0)
            .filter(newest -> newest.isOpen() != open || newest.isReconnecting() != tries)
            .isEmpty();
  }

  private void sessions(Location location) {
    for (SimulatedTransport.Session session : transport.sessions()) {
      boolean current = session.index() == transport.opened() - 1;
      String name = RunChecker.session(session.index());
      resource(name, "open", current && location.transportOpen(), session.isOpen());
      resource(name, "reconnecting", current && location.reconnecting(), session.isReconnecting());
    }
  }

  private void resource(String name, String what, boolean should, boolean does) {
    if (should != does) {
      watch.violated(
          ViolationKind.RESOURCE,
          name + " " + what + ": " + watch.location() + " says " + should + ", it is " + does);
    }
  }
}
