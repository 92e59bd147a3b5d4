package io.mooring.checker.distributed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Timer;
import java.util.function.Consumer;

/** Accepts the connections of workers, and receives what they send. */
final class WorkerAcceptor implements AutoCloseable {

  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final WorkerPoolOptions options;
  private final Identity identity;
  private final RemoteWorkers workers;
  private final Consumer<String> events;
  private final ServerSocket socket;
  private final Timer clock;
  private volatile boolean closed;

  WorkerAcceptor(
      WorkerPoolOptions options, Identity identity, RemoteWorkers workers, Consumer<String> events)
      throws IOException {
    this.options = options;
    this.identity = identity;
    this.workers = workers;
    this.events = events;
    socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(options.address());
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
    clock = MessageConnection.alive(this::alive);
    daemon(this::accept, "mooring-workers").start();
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private void alive() {
    workers.all().forEach(each -> each.trySend(MessageConnection.message("alive")));
  }

  private void accept() {
    while (!closed) {
      try {
        Socket accepted = socket.accept();
        daemon(() -> serve(accepted), "mooring-worker-messages").start();
      } catch (IOException failure) {
        if (socket.isClosed()) {
          return;
        }
      }
    }
  }

  private void serve(Socket accepted) {
    String host = accepted.getInetAddress().getHostAddress();
    try (MessageConnection connection = new MessageConnection(accepted)) {
      String name = workers.nextName(host);
      Handshake.Introduction introduction =
          Handshake.accept(connection, identity, options.secret(), name);
      RemoteWorker worker = new RemoteWorker(name, connection, introduction);
      if (closed) {
        return;
      }
      workers.add(worker);
      events.accept(name + " joined, for " + counted(introduction.atOnce()) + " at once");
      worker.listen();
      workers.remove(worker);
      if (!closed) {
        events.accept(name + " left");
      }
    } catch (Handshake.Refused refused) {
      events.accept("a worker at " + host + " was refused: " + refused.getMessage());
    } catch (IOException unfinished) {
      events.accept("a connection from " + host + " ended before it was one of a worker");
    }
  }

  private static String counted(int checks) {
    return checks == 1 ? "1 check" : checks + " checks";
  }

  /** Ends the run: workers are notified. */
  @Override
  public void close() {
    closed = true;
    clock.cancel();
    try {
      socket.close();
    } catch (IOException gone) {
      // No connection is accepted either way.
    }
    for (RemoteWorker each : workers.all()) {
      each.trySend(MessageConnection.message("bye"));
    }
    // A worker closes its end when it has read that; closed from here it might never read it.
    workers.awaitNone(FAREWELL);
    workers.all().forEach(each -> each.connection().close());
  }
}
