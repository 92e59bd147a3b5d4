package io.mooring.mbt.conformance;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Outputs;
import io.mooring.mbt.run.Projection;
import io.mooring.mbt.run.SystemUnderTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The conformance suite as JUnit tests, for answers of any type; {@link MachineConformance} is the
 * one to begin with.
 *
 * <p>A test that fails shows an event list from which no event can be removed, what the
 * specification says and where, a sequence diagram, and the source of a JUnit test that shows it
 * again.
 *
 * @param <E> the generated enum {@code Event}
 * @param <A> the answers
 */
public abstract class ConformanceSuite<E extends Enum<E>, A> {
  private @Nullable Conformance<E, A> conformance;

  /** For subclasses. */
  protected ConformanceSuite() {}

  /** The specification: {@code JavaMachine.of(Table.class, Event.class)} of generated Java. */
  protected abstract JavaMachine<E> machine();

  /** A new system, as the specification begins. */
  protected abstract SystemUnderTest<E, A> system();

  /** What is compared of an answer. */
  protected abstract Projection<A> projection();

  /** The events that the system is given; all if not changed. */
  protected Collection<E> events() {
    return machine().events();
  }

  /**
   * Up to which length every sequence of events is tried; each one more takes as many times as long
   * as there are events.
   */
  protected int sequenceLength() {
    return 4;
  }

  /**
   * How many hidden states the Wp-method's suite finds; each one more takes as many times as long
   * as there are events.
   */
  protected int extraStates() {
    return 1;
  }

  /** Every edge: what each event does in each location, and every event after it. */
  @TestFactory
  Stream<DynamicNode> everyEdge() {
    return edges(step -> true, 1);
  }

  /** Refused and ignored events change nothing. */
  @TestFactory
  Stream<DynamicNode> whatIsRefusedOrIgnoredChangesNothing() {
    return edges(step -> !step.outputs().outcome().equals(Outputs.TAKEN), 2);
  }

  /** Long event lists that together cover every edge of the machine's graph. */
  @TestFactory
  Stream<DynamicTest> tours() {
    List<List<E>> tours = Suites.tours(conformance().contract());
    return Stream.iterate(0, i -> i < tours.size(), i -> i + 1)
        .map(
            i ->
                dynamicTest(
                    String.format(
                        Locale.ROOT,
                        "tour %d of %d, %d events",
                        i + 1,
                        tours.size(),
                        tours.get(i).size()),
                    () -> require(Stream.of(tours.get(i)))));
  }

  /** Every sequence of events up to the {@linkplain #sequenceLength() length}. */
  @TestFactory
  Stream<DynamicTest> everySequence() {
    Contract<E, A> contract = conformance().contract();
    return contract.events().stream()
        .map(
            first ->
                dynamicTest(
                    contract.machine().events().get(machine().number(first)).text()
                        + " and all sequences of "
                        + (sequenceLength() - 1)
                        + " after it",
                    () ->
                        require(
                            Suites.everySequence(contract, sequenceLength() - 1)
                                .map(
                                    rest ->
                                        Stream.concat(Stream.of(first), rest.stream()).toList()))));
  }

  /** The Wp-method's suite, for {@link #extraStates()} hidden states. */
  @Test
  void wpMethod() {
    conformance().wpMethod(extraStates()).ifPresent(this::fail);
  }

  /** The system, learned as a black box, is the specification. */
  @Test
  void theLearnedModelIsTheSpecification() {
    LearnedModel.learn(conformance(), 0).counterexample().ifPresent(this::fail);
  }

  /**
   * What a new system answers to the last of some events, in words, as far as it is compared. The
   * tests that a failure prints call this.
   */
  @SafeVarargs
  public final String answer(E... events) {
    List<E> given = new ArrayList<>();
    for (E event : events) {
      given.add(event);
    }
    List<A> answers = conformance().answers(given);
    return projection().text(answers.get(answers.size() - 1));
  }

  /** The checks behind these tests. */
  protected final Conformance<E, A> conformance() {
    Conformance<E, A> known = conformance;
    if (known == null) {
      known = Conformance.of(machine(), this::system, projection()).withEvents(events());
      conformance = known;
    }
    return known;
  }

  /** Fails with all that is known of a counterexample. */
  protected final void fail(Counterexample<E, A> counterexample) {
    throw new AssertionError(
        counterexample.summary()
            + "\n\nPath:\n"
            + counterexample.path().indent(2)
            + "\nSequence diagram (Mermaid):\n"
            + counterexample.mermaid().indent(2)
            + "\nA test that shows it:\n"
            + new TestSource(counterexample, getClass()).source().indent(2));
  }

  /** Edges, with the event given so many times, and then every event. */
  private Stream<DynamicNode> edges(Predicate<MachineStep> which, int times) {
    Contract<E, A> contract = conformance().contract();
    return contract.locations().stream()
        .map(
            location ->
                dynamicContainer(
                    contract.machine().locations().get(location).name(),
                    contract.events().stream()
                        .filter(event -> which.test(contract.step(location, event)))
                        .map(event -> edge(location, event, times))));
  }

  private DynamicTest edge(int location, E event, int times) {
    Contract<E, A> contract = conformance().contract();
    MachineStep step = contract.step(location, event);
    Machine machine = contract.machine();
    List<E> list = new ArrayList<>(contract.path(location));
    list.addAll(Collections.nCopies(times, event));
    return dynamicTest(
        machine.rowText(machine.row(location, step.event()))
            + " "
            + machine.locations().get(step.to()),
        () -> require(Suites.followed(contract, list)));
  }

  private void require(Stream<List<E>> lists) {
    conformance().checkAll(lists).ifPresent(this::fail);
  }
}
