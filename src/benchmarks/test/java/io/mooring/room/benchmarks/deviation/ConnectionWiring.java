package io.mooring.room.benchmarks.deviation;

import io.mooring.room.Engine;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomScheduler;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.testkit.SimulatedTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A whole connection: commands are calls, facts come from its sessions, attempts and timers. */
final class ConnectionWiring implements Wiring {

  private final SimulatedTransport network = new SimulatedTransport();
  private final Windows windows = new Windows();
  private final RoomConnection connection;

  ConnectionWiring(Supplier<? extends Engine> engine, List<? extends Consumer<Notification>> told) {
    connection =
        RoomConnection.builder(network)
            .engine(engine)
            .scheduler(windows)
            .onFailure(failure -> {})
            .build();
    for (Consumer<Notification> each : told) {
      connection.addListener(change -> each.accept(new Notification(change.to(), change.reason())));
    }
  }

  @Override
  public Answer send(Event event) {
    return switch (event) {
      case INITIALIZE -> answer(connection.initialize());
      case JOIN_CHANNEL -> answer(connection.joinChannel("lobby", 7).code());
      case LEAVE_CHANNEL -> answer(connection.leaveChannel().code());
      case RELEASE -> answer(connection.release());
      case RECONNECT_WINDOW_USED_UP -> windows.runOut(windows.armed.size() - 1);
      default -> state(event, network.sessions().size() - 1);
    };
  }

  @Override
  public Answer sendLate(Event event) {
    return event == Event.RECONNECT_WINDOW_USED_UP
        ? windows.runOut(windows.armed.size() - 2)
        : state(event, network.sessions().size() - 2);
  }

  private static Answer answer(ReturnCode code) {
    return Answer.of(code == ReturnCode.OK ? Answer.Kind.YES : Answer.Kind.NO, code);
  }

  /** A success before the first attempt of a session comes from one of a session before. */
  private Answer state(Event fact, int session) {
    int from = session;
    while (fact == Event.REJOINED && network.sessions().get(from).attempts().isEmpty()) {
      from--;
    }
    network.sessions().get(from).report(fact);
    return Answer.NOTHING;
  }

  @Override
  public ConnectionState state() {
    return connection.getConnectionState();
  }

  /** A clock that stands still; reconnect windows expire on request, or never. */
  private static final class Windows implements RoomScheduler {

    final List<Runnable> armed = new CopyOnWriteArrayList<>();

    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
      if (delay.equals(RoomConnection.DEFAULT_RECONNECT_WINDOW)) {
        armed.add(task);
      }
      return () -> {};
    }

    Answer runOut(int window) {
      armed.get(window).run();
      return Answer.NOTHING;
    }
  }
}
