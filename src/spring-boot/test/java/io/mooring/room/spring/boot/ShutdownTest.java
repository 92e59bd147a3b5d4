package io.mooring.room.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CallFailure;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spring.RoomConnectionCustomizer;
import io.mooring.room.testkit.SimulatedTransport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/** An application that ends leaves its rooms, and is told so. */
final class ShutdownTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Lobby.Application.class);

  private static SimulatedTransport.Session joined(
      RoomConnection room, SimulatedTransport network) {
    room.joinChannel("hall", 7);
    SimulatedTransport.Session session = network.sessions().get(network.sessions().size() - 1);
    session.report(Event.JOINED);
    return session;
  }

  @Test
  void aContextThatClosesLeavesTheRoomAndPublishesThat() {
    runner.run(
        context -> {
          RoomConnection room = context.getBean(RoomConnection.class);
          SimulatedTransport.Session session =
              joined(room, context.getBean(SimulatedTransport.class));
          Lobby.Events events = context.getBean(Lobby.Events.class);
          context.close();

          assertThat(session.calls()).contains(Effect.ANNOUNCE_LEAVE);
          assertThat(session.isOpen()).isFalse();
          assertThat(room.getConnectionState()).isEqualTo(ConnectionState.UNKNOWN);
          assertThat(events.seen.get(events.seen.size() - 1).change().reason())
              .isEqualTo(ConnectionReason.LEAVE_CHANNEL);
        });
  }

  @Test
  void aContextThatIsStartedAgainHasItsConnectionAgain() {
    runner.run(
        context -> {
          RoomConnection room = context.getBean(RoomConnection.class);
          SimulatedTransport network = context.getBean(SimulatedTransport.class);
          SimulatedTransport.Session session = joined(room, network);
          context.stop();
          assertThat(session.isOpen()).isFalse();
          assertThat(room.getConnectionState()).isEqualTo(ConnectionState.UNKNOWN);

          context.start();
          assertThat(room.getConnectionState()).isEqualTo(ConnectionState.DISCONNECTED);
          joined(room, network);
          assertThat(room.getConnectionState()).isEqualTo(ConnectionState.CONNECTED);
        });
  }

  @Test
  void theEndOfTheApplicationWaitsForTheLeave() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    AtomicInteger ended = new AtomicInteger();
    RoomConnection one =
        RoomConnection.builder(new SimulatedTransport()).listenerExecutor(tasks::add).build();
    RoomConnection other = RoomConnection.builder(new SimulatedTransport()).build();
    runner
        .withBean("one", RoomConnection.class, () -> one)
        .withBean("other", RoomConnection.class, () -> other)
        .run(
            context -> {
              SmartLifecycle lifecycle = context.getBean(RoomConnectionLifecycle.class);
              one.joinChannel("hall", 7);
              other.joinChannel("hall", 7);
              lifecycle.stop(ended::incrementAndGet);
              assertThat(ended).hasValue(0);
              assertThat(other.getConnectionState()).isEqualTo(ConnectionState.UNKNOWN);
              while (!tasks.isEmpty()) {
                tasks.remove().run();
              }
              assertThat(ended).hasValue(1);
              assertThat(one.getConnectionState()).isEqualTo(ConnectionState.UNKNOWN);
            });
  }

  /** Refuses to work from the moment on in which the context begins to close. */
  private static final class ClosingExecutor
      implements Executor, ApplicationListener<ContextClosedEvent> {
    private boolean closed;

    @Override
    public void execute(Runnable task) {
      if (closed) {
        throw new RejectedExecutionException("closed");
      }
      task.run();
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
      closed = true;
    }
  }

  @Test
  void anExecutorMayEndBeforeTheRoomsAndThatIsNoFailure() {
    endsWithoutFailure(runner.withBean("closing", ClosingExecutor.class), "closing");
  }

  @Test
  void theExecutorOfSpringBootCanCallListeners() {
    endsWithoutFailure(runner, "applicationTaskExecutor");
  }

  private static void endsWithoutFailure(ApplicationContextRunner runner, String executor) {
    List<CallFailure> failures = new CopyOnWriteArrayList<>();
    runner
        .withBean(
            "failures",
            RoomConnectionCustomizer.class,
            () -> builder -> builder.onFailure(failures::add))
        .withPropertyValues("mooring.room.listener-executor=" + executor)
        .run(
            context -> {
              assertThat(context).hasBean(executor);
              RoomConnection room = context.getBean(RoomConnection.class);
              joined(room, context.getBean(SimulatedTransport.class));
              Lobby.Events events = context.getBean(Lobby.Events.class);
              context.close();

              assertThat(failures).isEmpty();
              assertThat(events.seen.get(events.seen.size() - 1).change().reason())
                  .isEqualTo(ConnectionReason.LEAVE_CHANNEL);
            });
  }

  @Test
  void anExecutorThatRefusesWhileTheApplicationRunsIsReported() {
    List<CallFailure> failures = new ArrayList<>();
    Executor refusing =
        task -> {
          throw new RejectedExecutionException("full");
        };
    runner
        .withBean("refusing", Executor.class, () -> refusing)
        .withBean(
            "failures",
            RoomConnectionCustomizer.class,
            () -> builder -> builder.onFailure(failures::add))
        .withPropertyValues("mooring.room.listener-executor=refusing")
        .run(
            context -> {
              context.getBean(RoomConnection.class).joinChannel("hall", 7);
              assertThat(failures).isNotEmpty();
              assertThat(context.getBean(Lobby.Events.class).seen).hasSize(1);
            });
  }
}
