package io.mooring.room.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The engine's errors for a machine that is not the specification's, and its thread. */
final class SpringEngineTest {

  private static final String INITIALIZE_IN_UNKNOWN =
      "The Spring state machine does not do what the specification demands of INITIALIZE in"
          + " UNKNOWN: ";

  @Test
  void aMachineBeginsWhereTheSpecificationDoes() {
    assertThat(new SpringEngine().location()).isEqualTo(Table.initial().to());
    assertThat(new SpringEngine()).hasToString("SpringEngine[" + Table.initial().to() + "]");
  }

  @Test
  void aStepKeepsWhatTheNextOneForgets() {
    SpringEngine engine = new SpringEngine();
    engine.step(Event.INITIALIZE);
    Step join = engine.step(Event.JOIN_CHANNEL);
    engine.step(Event.MEDIA_LOST);

    assertThat(join.effects()).containsExactly(Effect.OPEN_TRANSPORT, Effect.ARM_JOIN_TIMEOUT);
    assertThat(join.source()).isEqualTo(SpringEngine.SOURCE);
  }

  @Test
  void aJoinWithoutAnAnswerFailsAtItsTimeLimit() {
    VirtualTime time = VirtualTime.friendly();
    RoomConnection connection =
        RoomConnection.builder((request, facts) -> new QuietSession())
            .engine(SpringEngine::new)
            .scheduler(time)
            .joinTimeout(Duration.ofSeconds(20))
            .build();
    connection.initialize();
    connection.joinChannel("lobby", 7);

    time.advance(Duration.ofMillis(19_999));
    assertThat(connection.getConnectionState()).isEqualTo(ConnectionState.CONNECTING);
    time.advance(Duration.ofMillis(1));

    assertThat(connection.getConnectionState()).isEqualTo(ConnectionState.FAILED);
    assertThat(time.pending()).isZero();
  }

  @Test
  void aRowThatIsMissingIsNamed() {
    SpringEngine engine =
        new SpringEngine(
            actions -> Machines.without(actions, Location.DISCONNECTED, Event.JOIN_CHANNEL));
    engine.step(Event.INITIALIZE);

    assertThatThrownBy(() -> engine.step(Event.JOIN_CHANNEL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The Spring state machine does not do what the specification demands of JOIN_CHANNEL in"
                + " DISCONNECTED: it answered DENIED, as if it had no such transition"
                + " (effects [], told [], refused [], ignored 0 times)");
    assertThat(engine.location()).isEqualTo(Location.DISCONNECTED);
  }

  @Test
  void aRowThatIsMissingIsToldByTheCommandAndChangesNothing() {
    RoomConnection connection =
        RoomConnection.builder((request, facts) -> new QuietSession())
            .engine(
                () ->
                    new SpringEngine(
                        actions ->
                            Machines.without(actions, Location.DISCONNECTED, Event.JOIN_CHANNEL)))
            .build();
    connection.initialize();

    assertThatThrownBy(() -> connection.joinChannel("lobby", 7))
        .hasMessageContaining("JOIN_CHANNEL in DISCONNECTED: it answered DENIED");
    assertThat(connection.leaveChannel().code()).isEqualTo(ReturnCode.NOT_JOINED);
  }

  @Test
  void aRowThatLeadsElsewhereGivesAnotherStep() {
    SpringEngine engine =
        new SpringEngine(
            actions ->
                Machines.of(
                    transitions ->
                        transitions
                            .withExternal()
                            .source(Location.UNKNOWN)
                            .target(Location.FAILED)
                            .event(Event.INITIALIZE)));

    Step step = engine.step(Event.INITIALIZE);

    assertThat(step.to()).isEqualTo(Location.FAILED);
    assertThat(step.sameStateAs(Table.step(Location.UNKNOWN, Event.INITIALIZE))).isFalse();
  }

  @Test
  void actionsThatContradictEachOtherAreNamed() {
    SpringEngine refusingAndActing =
        new SpringEngine(
            actions ->
                Machines.of(
                    transitions ->
                        transitions
                            .withInternal()
                            .source(Location.UNKNOWN)
                            .event(Event.INITIALIZE)
                            .action(actions.refuse(ReturnCode.WRONG_STATE))
                            .action(actions.effect(Effect.OPEN_TRANSPORT))));
    SpringEngine ignoringAndMoving =
        new SpringEngine(
            actions ->
                Machines.of(
                    transitions ->
                        transitions
                            .withExternal()
                            .source(Location.UNKNOWN)
                            .target(Location.FAILED)
                            .event(Event.INITIALIZE)
                            .action(actions.ignore())));

    assertThatThrownBy(() -> refusingAndActing.step(Event.INITIALIZE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            INITIALIZE_IN_UNKNOWN
                + "its actions contradict each other (effects [OPEN_TRANSPORT], told [],"
                + " refused [WRONG_STATE], ignored 0 times)");
    assertThatThrownBy(() -> ignoringAndMoving.step(Event.INITIALIZE))
        .hasMessageStartingWith(INITIALIZE_IN_UNKNOWN + "its actions contradict each other");
  }

  @Test
  void anActionThatFailsIsNamed() {
    UnsupportedOperationException failure = new UnsupportedOperationException("an action");
    SpringEngine failing =
        new SpringEngine(
            actions ->
                Machines.of(
                    transitions ->
                        transitions
                            .withExternal()
                            .source(Location.UNKNOWN)
                            .target(Location.DISCONNECTED)
                            .event(Event.INITIALIZE)
                            .action(
                                context -> {
                                  throw failure;
                                })));

    assertThatThrownBy(() -> failing.step(Event.INITIALIZE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(INITIALIZE_IN_UNKNOWN);
  }

  @Test
  void aTransitionThatIsFollowedByAnotherIsNamed() {
    SpringEngine running =
        new SpringEngine(
            actions ->
                Machines.of(
                    transitions ->
                        transitions
                            .withExternal()
                            .source(Location.UNKNOWN)
                            .target(Location.DISCONNECTED)
                            .event(Event.INITIALIZE)
                            .and()
                            .withExternal()
                            .source(Location.DISCONNECTED)
                            .target(Location.FAILED)));

    assertThatThrownBy(() -> running.step(Event.INITIALIZE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(INITIALIZE_IN_UNKNOWN + "it took 2 transitions");
  }

  @Test
  void anEngineWorksOnReactorsOwnThreadsAndOnInterruptedOnes() {
    List<Object> seen =
        Mono.fromCallable(
                () -> {
                  Thread.currentThread().interrupt();
                  SpringEngine engine = new SpringEngine();
                  engine.step(Event.INITIALIZE);
                  return List.<Object>of(engine.location(), Thread.interrupted());
                })
            .subscribeOn(Schedulers.parallel())
            .block();

    assertThat(seen).containsExactly(Location.DISCONNECTED, true);
  }

  @Test
  void theSupplierIsABeanLikeAnyOther() {
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(SpringEngines.class)) {
      RoomConnection connection =
          RoomConnection.builder((request, facts) -> new QuietSession())
              .engine(context.getBean(SpringEngines.class))
              .build();

      assertThat(connection.initialize()).isEqualTo(ReturnCode.OK);
      assertThat(connection.joinChannel("lobby", 7).code()).isEqualTo(ReturnCode.OK);
      assertThat(connection.joinChannel("lobby", 7).code()).isEqualTo(ReturnCode.ALREADY_JOINING);
    }
  }
}
