package io.mooring.room.janus;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a socket hears: its parts put together, within the limits, and handed over to the thread
 * that owns the sessions. The next message is read when the one before was handled: a server that
 * floods fills no memory.
 *
 * <p>The socket calls it one call at a time, by threads of the HTTP client.
 */
final class Ear implements WebSocket.Listener {

  /** Whose ear it is. On the thread that owns the sessions. */
  interface Owner {
    void opened(WebSocket socket);

    void heard(String text);

    /** Something came that cannot be read, and was dropped. */
    void heardNothing(JanusFault.Kind kind, String text);

    /** The other side, or the network, has ended it. */
    void ended(String why);
  }

  private final Loop loop;
  private final int largest;
  private final Owner owner;
  private final StringBuilder parts = new StringBuilder();
  private boolean tooLarge;

  /**
   * An ear.
   *
   * @param largest how many characters a message may have
   */
  Ear(Loop loop, int largest, Owner owner) {
    this.loop = loop;
    this.largest = largest;
    this.owner = owner;
  }

  @Override
  public void onOpen(WebSocket socket) {
    loop.run(() -> owner.opened(socket));
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
      handOver(socket, () -> owner.heardNothing(JanusFault.Kind.BEYOND_LIMITS, text));
    } else {
      String text = parts.toString();
      parts.setLength(0);
      handOver(socket, () -> owner.heard(text));
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    if (last) {
      handOver(socket, () -> owner.heardNothing(JanusFault.Kind.GARBAGE, "a binary message"));
    } else {
      socket.request(1);
    }
    return null;
  }

  private void handOver(WebSocket socket, Runnable message) {
    loop.run(
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
    loop.run(() -> owner.ended("closed by the server with " + status));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    loop.run(() -> owner.ended("cut: " + Link.name(error)));
  }
}
