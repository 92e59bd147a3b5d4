package io.mooring.room.spring.boot;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionState;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;

/**
 * Leaves the rooms when the application ends, and waits until that was carried out; at most as long
 * as {@code spring.lifecycle.timeout-per-shutdown-phase}.
 *
 * <p>Connections are initialised when they are made. One that was stopped here is initialised again
 * when the context is started again; its room has to be joined again.
 */
final class RoomConnectionLifecycle implements SmartLifecycle {

  /** Below those of web servers: the last request has its answer before its room is left. */
  private static final int PHASE = DEFAULT_PHASE - 3072;

  private final RoomConnections connections;
  private volatile Collection<RoomConnection> running = List.of();
  private volatile boolean started;

  RoomConnectionLifecycle(RoomConnections connections) {
    this.connections = connections;
  }

  @Override
  public void start() {
    running = connections.byName().values();
    for (RoomConnection connection : running) {
      if (connection.getConnectionState() == ConnectionState.UNKNOWN) {
        connection.initialize();
      }
    }
    started = true;
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public void stop(Runnable callback) {
    started = false;
    // Its own share, so that what is left at once does not end the wait for the others.
    AtomicInteger pending = new AtomicInteger(running.size() + 1);
    Runnable left =
        () -> {
          if (pending.decrementAndGet() == 0) {
            callback.run();
          }
        };
    for (RoomConnection connection : running) {
      connection
          .leaveChannel()
          .outcome()
          .thenRun(
              () -> {
                connection.release();
                left.run();
              });
    }
    left.run();
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
