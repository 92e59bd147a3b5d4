package io.mooring.room.benchmarks.deviation;

import static io.mooring.room.spec.Event.INITIALIZE;
import static io.mooring.room.spec.Event.JOINED;
import static io.mooring.room.spec.Event.JOIN_CHANNEL;
import static io.mooring.room.spec.Event.KICKED;
import static io.mooring.room.spec.Event.LEAVE_CHANNEL;
import static io.mooring.room.spec.Event.MEDIA_LOST;
import static io.mooring.room.spec.Event.REJOINED;
import static io.mooring.room.spec.Event.SIGNAL_LOST;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Table;
import java.util.ArrayList;
import java.util.List;

/** Scenarios in which several threads use a machine at once. */
final class SeveralThreads {

  private SeveralThreads() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "Two joins at once",
            """
            In `DISCONNECTED` two threads give `JOIN_CHANNEL`. The second comes while the first one's callback runs; that callback returns when the second has been\
             answered or waits.\
            """,
            "One join is accepted and told, the other is refused: what two threads do comes to the"
                + " same as one after the other.",
            """
            stateless4j does not speak of threads; the library that it is a port of [leaves them to its users](https://github.com/dotnet-state-machine/stateless/issues/282).\
             COLA's machine has no state [on purpose](https://blog.csdn.net/significantfrank/article/details/104996419): whoever keeps the state has to lock it.\
            """,
            SeveralThreads::twoJoins),
        new Scenario(
            "A leave and a success at once",
            """
            In `RECONNECTING` the user leaves. While that callback runs the network tells another thread `REJOINED`; then as above.\
            """,
            "The leave was first, so it wins: the user is out of the room and is not told"
                + " otherwise.",
            "",
            SeveralThreads::leaveAndRejoined),
        new Scenario(
            "A slow callback",
            """
            In `CONNECTED` the callback of `MEDIA_LOST` takes long. Meanwhile another thread gives `REJOINED` and `KICKED`; the callback returns when both have been\
             answered, or after thirty seconds.\
            """,
            """
            No event is lost, nobody who tells one waits for a callback, and callbacks come one at a time in the order of the changes: what was told last is the state.\
            """,
            """
            Spring Statemachine says with `DENIED` that an event was not taken, so a caller could give it again; that is also its answer to an event that the state does\
             not know.\
            """,
            SeveralThreads::slowCallback));
  }

  private static List<Finding> twoJoins(Candidate candidate) {
    try (Trial trial = new Trial(candidate, INITIALIZE)) {
      Trial.Race race = trial.race(JOIN_CHANNEL, JOIN_CHANNEL);
      Answer second = race.others().get(0);
      return List.of(
          Finding.accepted("first answer", race.held()),
          new Finding(
              "second answer",
              "not accepted",
              second.text(),
              second.kind() != Answer.Kind.YES && second.kind() != Answer.Kind.OPEN),
          told(trial, new Event[] {JOIN_CHANNEL}, Location.DISCONNECTED),
          Finding.same("state", Trial.state(ConnectionState.CONNECTING), trial.state()));
    }
  }

  private static List<Finding> leaveAndRejoined(Candidate candidate) {
    try (Trial trial = new Trial(candidate, INITIALIZE, JOIN_CHANNEL, JOINED, SIGNAL_LOST)) {
      Trial.Race race = trial.race(LEAVE_CHANNEL, REJOINED);
      return List.of(
          Finding.accepted("answer to the leave", race.held()),
          told(trial, new Event[] {LEAVE_CHANNEL, REJOINED}, Location.RECONNECTING),
          Finding.same("state", Trial.state(ConnectionState.DISCONNECTED), trial.state()));
    }
  }

  private static List<Finding> slowCallback(Candidate candidate) {
    try (Trial trial = new Trial(candidate, INITIALIZE, JOIN_CHANNEL, JOINED)) {
      Trial.SlowRace race = trial.slowRace(MEDIA_LOST, REJOINED, KICKED);
      String state = trial.state();
      return List.of(
          Finding.accepted("answers", race.others()),
          Finding.same(
              "the other thread", "does not wait", race.free() ? "does not wait" : "waits"),
          told(trial, new Event[] {MEDIA_LOST, REJOINED, KICKED}, Location.CONNECTED),
          Finding.same("callbacks at a time", 1, trial.application.mostAtATime()),
          Finding.same("state", Trial.state(ConnectionState.DISCONNECTED), state),
          Finding.same("told last", state, trial.application.shown()));
    }
  }

  /** The callbacks beside those that the table has for these events, one after the other. */
  private static Finding told(Trial trial, Event[] events, Location from) {
    List<Notification> promised = new ArrayList<>();
    Location location = from;
    for (Event event : events) {
      promised.addAll(Table.step(location, event).notifications());
      location = Table.step(location, event).to();
    }
    return Finding.same(
        "callbacks", Application.reasons(promised), Application.reasons(trial.application.told()));
  }
}
