package io.mooring.room.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.CompiledEngine;
import io.mooring.room.ConnectionChange;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomTransport;
import io.mooring.room.StepRecorder;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The connection as a bean: begun and released with its context, its changes told as events. */
final class RoomConnectionConfigurationTest {

  private final SimulatedTransport network = new SimulatedTransport();
  private final VirtualTime time = VirtualTime.friendly();
  private final List<ConnectionChangedEvent> events = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private RoomConnectionCustomizer last = builder -> {};

  private AnnotationConfigApplicationContext context() {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.register(RoomConnectionConfiguration.class);
    context.registerBean(RoomTransport.class, () -> network);
    context.registerBean(
        "base",
        RoomConnectionCustomizer.class,
        () ->
            builder -> builder.scheduler(time).onFailure(failure -> failures.add(failure.cause())));
    context.registerBean("last", RoomConnectionCustomizer.class, () -> last);
    context.addApplicationListener((ApplicationListener<ConnectionChangedEvent>) events::add);
    context.refresh();
    return context;
  }

  @Test
  void everyChangeIsAnEventOfTheApplication() {
    try (AnnotationConfigApplicationContext context = context()) {
      RoomConnection room = context.getBean(RoomConnection.class);
      assertThat(room.getConnectionState()).isEqualTo(ConnectionState.DISCONNECTED);
      room.joinChannel("lobby", 7);
      network.sessions().get(0).report(Event.JOINED);
      network.sessions().get(0).report(Event.SIGNAL_LOST);

      assertThat(events)
          .extracting(ConnectionChangedEvent::change)
          .extracting(ConnectionChange::to)
          .containsExactly(
              ConnectionState.CONNECTING, ConnectionState.CONNECTED, ConnectionState.RECONNECTING);
      assertThat(events)
          .allSatisfy(event -> assertThat(event.connection()).isSameAs(room))
          .allSatisfy(event -> assertThat(event.getSource()).isSameAs(room));
      assertThat(events.get(2))
          .hasToString(
              "ConnectionChangedEvent[CONNECTED -> RECONNECTING (SIGNAL_DISCONNECTED), change 3 of"
                  + " session 1]");
    }
  }

  @Test
  void aContextThatClosesLeavesTheRoomAndTellsNothingMore() {
    RoomConnection room;
    try (AnnotationConfigApplicationContext context = context()) {
      room = context.getBean(RoomConnection.class);
      room.joinChannel("lobby", 7);
      network.sessions().get(0).report(Event.JOINED);
      events.clear();
    }
    network.sessions().get(0).report(Event.KICKED);

    assertThat(room.getConnectionState()).isEqualTo(ConnectionState.UNKNOWN);
    assertThat(network.sessions().get(0).calls()).contains(Effect.ANNOUNCE_LEAVE);
    assertThat(network.sessions().get(0).isOpen()).isFalse();
    assertThat(time.pending()).isZero();
    assertThat(events).isEmpty();
  }

  @Test
  void theEngineIsSpringsUnlessACustomizerSaysOtherwise() {
    List<String> sources = new ArrayList<>();
    StepRecorder recorder = (nanoTime, session, step) -> sources.add(step.source());
    last = builder -> builder.recorder(recorder);
    context().close();
    assertThat(sources).hasSize(2).containsOnly(SpringEngine.SOURCE);

    sources.clear();
    last = builder -> builder.recorder(recorder).engine(CompiledEngine::new);
    context().close();
    assertThat(sources).hasSize(2).doesNotContain(SpringEngine.SOURCE);
  }

  @Test
  void whatAListenerOfTheEventThrowsIsReportedAndStopsNothing() {
    IllegalStateException failure = new IllegalStateException("a listener of the application");
    try (AnnotationConfigApplicationContext context = context()) {
      context.addApplicationListener(
          (ApplicationListener<ConnectionChangedEvent>)
              event -> {
                throw failure;
              });
      RoomConnection room = context.getBean(RoomConnection.class);
      room.joinChannel("lobby", 7);
      network.sessions().get(0).report(Event.JOINED);

      assertThat(room.getConnectionState()).isEqualTo(ConnectionState.CONNECTED);
      assertThat(failures).containsExactly(failure, failure);
    }
  }

  @Test
  void aContextWithoutATransportSaysSo() {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.register(RoomConnectionConfiguration.class);

      assertThatThrownBy(context::refresh)
          .hasRootCauseInstanceOf(NoSuchBeanDefinitionException.class)
          .hasMessageContaining(RoomTransport.class.getName());
    }
  }
}
