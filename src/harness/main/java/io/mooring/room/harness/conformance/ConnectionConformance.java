package io.mooring.room.harness.conformance;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.mbt.conformance.Conformance;
import io.mooring.mbt.conformance.ConformanceSuite;
import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.run.Projection;
import io.mooring.mbt.run.SystemUnderTest;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.harness.model.Stimuli;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The conformance suite of the room connection. Extend it, return your connection, and JUnit checks
 * it against the specification:
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
 * <p>In addition to the tests of every {@link ConformanceSuite} it applies random event lists, and
 * ends and restores connections that can be restored.
 */
public abstract class ConnectionConformance extends ConformanceSuite<Event, ConnectionAnswer> {

  /** For subclasses. */
  protected ConnectionConformance() {}

  /** A new connection: not initialised, and in no room. */
  protected abstract ConnectionUnderTest connection();

  /**
   * Which events can be applied to the connection, and what can be observed of it; by default
   * {@link ConnectionScope#CALLBACKS}.
   */
  protected ConnectionScope scope() {
    return ConnectionScope.CALLBACKS;
  }

  /**
   * The checks of the suite, for connections that must conform to the generated table.
   *
   * @param scope which events are applied, and what is compared
   * @param connections returns a new connection at every call
   */
  public static Conformance<Event, ConnectionAnswer> of(
      ConnectionScope scope, Supplier<? extends ConnectionUnderTest> connections) {
    return Conformance.of(RoomMachine.JAVA, connections, scope).withEvents(scope.events());
  }

  @Override
  protected final JavaMachine<Event> machine() {
    return RoomMachine.JAVA;
  }

  @Override
  protected final SystemUnderTest<Event, ConnectionAnswer> system() {
    return connection();
  }

  @Override
  protected final Projection<ConnectionAnswer> projection() {
    return scope();
  }

  @Override
  protected final Collection<Event> events() {
    return scope().events();
  }

  /**
   * A death in each location, shorter and longer than any reconnect window, with and without a
   * transport that can resume the session, and every event after it. Skipped for a connection that
   * {@linkplain ConnectionUnderTest#dieAndReturn cannot be restored}.
   */
  @TestFactory
  Stream<DynamicNode> deathAndReturn() {
    RestoreChecks deaths = new RestoreChecks(conformance().contract(), this::connection);
    return Stream.of(Location.values())
        .filter(each -> conformance().contract().locations().contains(RoomMachine.number(each)))
        .map(
            location ->
                dynamicContainer(
                    location.toString(),
                    Stream.of(RestoreChecks.BRIEFLY, RestoreChecks.LONG)
                        .flatMap(
                            away ->
                                Stream.of(
                                    death(deaths, location, away, true),
                                    death(deaths, location, away, false)))));
  }

  private static DynamicTest death(
      RestoreChecks deaths, Location location, Duration away, boolean wayBack) {
    return dynamicTest(
        location
            + ", away for "
            + away.toSeconds()
            + " s, "
            + (wayBack ? "with a way back" : "without one"),
        () -> {
          if (deaths.check(location, away, wayBack) == RestoreChecks.Result.NOT_POSSIBLE) {
            Assumptions.abort("skipped: this connection cannot be restored");
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
}
