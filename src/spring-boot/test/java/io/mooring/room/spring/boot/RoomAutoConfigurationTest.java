package io.mooring.room.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ReconnectPolicy;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spring.ConnectionChangedEvent;
import io.mooring.room.spring.RoomConnectionCustomizer;
import io.mooring.room.spring.SpringEngine;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What properties and beans make of the connections of an application. */
final class RoomAutoConfigurationTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Lobby.Application.class);

  @Test
  void aTransportIsAllThatAnApplicationBrings() {
    runner.run(
        context -> {
          RoomConnection room = context.getBean(RoomConnection.class);
          assertThat(context.getBeanNamesForType(RoomConnection.class))
              .containsExactly("roomConnection");
          assertThat(room.getConnectionState()).isEqualTo(ConnectionState.DISCONNECTED);

          room.joinChannel("hall", 7);
          SimulatedTransport network = context.getBean(SimulatedTransport.class);
          network.sessions().get(0).report(Event.JOINED);

          assertThat(room.getConnectionState()).isEqualTo(ConnectionState.CONNECTED);
          assertThat(context.getBean(Lobby.Events.class).seen)
              .hasSize(2)
              .allSatisfy(event -> assertThat(event.connection()).isSameAs(room))
              .extracting(event -> event.change().to())
              .containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
        });
  }

  @Test
  void timersRunAsLongAsThePropertiesSay() {
    runner
        .withPropertyValues("mooring.room.reconnect-window=31s", "mooring.room.join-timeout=3s")
        .run(
            context -> {
              RoomConnection room = context.getBean(RoomConnection.class);
              VirtualTime time = context.getBean(VirtualTime.class);
              room.joinChannel("hall", 7);
              time.advance(Duration.ofMillis(2_999));
              assertThat(room.getConnectionState()).isEqualTo(ConnectionState.CONNECTING);
              time.advance(Duration.ofMillis(1));
              assertThat(room.getConnectionState()).isEqualTo(ConnectionState.FAILED);

              room.joinChannel("hall", 7);
              SimulatedTransport network = context.getBean(SimulatedTransport.class);
              network.sessions().get(1).report(Event.JOINED);
              network.sessions().get(1).report(Event.SIGNAL_LOST);
              time.advance(Duration.ofMillis(30_999));
              assertThat(room.getConnectionState()).isEqualTo(ConnectionState.RECONNECTING);
              time.advance(Duration.ofMillis(1));
              assertThat(room.getConnectionState()).isEqualTo(ConnectionState.FAILED);
            });
  }

  @Test
  void whatAConnectionHasOfItsOwnComesBeforeWhatAllHave() {
    runner
        .withPropertyValues(
            "mooring.room.join-timeout=3s",
            "mooring.room.step-log=2",
            "mooring.room.connections.lobby.join-timeout=5s",
            "mooring.room.connections.stage=")
        .withBean(Lobby.TwoRooms.class)
        .run(
            context -> {
              Lobby.TwoRooms rooms = context.getBean(Lobby.TwoRooms.class);
              assertThat(context.getBeansOfType(RoomConnection.class))
                  .containsOnlyKeys("lobby", "stage")
                  .containsEntry("lobby", rooms.lobby)
                  .containsEntry("stage", rooms.stage);

              rooms.lobby.joinChannel("lobby", 7);
              rooms.stage.joinChannel("stage", 7);
              VirtualTime time = context.getBean(VirtualTime.class);
              time.advance(Duration.ofSeconds(4));
              assertThat(rooms.lobby.getConnectionState()).isEqualTo(ConnectionState.CONNECTING);
              assertThat(rooms.stage.getConnectionState()).isEqualTo(ConnectionState.FAILED);
              time.advance(Duration.ofSeconds(1));
              assertThat(rooms.lobby.getConnectionState()).isEqualTo(ConnectionState.FAILED);
              rooms.lobby.leaveChannel();
              assertThat(rooms.lobby.stepLog().lines()).hasSize(2);
              assertThat(context.getBean(Lobby.Events.class).seen)
                  .extracting(ConnectionChangedEvent::connection)
                  .contains(rooms.lobby, rooms.stage);
            });
  }

  @Test
  void thePolicyOfTheAttemptsIsThatOfTheProperties() {
    List<ReconnectPolicy> policies = new ArrayList<>();
    ReconnectProperties reconnect = new ReconnectProperties();
    assertThat(reconnect.create()).isNull();
    reconnect.setServers(2);
    reconnect.setPolicy(ReconnectProperties.Policy.ROUNDS);
    assertThat(reconnect.create()).isEqualTo(ReconnectPolicy.rounds(2));
    runner
        .withPropertyValues(
            "mooring.room.reconnect.policy=exponential",
            "mooring.room.reconnect.first-pause=2s",
            "mooring.room.reconnect.factor=3",
            "mooring.room.reconnect.longest-pause=6s",
            "mooring.room.reconnect.jitter=0")
        .run(
            context -> {
              policies.add(context.getBean(RoomProperties.class).getReconnect().create());
              RoomConnection room = context.getBean(RoomConnection.class);
              VirtualTime time = context.getBean(VirtualTime.class);
              room.joinChannel("hall", 7);
              SimulatedTransport network = context.getBean(SimulatedTransport.class);
              network.sessions().get(0).report(Event.JOINED);
              network.sessions().get(0).report(Event.SIGNAL_LOST);
              assertThat(room.reconnectAttempts()).isEqualTo(1);
              // The attempt has its ten seconds, and the pause is two.
              time.advance(Duration.ofMillis(11_999));
              assertThat(room.reconnectAttempts()).isEqualTo(1);
              time.advance(Duration.ofMillis(1));
              assertThat(room.reconnectAttempts()).isEqualTo(2);
            });
    assertThat(policies)
        .containsExactly(
            ReconnectPolicy.exponential(Duration.ofSeconds(2), 3, Duration.ofSeconds(6), 0));
  }

  @Test
  void listenersAreCalledByTheExecutorOfTheProperties() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    AtomicBoolean held = new AtomicBoolean(true);
    Executor ui =
        task -> {
          if (held.get()) {
            tasks.add(task);
          } else {
            task.run();
          }
        };
    runner
        .withBean("ui", Executor.class, () -> ui)
        .withPropertyValues("mooring.room.listener-executor=ui")
        .run(
            context -> {
              context.getBean(RoomConnection.class).joinChannel("hall", 7);
              assertThat(context.getBean(Lobby.Events.class).seen).isEmpty();
              held.set(false);
              tasks.forEach(Runnable::run);
              assertThat(context.getBean(Lobby.Events.class).seen).hasSize(1);
            });
  }

  @Test
  void eachConnectionCanHaveATransportOfItsOwn() {
    new ApplicationContextRunner()
        .withUserConfiguration(Lobby.TwoTransports.class)
        .withPropertyValues(
            "mooring.room.transport=west",
            "mooring.room.connections.lobby.transport=east",
            "mooring.room.connections.stage.step-log=0")
        .run(
            context -> {
              context.getBean("lobby", RoomConnection.class).joinChannel("lobby", 7);
              context.getBean("stage", RoomConnection.class).joinChannel("stage", 7);
              assertThat(requests(context.getBean("east", SimulatedTransport.class)))
                  .containsExactly("lobby");
              assertThat(requests(context.getBean("west", SimulatedTransport.class)))
                  .containsExactly("stage");
            });
  }

  private static Set<String> requests(SimulatedTransport transport) {
    Set<String> names = new TreeSet<>();
    transport.sessions().forEach(each -> names.add(each.request().channelName()));
    return names;
  }

  @Test
  void aCustomizerSeesWhichConnectionItSetsUp() {
    List<String> names = new ArrayList<>();
    runner
        .withBean(
            "named",
            RoomConnectionCustomizer.class,
            () ->
                new RoomConnectionCustomizer() {
                  @Override
                  public void customize(RoomConnection.Builder builder) {
                    throw new AssertionError("the other one replaces this");
                  }

                  @Override
                  public void customize(String connection, RoomConnection.Builder builder) {
                    names.add(connection);
                  }
                })
        .withPropertyValues(
            "mooring.room.connections.lobby.step-log=1",
            "mooring.room.connections.stage.step-log=1")
        .run(context -> assertThat(names).containsExactlyInAnyOrder("lobby", "stage"));
  }

  @Test
  void aConnectionThatTheApplicationDeclaresIsTheOnlyOne() {
    runner
        .withBean(
            "mine",
            RoomConnection.class,
            () -> RoomConnection.builder(new SimulatedTransport()).build())
        .run(
            context -> {
              assertThat(context.getBeansOfType(RoomConnection.class)).containsOnlyKeys("mine");
              // It is initialised with the others, that is, with the context.
              assertThat(context.getBean(RoomConnection.class).getConnectionState())
                  .isEqualTo(ConnectionState.DISCONNECTED);
            });
  }

  @Test
  void withoutConnectionsNothingIsThere() {
    new ApplicationContextRunner()
        .withUserConfiguration(Lobby.Without.class)
        .withPropertyValues("mooring.room.enabled=false")
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(RoomConnection.class)
                    .doesNotHaveBean(RoomConnectionLifecycle.class)
                    .doesNotHaveBean(ConnectionMeters.class)
                    .doesNotHaveBean("roomHealthIndicator"));
  }

  @Test
  void theEngineIsTheGeneratedTableUnlessAPropertySaysOtherwise() {
    assertThat(sources()).isNotEmpty().doesNotContain(SpringEngine.SOURCE);
    assertThat(sources("mooring.room.engine=generated"))
        .isNotEmpty()
        .doesNotContain(SpringEngine.SOURCE);
    assertThat(sources("mooring.room.engine=spring-statemachine"))
        .containsExactly(SpringEngine.SOURCE);
  }

  private Set<String> sources(String... properties) {
    Set<String> sources = new TreeSet<>();
    runner
        .withBean(
            "recorder",
            RoomConnectionCustomizer.class,
            () -> builder -> builder.recorder((time, session, step) -> sources.add(step.source())))
        .withPropertyValues(properties)
        .run(context -> assertThat(context).hasNotFailed());
    return sources;
  }

  @Test
  void aConnectionOnSpringStatemachineComesBackLikeAnyOther() {
    runner
        .withPropertyValues("mooring.room.engine=spring-statemachine")
        .run(
            context -> {
              RoomConnection room = context.getBean(RoomConnection.class);
              room.joinChannel("hall", 7);
              SimulatedTransport network = context.getBean(SimulatedTransport.class);
              network.sessions().get(0).report(Event.JOINED);
              network.sessions().get(0).report(Event.SIGNAL_LOST);
              network.sessions().get(0).report(Event.REJOINED);
              room.leaveChannel();
              assertThat(context.getBean(Lobby.Events.class).seen)
                  .extracting(event -> event.change().reason())
                  .containsExactly(
                      ConnectionReason.JOIN_CHANNEL,
                      ConnectionReason.JOIN_SUCCEED,
                      ConnectionReason.SIGNAL_DISCONNECTED,
                      ConnectionReason.REJOIN_SUCCEED,
                      ConnectionReason.LEAVE_CHANNEL);
            });
  }
}
