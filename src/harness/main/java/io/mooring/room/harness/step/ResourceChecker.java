package io.mooring.room.harness.step;

import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.SimulatedTransport;

/** Checks that sessions and timers at rest are as the location says. */
final class ResourceChecker {
  private static final Timer[] TIMERS = Timer.values();

  private final RunChecker checker;
  private final SimulatedTransport transport;
  private final ArmedTimers armed;
  private final AttemptChecker attempts;

  ResourceChecker(
      RunChecker checker,
      SimulatedTransport transport,
      ArmedTimers armed,
      AttemptChecker attempts) {
    this.checker = checker;
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
        checker.violated(
            ViolationKind.RESOURCE,
            ArmedTimers.name(timer) + " is armed " + waiting + " times at the same time");
      }
    }
  }

  /**
   * Whether all sessions but the newest are closed, and that one is as expected.
   *
   * @param open whether the newest session should be open
   * @param reconnecting whether it should be reconnecting
   */
  static boolean isAtRest(SimulatedTransport transport, boolean open, boolean reconnecting) {
    return transport.openSessions() == (open ? 1 : 0)
        && transport.reconnectingSessions() == (reconnecting ? 1 : 0)
        && transport
            .session(0)
            .filter(newest -> newest.isOpen() != open || newest.isReconnecting() != reconnecting)
            .isEmpty();
  }

  private void sessions(Location location) {
    for (SimulatedTransport.Session session : transport.sessions()) {
      boolean current = session.index() == transport.opened() - 1;
      String name = SessionNames.of(session.index());
      resource(name, "open", current && location.transportOpen(), session.isOpen());
      resource(name, "reconnecting", current && location.reconnecting(), session.isReconnecting());
    }
  }

  private void resource(String name, String what, boolean should, boolean does) {
    if (should != does) {
      checker.violated(
          ViolationKind.RESOURCE,
          name + " " + what + ": " + checker.location() + " says " + should + ", it is " + does);
    }
  }
}
