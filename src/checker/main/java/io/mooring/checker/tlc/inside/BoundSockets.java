package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.SharedCheck.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMISocketFactory;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sockets of remote invocation in this process: they are bound to one address, where Java would
 * bind to all, and accept connections from known hosts alone.
 */
final class BoundSockets extends RMISocketFactory {

  private static final int WAITING = 50;

  private final InetAddress bind;
  private final Set<InetAddress> allowed;
  private final Map<Integer, ServerSocket> reserved = new ConcurrentHashMap<>();

  BoundSockets(Place place) {
    this.bind = place.bind();
    this.allowed = new HashSet<>(place.allowed());
  }

  /** A free port, which is taken from now on, and used when a server is to listen on it. */
  int reserve() throws IOException {
    ServerSocket socket = bound(0);
    reserved.put(socket.getLocalPort(), socket);
    return socket.getLocalPort();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return new Socket(host, port);
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    ServerSocket known = reserved.remove(port);
    return known == null ? bound(port) : known;
  }

  private ServerSocket bound(int port) throws IOException {
    return new ServerSocket(port, WAITING, bind) {
      @Override
      public Socket accept() throws IOException {
        while (true) {
          Socket socket = super.accept();
          if (allowed.contains(socket.getInetAddress())) {
            return socket;
          }
          socket.close();
        }
      }
    };
  }
}
