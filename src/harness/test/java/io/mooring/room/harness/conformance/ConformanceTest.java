package io.mooring.room.harness.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.conformance.Conformance;
import io.mooring.mbt.conformance.Counterexample;
import io.mooring.mbt.conformance.LearnedModel;
import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.harness.Steps;
import io.mooring.room.harness.TamperedEngine;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Connections that do not conform to the specification, and which checks find it. */
class ConformanceTest {

  @Test
  void everyRowThatLeadsElsewhereIsFoundByTheWpMethodAndByLearning() {
    for (Step row : Table.steps()) {
      for (Location other : EnumSet.complementOf(EnumSet.of(row.to()))) {
        Conformance<Event, ConnectionAnswer> faulty =
            of(TamperedEngine.changed(row.from(), row.event(), step -> to(step, other)));

        assertThat(faulty.wpMethod(0)).isPresent();
        assertThat(LearnedModel.learn(faulty, 0).counterexample()).isPresent();
      }
    }
  }

  @Test
  void everyOutputThatIsLostIsFoundAtItsEdge() {
    for (Step row : Table.steps()) {
      if (!row.notifications().isEmpty() || !row.effects().isEmpty()) {
        Conformance<Event, ConnectionAnswer> faulty =
            of(TamperedEngine.changed(row.from(), row.event(), ConformanceTest::silent));

        assertThat(faulty.everyEdge()).isPresent();
      }
    }
  }

  @Test
  void noEventCanBeRemovedFromACounterexample() {
    Conformance<Event, ConnectionAnswer> faulty =
        of(
            TamperedEngine.changed(
                Location.RECONNECTING, Event.KICKED, step -> to(step, Location.CONNECTED)));

    Counterexample<Event, ConnectionAnswer> found = faulty.tours().orElseThrow();

    assertThat(found.events())
        .hasSize(5)
        .startsWith(Event.INITIALIZE, Event.JOIN_CHANNEL, Event.JOINED)
        .endsWith(Event.KICKED);
    assertThat(found.summary())
        .contains("after Initialize, JoinChannel, Joined, ")
        .contains("expected  DISCONNECTED [notifies (DISCONNECTED, BE_KICKED); runs ")
        .contains("(RoomConnection.tla:")
        .contains("found     CONNECTED [");
    assertThat(found.path().lines()).hasSize(5);
    assertThat(found.mermaid())
        .startsWith("sequenceDiagram")
        .contains("World->>System: Kicked")
        .contains("Note over User,World: expected DISCONNECTED");
  }

  @Test
  void whatIsThrownIsACounterexample() {
    Conformance<Event, ConnectionAnswer> faulty =
        of(TamperedEngine.dropped(Location.CONNECTING, Event.KICKED));

    Optional<Counterexample<Event, ConnectionAnswer>> found =
        faulty.check(List.of(Event.INITIALIZE, Event.JOIN_CHANNEL, Event.KICKED));

    assertThat(found.orElseThrow().found())
        .isEqualTo("throws java.lang.IllegalStateException: no row for Kicked in CONNECTING");
  }

  @Test
  void aStateThatIsHiddenFromShorterListsIsFoundWithOneExtraState() {
    Conformance<Event, ConnectionAnswer> faulty =
        ConnectionConformance.of(ConnectionScope.CALLBACKS, IsMovedOnce::new);

    assertThat(faulty.everySequence(4)).isEmpty();
    assertThat(faulty.wpMethod(0)).isEmpty();
    assertThat(LearnedModel.learn(faulty, 0).counterexample()).isEmpty();

    assertThat(faulty.wpMethod(1)).isPresent();
    assertThat(LearnedModel.learn(faulty, 1).counterexample().orElseThrow().events())
        .hasSize(6)
        .endsWith(Event.REJOINED, Event.RE_DISPATCHED);
  }

  @Test
  void whatAScopeDoesNotLookAtIsNotFound() {
    Supplier<Engine> leaky =
        TamperedEngine.changed(
            Location.CONNECTED,
            Event.LEAVE_CHANNEL,
            step -> Steps.without(step, Effect.CLOSE_TRANSPORT));

    assertThat(LearnedModel.learn(of(leaky), 0).equalsSpecification()).isFalse();
    assertThat(LearnedModel.learn(of(ConnectionScope.CALLBACKS, leaky), 0).equalsSpecification())
        .isTrue();
  }

  @Test
  void aLearnedModelHasAsManyStatesAsCanBeSeen() {
    Supplier<Engine> sound = CompiledEngine::new;

    assertThat(LearnedModel.learn(of(sound), 0).states()).isEqualTo(Location.values().length);
    assertThat(LearnedModel.learn(of(ConnectionScope.CALLBACKS, sound), 0).states())
        .as("without return codes nobody sees whether a disconnected client has left")
        .isEqualTo(Location.values().length - 1);
  }

  @Test
  void aSmallerScopeIsTestedWithItsEventsAlone() {
    ConnectionScope noProxy =
        ConnectionScope.CALLBACKS.without(Event.PROXY_CONNECTING, Event.RE_DISPATCHED);
    List<Event> given = new ArrayList<>();
    Conformance<Event, ConnectionAnswer> conformance =
        ConnectionConformance.of(
            noProxy,
            () -> {
              ConnectionUnderTest engine = new EngineUnderTest(new CompiledEngine());
              return event -> {
                given.add(event);
                return engine.apply(event);
              };
            });

    assertThat(conformance.everyEdge()).isEmpty();
    assertThat(conformance.tours()).isEmpty();
    assertThat(conformance.everySequence(2)).isEmpty();
    assertThat(conformance.wpMethod(0)).isEmpty();
    assertThat(LearnedModel.learn(conformance, 0).equalsSpecification()).isTrue();

    assertThat(EnumSet.copyOf(given)).isEqualTo(noProxy.events());
    assertThat(conformance.contract().locations())
        .doesNotContain(RoomMachine.number(Location.CONNECTING_PROXIED));
  }

  @Test
  void aScopeWithoutEventsIsRefused() {
    assertThatThrownBy(() -> ConnectionScope.CALLBACKS.without(Event.values()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a scope needs at least one event");
  }

  private static Conformance<Event, ConnectionAnswer> of(Supplier<Engine> engines) {
    return of(ConnectionScope.EVERYTHING, engines);
  }

  private static Conformance<Event, ConnectionAnswer> of(
      ConnectionScope scope, Supplier<Engine> engines) {
    return ConnectionConformance.of(scope, () -> new EngineUnderTest(engines.get()));
  }

  private static Step to(Step step, Location other) {
    return new Step(
        step.from(),
        step.event(),
        step.outcome(),
        other,
        step.code(),
        step.notifications(),
        step.effects(),
        step.source());
  }

  private static Step silent(Step step) {
    return Steps.outputs(step, List.of(), List.of());
  }

  /** Is not moved to another server once it has been back: it has a state more than it should. */
  private static final class IsMovedOnce implements ConnectionUnderTest {
    private final CompiledEngine engine = new CompiledEngine();
    private boolean back;

    @Override
    public ConnectionAnswer apply(Event event) {
      if (back && event == Event.RE_DISPATCHED) {
        return new ConnectionAnswer(engine.location().state(), List.of());
      }
      back =
          engine.location() == Location.RECONNECTING
              ? event == Event.REJOINED
              : back && engine.location() == Location.CONNECTED;
      return ConnectionAnswer.of(engine.step(event));
    }
  }
}
