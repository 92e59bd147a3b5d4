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

/** Checks connections that die and return against the specification {@code RoomLives}. */
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
    NOT_ASKED
  }

  /**
   * Ends a connection in a location and restores it, and then applies each event: every time to
   * another connection.
   *
   * @throws AssertionError if its answer is not what the specification says
   */
  Result check(Location location, Duration away, boolean wayBack) {
    List<Event> way = contract.path(RoomMachine.number(location));
    List<Step> coming = coming(location, away, wayBack);
    Location last = coming.isEmpty() ? location : coming.get(coming.size() - 1).to();
    for (Event next : contract.events()) {
      ConnectionUnderTest connection = connections.get();
      way.forEach(connection::apply);
      Optional<ConnectionAnswer> answer = connection.dieAndReturn(away, wayBack);
      if (answer.isEmpty()) {
        return Result.NOT_ASKED;
      }
      String what = what(way, away, wayBack);
      require(what + " and came back", told(coming, last), seen(answer.get()));
      ConnectionAnswer after = contract.answer(contract.step(RoomMachine.number(last), next));
      require(
          what + ", came back and got " + next.action(),
          seen(after),
          seen(contract.project(connection.apply(next))));
    }
    return Result.AS_SPECIFIED;
  }

  private List<Step> coming(Location location, Duration away, boolean wayBack) {
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

  private static ConnectionAnswer told(List<Step> steps, Location last) {
    List<Notification> told = new ArrayList<>();
    steps.forEach(step -> told.addAll(step.notifications()));
    return new ConnectionAnswer(last.state(), told);
  }

  /** The transport died with the process: effects on it cannot be seen. */
  private static ConnectionAnswer seen(ConnectionAnswer answer) {
    return answer.running(List.of());
  }

  private static String what(List<Event> way, Duration away, boolean wayBack) {
    return "A connection that had "
        + (way.isEmpty() ? "nothing" : String.join(", ", way.stream().map(Event::action).toList()))
        + " died for "
        + away.toSeconds()
        + " s "
        + (wayBack ? "with" : "without")
        + " a way back";
  }

  private static void require(String what, ConnectionAnswer expected, ConnectionAnswer found) {
    if (!found.equals(expected)) {
      throw new AssertionError(
          what + ": the specification says " + expected + ", it answered " + found);
    }
  }
}
