package io.mooring.room.janus;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the messages of a socket, within the limits, and passes them to the thread that owns
 * the sessions. The next message is read when the previous one was handled, so that a server cannot
 * fill the memory.
 *
 * <p>The socket calls it one call at a time, on threads of the HTTP client.
 */
final class SocketListener implements WebSocket.Listener {

  /** Receives what the socket receives, on the thread that owns the sessions. */
  interface Owner {
    void opened(WebSocket socket);

    void received(String text);

    /** A message could not be read and was dropped. */
    void dropped(JanusFault.Kind kind, String text);

    /** The server or the network closed the socket. */
    void closed(String why);
  }

  private final TransportThreads threads;
  private final int largest;
  private final Owner owner;
  private final StringBuilder parts = new StringBuilder();
  private boolean tooLarge;

  /**
   * A listener.
   *
   * @param largest the maximum length of a message, in characters
   */
  SocketListener(TransportThreads threads, int largest, Owner owner) {
    this.threads = threads;
    this.largest = largest;
    this.owner = owner;
  }

  @Override
  public void onOpen(WebSocket socket) {
    threads.run(() -> owner.opened(socket));
    socket.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    if (parts.length() + data.length() > largest) {
      tooLarge = true;
      parts.setLength(0);
    }
    if (!tooLarge) {
      parts.append(data);
    }
    if (!last) {
      socket.request(1);
    } else if (tooLarge) {
      tooLarge = false;
      String text = "a message of more than " + largest + " characters";
      handOver(socket, () -> owner.dropped(JanusFault.Kind.BEYOND_LIMITS, text));
    } else {
      String text = parts.toString();
      parts.setLength(0);
      handOver(socket, () -> owner.received(text));
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    if (last) {
      handOver(socket, () -> owner.dropped(JanusFault.Kind.GARBAGE, "a binary message"));
    } else {
      socket.request(1);
    }
    return null;
  }

  private void handOver(WebSocket socket, Runnable message) {
    threads.run(
        () -> {
          try {
            message.run();
          } finally {
            socket.request(1);
          }
        });
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    threads.run(() -> owner.closed("closed by the server with " + status));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    threads.run(() -> owner.closed("cut: " + Link.name(error)));
  }
}
