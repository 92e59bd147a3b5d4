package io.mooring.room.harness.conformance;

import io.mooring.room.harness.Homecoming;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds connections that die and come back against the specification's {@code RoomLives}. */
final class Deaths {

  /** Shorter than any reconnect window. */
  static final Duration BRIEFLY = Timing.WINDOW_AT_LEAST.dividedBy(3);

  /** Longer than any. */
  static final Duration LONG = Timing.GIVE_UP_AT_MOST;

  private final Contract contract;
  private final Supplier<? extends ConnectionUnderTest> connections;

  Deaths(Contract contract, Supplier<? extends ConnectionUnderTest> connections) {
    this.contract = contract;
    this.connections = connections;
  }

  /** What came of a death. */
  enum Result {
    /** The connection did what it had to. */
    AS_SPECIFIED,
    /** It cannot be restored. */
    NOT_ASKED
  }

  /**
   * Has a connection die in a location and come back, and then gives it each event: every time
   * another connection.
   *
   * @throws AssertionError when it answers otherwise than the specification says
   */
  Result check(Location location, Duration away, boolean wayBack) {
    List<Event> way = contract.way(location);
    List<Step> coming = coming(location, away, wayBack);
    Location last = coming.isEmpty() ? location : coming.get(coming.size() - 1).to();
    for (Event next : contract.scope().events()) {
      ConnectionUnderTest connection = connections.get();
      way.forEach(connection::apply);
      Optional<Answer> answer = connection.dieAndReturn(away, wayBack);
      if (answer.isEmpty()) {
        return Result.NOT_ASKED;
      }
      String what = what(way, away, wayBack);
      require(what + " and came back", told(coming, last), seen(answer.get()));
      Answer after = contract.answer(contract.step(last, next));
      require(
          what + ", came back and got " + next.action(),
          seen(after),
          seen(connection.apply(next).within(contract.scope())));
    }
    return Result.AS_SPECIFIED;
  }

  private List<Step> coming(Location location, Duration away, boolean wayBack) {
    List<Step> steps = new ArrayList<>();
    Location at = location;
    boolean isOver = away.compareTo(Timing.WINDOW_AT_MOST) >= 0;
    for (Event event : Homecoming.decides(location, isOver, wayBack)) {
      Step step = contract.step(at, event);
      steps.add(step);
      at = step.to();
    }
    return steps;
  }

  private static Answer told(List<Step> steps, Location last) {
    List<Notification> told = new ArrayList<>();
    steps.forEach(step -> told.addAll(step.notifications()));
    return new Answer(last.state(), told);
  }

  /** Links died with the process: what is done to them is nobody's to see. */
  private static Answer seen(Answer answer) {
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

  private static void require(String what, Answer expected, Answer found) {
    if (!found.equals(expected)) {
      throw new AssertionError(
          what + ": the specification says " + expected + ", it answered " + found);
    }
  }
}
