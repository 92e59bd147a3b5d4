package io.mooring.checker.distributed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Timer;
import java.util.function.Consumer;

/** Where workers come in: accepts connections, and receives what workers send. */
final class Door implements AutoCloseable {

  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final CrewOptions options;
  private final Identity identity;
  private final Members members;
  private final Consumer<String> events;
  private final ServerSocket socket;
  private final Timer clock;
  private volatile boolean closed;

  Door(CrewOptions options, Identity identity, Members members, Consumer<String> events)
      throws IOException {
    this.options = options;
    this.identity = identity;
    this.members = members;
    this.events = events;
    socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(options.address());
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
    clock = Link.alive(this::alive);
    daemon(this::accept, "mooring-crew").start();
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
    members.all().forEach(each -> each.trySend(Link.message("alive")));
  }

  private void accept() {
    while (!closed) {
      try {
        Socket connection = socket.accept();
        daemon(() -> serve(connection), "mooring-crew-member").start();
      } catch (IOException failure) {
        if (socket.isClosed()) {
          return;
        }
      }
    }
  }

  private void serve(Socket connection) {
    String host = connection.getInetAddress().getHostAddress();
    try (Link link = new Link(connection)) {
      String name = members.nextName(host);
      Handshake.Introduction worker = Handshake.accept(link, identity, options.secret(), name);
      Member member = new Member(name, link, worker);
      if (closed) {
        return;
      }
      members.add(member);
      events.accept(name + " joined, for " + counted(worker.atOnce()) + " at once");
      member.listen();
      members.remove(member);
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

  /** Ends the run: workers are sent home. */
  @Override
  public void close() {
    closed = true;
    clock.cancel();
    try {
      socket.close();
    } catch (IOException gone) {
      // No connection is accepted either way.
    }
    for (Member each : members.all()) {
      each.trySend(Link.message("bye"));
    }
    // A worker closes its end when it has read that; closed from here it might never read it.
    members.awaitNone(FAREWELL);
    members.all().forEach(each -> each.link().close());
  }
}
