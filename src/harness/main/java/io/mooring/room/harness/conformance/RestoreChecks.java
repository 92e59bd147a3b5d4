package io.mooring.room.harness.conformance;

import io.mooring.mbt.conformance.Contract;
import io.mooring.room.harness.model.RestoreEvents;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks connections that are ended and restored, against the specification {@code RoomLives}. */
final class RestoreChecks {

  /** Shorter than any reconnect window. */
  static final Duration BRIEFLY = Timing.WINDOW_AT_LEAST.dividedBy(3);

  /** Longer than any. */
  static final Duration LONG = Timing.GIVE_UP_AT_MOST;

  private final Contract<Event, ConnectionAnswer> contract;
  private final Supplier<? extends ConnectionUnderTest> connections;

  RestoreChecks(
      Contract<Event, ConnectionAnswer> contract,
      Supplier<? extends ConnectionUnderTest> connections) {
    this.contract = contract;
    this.connections = connections;
  }

  /** The result of a death. */
  enum Result {
    /** The connection did what it must. */
    AS_SPECIFIED,
    /** It cannot be restored. */
    NOT_POSSIBLE
  }

  /**
   * Ends a connection in a location, restores it, and applies an event; with a new connection for
   * each event.
   *
   * @throws AssertionError if an answer is not that of the specification
   */
  Result check(Location location, Duration away, boolean wayBack) {
    List<Event> path = contract.path(RoomMachine.number(location));
    List<Step> restoring = restoring(location, away, wayBack);
    Location last = restoring.isEmpty() ? location : restoring.get(restoring.size() - 1).to();
    for (Event next : contract.events()) {
      ConnectionUnderTest connection = connections.get();
      path.forEach(connection::apply);
      Optional<ConnectionAnswer> answer = connection.dieAndReturn(away, wayBack);
      if (answer.isEmpty()) {
        return Result.NOT_POSSIBLE;
      }
      String what = what(path, away, wayBack);
      require(what + " and was restored", expected(restoring, last), observable(answer.get()));
      ConnectionAnswer after = contract.answer(contract.step(RoomMachine.number(last), next));
      require(
          what + ", was restored and got " + next.action(),
          observable(after),
          observable(contract.project(connection.apply(next))));
    }
    return Result.AS_SPECIFIED;
  }

  private static List<Step> restoring(Location location, Duration away, boolean wayBack) {
    List<Step> steps = new ArrayList<>();
    Location at = location;
    boolean isOver = away.compareTo(Timing.WINDOW_AT_MOST) >= 0;
    for (Event event : RestoreEvents.of(location, isOver, wayBack)) {
      Step step = Table.step(at, event);
      steps.add(step);
      at = step.to();
    }
    return steps;
  }

  private static ConnectionAnswer expected(List<Step> steps, Location last) {
    List<Notification> notifications = new ArrayList<>();
    steps.forEach(step -> notifications.addAll(step.notifications()));
    return new ConnectionAnswer(last.state(), notifications);
  }

  /** The transport ended with the process: effects on it cannot be observed. */
  private static ConnectionAnswer observable(ConnectionAnswer answer) {
    return answer.running(List.of());
  }

  private static String what(List<Event> path, Duration away, boolean wayBack) {
    return "A connection that had "
        + (path.isEmpty()
            ? "nothing"
            : String.join(", ", path.stream().map(Event::action).toList()))
        + " died for "
        + away.toSeconds()
        + " s "
        + (wayBack ? "with" : "without")
        + " a way back";
  }

  private static void require(String what, ConnectionAnswer expected, ConnectionAnswer found) {
    if (!found.equals(expected)) {
      throw new AssertionError(what + ": expected " + expected + ", but the answer was " + found);
    }
  }
}
