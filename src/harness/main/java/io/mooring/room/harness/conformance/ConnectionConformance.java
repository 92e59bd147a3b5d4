package io.mooring.room.harness.conformance;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.room.harness.SpecGraph;
import io.mooring.room.harness.Stimuli;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The conformance suite of the room connection. Extend it, give it your connection, and JUnit holds
 * that against the specification:
 *
 * <pre>{@code
 * class MyConnectionConformance extends ConnectionConformance {
 *   @Override
 *   protected ConnectionUnderTest connection() {
 *     return new MyAdapter(new MyConnection());
 *   }
 * }
 * }</pre>
 *
 * <p>A test that fails shows an event list of which nothing can be left out, what the specification
 * says and where, a sequence diagram, and the source of a JUnit test that shows it again.
 */
public abstract class ConnectionConformance {

  /** For those who extend it. */
  protected ConnectionConformance() {}

  /** A connection that was never used: not initialised, and in no room. */
  protected abstract ConnectionUnderTest connection();

  /** How much of the connection can be reached and seen; {@link Scope#CALLBACKS} if not changed. */
  protected Scope scope() {
    return Scope.CALLBACKS;
  }

  /** The specification; the generated table if not changed. */
  protected SpecGraph specification() {
    return SpecGraph.ofTable();
  }

  /** Up to which length every sequence of events is tried; each one more takes 17 times as long. */
  protected int sequenceLength() {
    return 4;
  }

  /**
   * How many states more than the specification the connection may hide and is still seen through;
   * each one more takes 17 times as long.
   */
  protected int extraStates() {
    return 1;
  }

  /** Every edge: what each event does in each location, and every event after it. */
  @TestFactory
  Stream<DynamicNode> everyEdge() {
    return edges(step -> true, 1);
  }

  /** A command that is refused and a fact that is ignored leave everything as it was. */
  @TestFactory
  Stream<DynamicNode> whatIsRefusedOrIgnoredChangesNothing() {
    return edges(step -> step.outcome() != Outcome.TAKEN, 2);
  }

  /** Long walks that together take every edge after every other that leads to it. */
  @TestFactory
  Stream<DynamicTest> tours() {
    List<List<Event>> tours = Suites.tours(scope());
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
    return scope().events().stream()
        .map(
            first ->
                dynamicTest(
                    first.action()
                        + " and all sequences of "
                        + (sequenceLength() - 1)
                        + " after it",
                    () ->
                        require(
                            Suites.everySequence(scope(), sequenceLength() - 1)
                                .map(
                                    rest ->
                                        Stream.concat(Stream.of(first), rest.stream()).toList()))));
  }

  /** The Wp-method's suite, for {@link #extraStates()} more states than the specification has. */
  @Test
  void wpMethod() {
    conformance().wpMethod(extraStates()).ifPresent(this::fail);
  }

  /** The connection, learned as a black box, is the specification. */
  @Test
  void theLearnedModelIsTheSpecification() {
    LearnedModel.learn(conformance(), 0).deviation().ifPresent(this::fail);
  }

  /**
   * A death in each location, briefly and for longer than any reconnect window, with a way back and
   * without, and every event after the return. Not asked, and reported as such, of a connection
   * that {@linkplain ConnectionUnderTest#dieAndReturn cannot be restored}.
   */
  @TestFactory
  Stream<DynamicNode> deathAndReturn() {
    Conformance conformance = conformance();
    Deaths deaths = new Deaths(conformance.contract(), this::connection);
    return conformance.contract().locations().stream()
        .map(
            location ->
                dynamicContainer(
                    location.toString(),
                    Stream.of(Deaths.BRIEFLY, Deaths.LONG)
                        .flatMap(
                            away ->
                                Stream.of(
                                    death(deaths, location, away, true),
                                    death(deaths, location, away, false)))));
  }

  private static DynamicTest death(
      Deaths deaths, Location location, Duration away, boolean wayBack) {
    return dynamicTest(
        location
            + ", away for "
            + away.toSeconds()
            + " s, "
            + (wayBack ? "with a way back" : "without one"),
        () -> {
          if (deaths.check(location, away, wayBack) == Deaths.Result.NOT_ASKED) {
            Assumptions.abort("not asked: this connection cannot be restored");
          }
        });
  }

  /** Random event lists, long ones among them. */
  @Property
  void everyEventListKeepsToTheSpecification(@ForAll("eventLists") List<Event> events) {
    conformance().check(events).ifPresent(this::fail);
  }

  @Provide
  Arbitrary<List<Event>> eventLists() {
    return Stimuli.events(scope().events(), 100);
  }

  private Conformance conformance() {
    return Conformance.of(specification(), scope(), this::connection);
  }

  /** Edges, with the event given so many times, and then every event. */
  private Stream<DynamicNode> edges(Predicate<Step> which, int times) {
    Conformance conformance = conformance();
    Contract contract = conformance.contract();
    return contract.locations().stream()
        .map(
            location ->
                dynamicContainer(
                    location.toString(),
                    contract.scope().events().stream()
                        .map(event -> contract.step(location, event))
                        .filter(which)
                        .map(step -> edge(conformance, step, times))));
  }

  private DynamicTest edge(Conformance conformance, Step step, int times) {
    List<Event> list = new ArrayList<>(conformance.contract().way(step.from()));
    list.addAll(Collections.nCopies(times, step.event()));
    return dynamicTest(
        step.from()
            + " --"
            + step.event().action()
            + "--> "
            + step.to()
            + (times == 1 ? "" : ", twice"),
        () -> conformance.checkAll(Suites.followed(scope(), list)).ifPresent(this::fail));
  }

  private void require(Stream<List<Event>> lists) {
    conformance().checkAll(lists).ifPresent(this::fail);
  }

  private void fail(Deviation deviation) {
    throw new AssertionError(report(deviation));
  }

  private String report(Deviation deviation) {
    return deviation.summary()
        + "\n\nPath:\n"
        + deviation.path().indent(2)
        + "\nSequence diagram (Mermaid):\n"
        + deviation.mermaid().indent(2)
        + "\nA test that shows it:\n"
        + new ReproducingTest(deviation, getClass()).source().indent(2);
  }
}
