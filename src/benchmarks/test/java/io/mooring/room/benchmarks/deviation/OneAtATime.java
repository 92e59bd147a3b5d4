package io.mooring.room.benchmarks.deviation;

import static io.mooring.room.spec.Event.INITIALIZE;
import static io.mooring.room.spec.Event.JOINED;
import static io.mooring.room.spec.Event.JOIN_CHANNEL;
import static io.mooring.room.spec.Event.KICKED;
import static io.mooring.room.spec.Event.LEAVE_CHANNEL;
import static io.mooring.room.spec.Event.RECONNECT_WINDOW_USED_UP;
import static io.mooring.room.spec.Event.REJOINED;
import static io.mooring.room.spec.Event.RELEASE;
import static io.mooring.room.spec.Event.SIGNAL_LOST;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Scenarios in which a machine is given one event after the other, from outside. */
final class OneAtATime {

  private OneAtATime() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "The table",
            """
            Each machine is brought into each location, over a session that reconnects, and given each event there.\
             (A connection has no attempt and no window to answer for in four of the rows. There the ones of the session before come late.)\
            """,
            "[`transitions.md`](../transitions.md): the next state and what is" + " told.",
            "",
            OneAtATime::table),
        new Scenario(
            "A command that is refused",
            "`JOIN_CHANNEL` in `CONNECTED`, where the table refuses it.",
            "The caller learns that nothing happens, by a return code of the table.",
            """
            squirrel-foundation tells [listeners](https://github.com/hekailiang/squirrel) that a transition was declined, and `canAccept` can be asked before.\
            """,
            OneAtATime::refused),
        new Scenario(
            "A fact that is ignored",
            "`KICKED` in `DISCONNECTED`, where it comes too late to mean anything.",
            "The network that tells it is not bothered, and nobody is told.",
            "",
            OneAtATime::ignored),
        new Scenario(
            "A fact of an old session",
            """
            `JOIN_CHANNEL`, `LEAVE_CHANNEL`, `JOIN_CHANNEL`; then the answer to the first join arrives: `JOINED`.\
            """,
            "What is told in the name of a session that is over changes nothing.",
            """
            None of the libraries knows of sessions. An application would have to number them, carry the number with each event, and compare it under the lock under\
             which it lets the event happen.\
            """,
            OneAtATime::oldSession),
        new Scenario(
            "A timer of an old episode",
            """
            Lost, back, lost again; then the reconnect window of the first loss runs out, although it was cancelled: its task had been handed to a thread already.\
            """,
            "A window ends the episode that armed it, and no other.",
            "As above, with a number for each loss.",
            OneAtATime::oldTimer));
  }

  private static List<Finding> table(Candidate candidate) {
    int rows = Table.steps().size();
    int states = 0;
    int callbacks = 0;
    try (Trial trial = new Trial(candidate)) {
      for (Step step : Table.steps()) {
        trial.send(RELEASE);
        pathTo(step.from()).forEach(trial::send);
        trial.application.forget();
        trial.send(step.event());
        states += trial.machine.state() == step.to().state() ? 1 : 0;
        callbacks += trial.application.told().equals(step.notifications()) ? 1 : 0;
      }
    }
    return List.of(
        Finding.same("rows with the right next state", rows, states),
        Finding.same("rows with the right callbacks", rows, callbacks));
  }

  /** The shortest way to a location that leads through an episode of reconnecting. */
  private static List<Event> pathTo(Location location) {
    Map<Location, List<Event>> paths = new EnumMap<>(Location.class);
    List<Location> found = new ArrayList<>(List.of(Location.RECONNECTING));
    paths.put(Location.RECONNECTING, List.of(INITIALIZE, JOIN_CHANNEL, JOINED, SIGNAL_LOST));
    for (int i = 0; i < found.size(); i++) {
      Location from = found.get(i);
      for (Event event : Event.values()) {
        Step step = Table.step(from, event);
        if (step.outcome() == Outcome.TAKEN && !paths.containsKey(step.to())) {
          List<Event> path = new ArrayList<>(paths.getOrDefault(from, List.of()));
          path.add(event);
          paths.put(step.to(), path);
          found.add(step.to());
        }
      }
    }
    return paths.getOrDefault(location, List.of());
  }

  private static List<Finding> refused(Candidate candidate) {
    try (Trial trial = new Trial(candidate, INITIALIZE, JOIN_CHANNEL, JOINED)) {
      Answer answer = trial.send(JOIN_CHANNEL);
      return List.of(
          new Finding(
              "answer",
              "a refusal",
              answer.text(),
              answer.kind() == Answer.Kind.NO || answer.kind() == Answer.Kind.THROWN),
          Finding.same("state", Trial.state(ConnectionState.CONNECTED), trial.state()),
          told("none", trial));
    }
  }

  private static List<Finding> ignored(Candidate candidate) {
    try (Trial trial = new Trial(candidate, INITIALIZE, JOIN_CHANNEL, KICKED)) {
      Answer answer = trial.send(KICKED);
      return List.of(
          new Finding("answer", "no exception", answer.text(), answer.kind() != Answer.Kind.THROWN),
          Finding.same("state", Trial.state(ConnectionState.DISCONNECTED), trial.state()),
          told("none", trial));
    }
  }

  private static List<Finding> oldSession(Candidate candidate) {
    try (Trial trial =
        new Trial(candidate, INITIALIZE, JOIN_CHANNEL, LEAVE_CHANNEL, JOIN_CHANNEL)) {
      trial.machine.sendLate(JOINED);
      return List.of(
          Finding.same("state", Trial.state(ConnectionState.CONNECTING), trial.state()),
          told("none", trial));
    }
  }

  private static List<Finding> oldTimer(Candidate candidate) {
    try (Trial trial =
        new Trial(
            candidate, INITIALIZE, JOIN_CHANNEL, JOINED, SIGNAL_LOST, REJOINED, SIGNAL_LOST)) {
      trial.machine.sendLate(RECONNECT_WINDOW_USED_UP);
      return List.of(
          Finding.same("state", Trial.state(ConnectionState.RECONNECTING), trial.state()),
          told("none", trial));
    }
  }

  private static Finding told(String promised, Trial trial) {
    return Finding.same("callbacks", promised, Application.reasons(trial.application.told()));
  }
}
