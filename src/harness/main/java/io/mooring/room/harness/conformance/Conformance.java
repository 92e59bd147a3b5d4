package io.mooring.room.harness.conformance;

import io.mooring.mbt.run.Shrinker;
import io.mooring.room.harness.SpecGraph;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Holds connections against the specification: each event list is given to a fresh connection, and
 * every answer compared.
 *
 * <p>Immutable; may be used from many threads if the supplier may.
 */
public final class Conformance {
  private final Contract contract;
  private final Supplier<? extends ConnectionUnderTest> connections;

  private Conformance(Contract contract, Supplier<? extends ConnectionUnderTest> connections) {
    this.contract = contract;
    this.connections = connections;
  }

  /**
   * Connections that are to be what the generated table says.
   *
   * @param scope which events they are given, and what is looked at
   * @param connections gives one that was never used, at every call
   */
  public static Conformance of(Scope scope, Supplier<? extends ConnectionUnderTest> connections) {
    return of(SpecGraph.ofTable(), scope, connections);
  }

  /**
   * Connections that are to be what a graph says.
   *
   * @param graph the specification, as the table has it or as a model checker has explored it
   * @param scope which events they are given, and what is looked at
   * @param connections gives one that was never used, at every call
   */
  public static Conformance of(
      SpecGraph graph, Scope scope, Supplier<? extends ConnectionUnderTest> connections) {
    return new Conformance(new Contract(graph, scope), connections);
  }

  Contract contract() {
    return contract;
  }

  /** The first deviation on the way through an event list, if there is one. */
  public Optional<Deviation> check(List<Event> events) {
    ConnectionUnderTest connection = connections.get();
    List<Step> steps = contract.steps(events);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Answer answer;
      try {
        answer = connection.apply(events.get(i)).within(contract.scope());
      } catch (RuntimeException | AssertionError thrown) {
        return Optional.of(deviation(events, steps, answers, "throws " + thrown));
      }
      if (!answer.equals(contract.answer(steps.get(i)))) {
        return Optional.of(deviation(events, steps, answers, answer.toString()));
      }
      answers.add(answer);
    }
    return Optional.empty();
  }

  /** What each event does in each location, and every event after it. */
  public Optional<Deviation> everyEdge() {
    return checkAll(
        contract.locations().stream()
            .flatMap(location -> Suites.followed(contract.scope(), contract.way(location)))
            .flatMap(edge -> Suites.followed(contract.scope(), edge)));
  }

  /** Long walks that together take every edge after every other that leads to it. */
  public Optional<Deviation> tours() {
    return checkAll(Suites.tours(contract.scope()).stream());
  }

  /**
   * Every sequence of events.
   *
   * @param length how many events each has
   */
  public Optional<Deviation> everySequence(int length) {
    return checkAll(Suites.everySequence(contract.scope(), length));
  }

  /**
   * The Wp-method's suite: a connection in which it finds nothing is what the specification says,
   * or hides more states than were asked for.
   *
   * @param extraStates how many states more than the specification a connection may hide and is
   *     still seen through
   */
  public Optional<Deviation> wpMethod(int extraStates) {
    return checkAll(Suites.wpMethod(contract, extraStates));
  }

  /**
   * The first deviation in any of many event lists, made as small as it gets: no event can be left
   * out of it.
   */
  public Optional<Deviation> checkAll(Stream<List<Event>> lists) {
    return lists.flatMap(list -> check(list).stream()).findFirst().map(this::smallest);
  }

  /** A deviation of which no event can be left out. */
  public Deviation smallest(Deviation deviation) {
    List<Event> smallest =
        Shrinker.withoutNeedless(deviation.events(), list -> check(list).isPresent());
    return check(smallest).orElse(deviation);
  }

  /** What a connection answers, as far as the scope looks; for one that may not throw. */
  List<Answer> answers(List<Event> events) {
    ConnectionUnderTest connection = connections.get();
    return events.stream().map(event -> connection.apply(event).within(contract.scope())).toList();
  }

  private Deviation deviation(
      List<Event> events, List<Step> steps, List<Answer> answers, String found) {
    int count = answers.size() + 1;
    return new Deviation(
        events.subList(0, count), steps.subList(0, count), contract.scope(), answers, found);
  }
}
