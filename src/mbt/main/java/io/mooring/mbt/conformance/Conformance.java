package io.mooring.mbt.conformance;

import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.run.Projection;
import io.mooring.mbt.run.Shrinker;
import io.mooring.mbt.run.SystemUnderTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Checks systems against a machine: each event list is given to a new system, and every answer is
 * compared.
 *
 * <p>A system that is {@link AutoCloseable} is closed after its list.
 *
 * <p>Immutable; may be used by several threads if the supplier may.
 *
 * @param <E> the events
 * @param <A> the answers
 */
public final class Conformance<E, A> {
  private final Contract<E, A> contract;
  private final Supplier<? extends SystemUnderTest<E, A>> systems;

  private Conformance(Contract<E, A> contract, Supplier<? extends SystemUnderTest<E, A>> systems) {
    this.contract = contract;
    this.systems = systems;
  }

  /**
   * Systems that must do what generated Java says. They are given all of its events.
   *
   * @param java the generated Java
   * @param systems returns a new system at every call
   * @param projection what is compared of an answer
   */
  public static <E extends Enum<E>, A> Conformance<E, A> of(
      JavaMachine<E> java,
      Supplier<? extends SystemUnderTest<E, A>> systems,
      Projection<A> projection) {
    return new Conformance<>(
        new Contract<>(java.machine(), java.events(), projection, java.events()), systems);
  }

  /**
   * Systems that must do what a machine says, wherever it was read from. They are given all of its
   * events.
   *
   * @param machine the machine
   * @param systems returns a new system at every call
   * @param projection what is compared of an answer
   * @throws IllegalArgumentException if the machine does not say what an event does in a location
   *     that can be reached
   */
  public static <A> Conformance<MachineEvent, A> of(
      Machine machine,
      Supplier<? extends SystemUnderTest<MachineEvent, A>> systems,
      Projection<A> projection) {
    return new Conformance<>(
        new Contract<>(machine, machine.events(), projection, machine.events()), systems);
  }

  /**
   * The same for systems that cannot be given all events.
   *
   * @param events the events that they are given
   * @throws IllegalArgumentException if there is none
   */
  public Conformance<E, A> withEvents(Collection<E> events) {
    return new Conformance<>(contract.withEvents(events), systems);
  }

  /** What the machine demands. */
  public Contract<E, A> contract() {
    return contract;
  }

  /** The first wrong answer on the way through an event list, if there is one. */
  public Optional<Counterexample<E, A>> check(List<E> events) {
    SystemUnderTest<E, A> system = systems.get();
    try {
      return check(system, events);
    } finally {
      SystemUnderTest.close(system);
    }
  }

  private Optional<Counterexample<E, A>> check(SystemUnderTest<E, A> system, List<E> events) {
    List<MachineStep> steps = contract.steps(events);
    List<A> answers = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      A answer;
      try {
        answer = contract.project(system.apply(events.get(i)));
      } catch (RuntimeException | AssertionError thrown) {
        return Optional.of(counterexample(events, steps, answers, "throws " + thrown));
      }
      if (!answer.equals(contract.answer(steps.get(i)))) {
        return Optional.of(
            counterexample(events, steps, answers, contract.projection().text(answer)));
      }
      answers.add(answer);
    }
    return Optional.empty();
  }

  /** What each event does in each location, and every event after it. */
  public Optional<Counterexample<E, A>> everyEdge() {
    return checkAll(Suites.everyEdge(contract));
  }

  /** Long lists that together cover every edge of the machine's graph. */
  public Optional<Counterexample<E, A>> tours() {
    return checkAll(Suites.tours(contract).stream());
  }

  /**
   * Every sequence of events.
   *
   * @param length how many events each has
   */
  public Optional<Counterexample<E, A>> everySequence(int length) {
    return checkAll(Suites.everySequence(contract, length));
  }

  /**
   * The Wp-method's suite: a system in which it finds nothing is equal to the machine, or hides
   * more states than the caller allowed for.
   *
   * @param extraStates how many states the system may have beyond those that {@linkplain
   *     Contract#states() can be told apart}; each one more takes as many times as long as there
   *     are events
   */
  public Optional<Counterexample<E, A>> wpMethod(int extraStates) {
    return checkAll(Suites.wpMethod(contract, extraStates));
  }

  /** The first counterexample in any of many event lists, shrunk. */
  public Optional<Counterexample<E, A>> checkAll(Stream<List<E>> lists) {
    return lists.flatMap(list -> check(list).stream()).findFirst().map(this::smallest);
  }

  /** A counterexample from which no event can be removed. */
  public Counterexample<E, A> smallest(Counterexample<E, A> counterexample) {
    List<E> smallest =
        Shrinker.withoutNeedless(counterexample.events(), list -> check(list).isPresent());
    return check(smallest).orElse(counterexample);
  }

  /** The compared part of the answers of a new system. */
  List<A> answers(List<E> events) {
    SystemUnderTest<E, A> system = systems.get();
    try {
      return events.stream().map(event -> contract.project(system.apply(event))).toList();
    } finally {
      SystemUnderTest.close(system);
    }
  }

  private Counterexample<E, A> counterexample(
      List<E> events, List<MachineStep> steps, List<A> answers, String found) {
    int count = answers.size() + 1;
    List<MachineStep> taken = steps.subList(0, count);
    return new Counterexample<>(
        contract.machine(),
        contract.projection(),
        events.subList(0, count),
        taken,
        answers,
        contract.answer(taken.get(count - 1)),
        found);
  }
}
