package io.mooring.room.benchmarks.deviation;

import static io.mooring.room.spec.Event.INITIALIZE;
import static io.mooring.room.spec.Event.JOINED;
import static io.mooring.room.spec.Event.JOIN_CHANNEL;
import static io.mooring.room.spec.Event.KICKED;
import static io.mooring.room.spec.Event.LEAVE_CHANNEL;
import static io.mooring.room.spec.Event.MEDIA_LOST;
import static io.mooring.room.spec.Event.RECONNECT_WINDOW_USED_UP;
import static io.mooring.room.spec.Event.REJOINED;
import static io.mooring.room.spec.Event.SIGNAL_LOST;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Scenarios in which the application gives commands inside callbacks. */
final class Callbacks {

  private static final int CHAIN = 10_000;

  private Callbacks() {}

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario(
            "The state inside a callback",
            """
            A session that joins, reconnects, gives up and leaves; each callback reads the state, on its own thread and on another one.\
            """,
            "Inside a callback the state is the one that the callback tells, or a later one.",
            "",
            Callbacks::stateInside),
        new Scenario(
            "A command inside a callback",
            "In `CONNECTED` the user is kicked; the callback that tells so joins again.",
            """
            The command is decided at once, its answer is final, and the state is written; what it tells comes after the callback has returned.\
            """,
            """
            stateless4j takes the inner event within the outer one. The library that it is a port of [queues it](https://github.com/dotnet-state-machine/stateless/issues/556)\
             unless told otherwise; the port has no such mode.\
            """,
            Callbacks::commandInside),
        new Scenario(
            "A chain of commands",
            """
            Every callback gives the next command, `LEAVE_CHANNEL` after `JOIN_CHANNEL` and the other way round, 10,000 in all, on a stack of 512 KiB.\
            """,
            "A chain needs no more stack than its first callback.",
            "",
            Callbacks::chain),
        new Scenario(
            "A callback that throws",
            """
            In `DISCONNECTED`, `JOIN_CHANNEL`; the application's first callback throws an exception, its second one is sound. Then `JOINED`.\
            """,
            """
            What a listener throws is reported and goes no further: not to the caller, not to other listeners, not to the state.\
            """,
            """
            Spring Statemachine can be given an\
             [error action](https://docs.spring.io/spring-statemachine/docs/current/reference/index.html#statemachine-config-transition-actions-errorhandling); it is told of\
             the exception, and the transition is given up all the same. squirrel-foundation documents that a machine whose callback threw takes no more events, unless\
             [`afterTransitionCausedException`](https://github.com/hekailiang/squirrel) is overridden and sets its status back; then it does. COLA has one action a\
             transition, so it cannot be given a second callback.\
            """,
            Callbacks::failure));
  }

  private static List<Finding> stateInside(Candidate candidate) {
    Event[] session = {
      JOIN_CHANNEL,
      JOINED,
      SIGNAL_LOST,
      REJOINED,
      MEDIA_LOST,
      RECONNECT_WINDOW_USED_UP,
      LEAVE_CHANNEL
    };
    List<Boolean> own = new ArrayList<>();
    List<String> elsewhere = Collections.synchronizedList(new ArrayList<>());
    List<String> promised = new ArrayList<>();
    try (Trial trial = new Trial(candidate, INITIALIZE)) {
      trial.application.react(
          told -> {
            own.add(trial.machine.state() == told.state());
            promised.add(Trial.state(told.state()));
            elsewhere.add(trial.state());
          });
      for (Event event : session) {
        trial.send(event);
      }
    }
    long right = own.stream().filter(Boolean::booleanValue).count();
    return List.of(
        Finding.same("callbacks", session.length, own.size()),
        Finding.same("right on its own thread", session.length, right),
        Finding.same(
            "right on another thread",
            session.length,
            elsewhere.contains("waits") ? "waits" : matches(promised, elsewhere)));
  }

  private static int matches(List<String> promised, List<String> seen) {
    int matches = 0;
    for (int i = 0; i < promised.size(); i++) {
      matches += promised.get(i).equals(seen.get(i)) ? 1 : 0;
    }
    return matches;
  }

  private static List<Finding> commandInside(Candidate candidate) {
    try (Trial trial = new Trial(candidate, INITIALIZE, JOIN_CHANNEL, JOINED)) {
      List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
      List<String> states = Collections.synchronizedList(new ArrayList<>());
      trial.application.react(
          told -> {
            if (told.reason() == ConnectionReason.BE_KICKED) {
              answers.add(trial.send(JOIN_CHANNEL));
              states.add(Trial.state(trial.machine.state()));
            }
          });
      trial.begin(KICKED).result();
      Answer answer =
          answers.isEmpty() ? new Answer(Answer.Kind.OPEN, "has not returned") : answers.get(0);
      return List.of(
          Finding.accepted("answer", answer),
          Finding.same(
              "state right after it",
              Trial.state(ConnectionState.CONNECTING),
              states.isEmpty() ? "not reached" : states.get(0)),
          Finding.same("its callback", "after the first one", when(trial.application)),
          Finding.same("state in the end", Trial.state(ConnectionState.CONNECTING), trial.state()));
    }
  }

  private static String when(Application application) {
    if (application.told().size() < 2) {
      return "never";
    }
    return application.mostAtATime() > 1 ? "inside the first one" : "after the first one";
  }

  private static List<Finding> chain(Candidate candidate) {
    AtomicInteger left = new AtomicInteger(CHAIN - 1);
    try (Trial trial = new Trial(candidate, INITIALIZE)) {
      trial.application.react(
          told -> {
            if (left.getAndDecrement() > 0) {
              trial.machine.send(
                  told.reason() == ConnectionReason.JOIN_CHANNEL ? LEAVE_CHANNEL : JOIN_CHANNEL);
            }
          });
      Answer answer = trial.begin(JOIN_CHANNEL).result().get(0);
      int told = trial.application.told().size();
      boolean whole = told == CHAIN || told < 2;
      String stack = answer.kind() == Answer.Kind.THROWN ? "more than fit" : "unknown";
      return List.of(
          Finding.same("callbacks", count(CHAIN), whole ? count(told) : "breaks off"),
          Finding.same(
              "callbacks on the stack", 1, whole ? count(trial.application.mostAtATime()) : stack),
          Finding.accepted("answer to the first", answer));
    }
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static List<Finding> failure(Candidate candidate) {
    try (Trial trial = new Trial(candidate, INITIALIZE)) {
      trial.application.react(
          told -> {
            if (told.reason() == ConnectionReason.JOIN_CHANNEL) {
              throw new IllegalStateException("a callback that throws on purpose");
            }
          });
      Answer answer = trial.send(JOIN_CHANNEL);
      String state = trial.state();
      String other = Application.reasons(trial.other.told());
      Answer next = trial.send(JOINED);
      return List.of(
          Finding.accepted("answer", answer),
          Finding.same("state", Trial.state(ConnectionState.CONNECTING), state),
          candidate.tellsTwo()
              ? Finding.same("told to the second", "`" + ConnectionReason.JOIN_CHANNEL + "`", other)
              : new Finding("told to the second", "", "there is none", true),
          new Finding(
              "answer to `JOINED`", "no exception", next.text(), next.kind() != Answer.Kind.THROWN),
          Finding.same("state then", Trial.state(ConnectionState.CONNECTED), trial.state()));
    }
  }
}
