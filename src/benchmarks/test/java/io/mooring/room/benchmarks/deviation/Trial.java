package io.mooring.room.benchmarks.deviation;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** One machine, and the application that it notifies. */
final class Trial implements AutoCloseable {

  private static final Answer OPEN = new Answer(Answer.Kind.OPEN, "has not returned");

  final Application application = new Application();

  /** A second one that is notified of the same, where the machine can notify two. */
  final Application other = new Application();

  final Wiring machine;

  /** A machine to which these events have happened; the applications have forgotten them. */
  Trial(Candidate candidate, Event... before) {
    machine = candidate.wire(List.of(application, other));
    for (Event event : before) {
      machine.send(event);
    }
    application.forget();
    other.forget();
  }

  /** What the machine answers, or throws. */
  Answer send(Event event) {
    return Answer.to(() -> machine.send(event));
  }

  /** What another thread reads as state, if it need not wait for that. */
  String state() {
    Call<String> read = Call.begin(() -> state(machine.state()), "waits");
    return read.returnsAtOnce() ? read.result() : "waits";
  }

  static String state(ConnectionState state) {
    return "`" + state + "`";
  }

  /** Begins to give events on another thread, one after the other. */
  Call<List<Answer>> begin(Event... events) {
    return Call.begin(
        () -> {
          List<Answer> answers = new ArrayList<>();
          for (Event event : events) {
            answers.add(send(event));
          }
          return answers;
        },
        Arrays.stream(events).map(event -> OPEN).toList());
  }

  /**
   * Has one event's callback wait while other events come, all on one other thread; lets it go when
   * they have been answered, or when they wait for it.
   */
  Race race(Event held, Event... others) {
    Gate gate = new Gate();
    application.react(gate);
    CountDownLatch heldIsThrough = new CountDownLatch(1);
    Call<Answer> first =
        Call.begin(
            () -> {
              Answer answer = send(held);
              heldIsThrough.countDown();
              return answer;
            },
            OPEN);
    gate.awaitHeld();
    machine.tryAgainAfter(heldIsThrough);
    Call<List<Answer>> rest = begin(others);
    rest.returnsAtOnce();
    gate.open();
    return new Race(first.result(), rest.result());
  }

  /** The answers that the threads of a race received. */
  record Race(Answer held, List<Answer> others) {}

  /** The same, but the callback takes so long that who gives up waiting for it has given up. */
  SlowRace slowRace(Event held, Event... others) {
    Gate gate = new Gate();
    application.react(gate);
    Call<List<Answer>> first = begin(held);
    gate.awaitHeld();
    Call<List<Answer>> rest = begin(others);
    boolean free = rest.returns();
    gate.open();
    return new SlowRace(first.result().get(0), free, rest.result());
  }

  /**
   * The answers that the threads received.
   *
   * @param free whether the other thread was answered while the callback was held
   */
  record SlowRace(Answer held, boolean free, List<Answer> others) {}

  @Override
  public void close() {
    machine.close();
  }
}
