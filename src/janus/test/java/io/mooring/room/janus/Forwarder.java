package io.mooring.room.janus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A piece of network between clients and a server, on loopback, that can be made to misbehave. */
final class Forwarder implements Closeable {
  private static final int BACKLOG = 500;

  private final ServerSocket entrance;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Object gate = new Object();
  private boolean stalled;
  private volatile boolean open = true;
  private volatile Duration delay = Duration.ZERO;

  Forwarder(int target) throws IOException {
    this.target = target;
    entrance = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + port());
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Cuts every connection, and lets none through until {@link #heal}. */
  void cut() {
    open = false;
    sockets.forEach(Forwarder::quietly);
    sockets.clear();
  }

  /** Cuts every connection; new ones come through. */
  void blink() {
    cut();
    heal();
  }

  /** Keeps every connection, and lets no byte through until {@link #heal}. */
  void stall() {
    synchronized (gate) {
      stalled = true;
    }
  }

  void delay(Duration each) {
    delay = each;
  }

  void heal() {
    synchronized (gate) {
      stalled = false;
      gate.notifyAll();
    }
    delay = Duration.ZERO;
    open = true;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (!open) {
          quietly(client);
          continue;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        start(() -> pump(client, server));
        start(() -> pump(server, client));
      } catch (IOException unreachable) {
        // The client sees it as a connection that is closed at once.
      }
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        Thread.sleep(delay.toMillis());
        synchronized (gate) {
          while (stalled) {
            gate.wait();
          }
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException | InterruptedException over) {
      // The other side is closed as well.
    }
    sockets.remove(from);
    sockets.remove(to);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(null, task, "forwarder", 1 << 16);
    thread.setDaemon(true);
    thread.start();
  }

  private static void quietly(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException closed) {
      // It is what was wanted.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    heal();
    cut();
  }
}
