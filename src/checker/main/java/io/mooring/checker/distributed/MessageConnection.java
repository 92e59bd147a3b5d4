package io.mooring.checker.distributed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One connection between a server and a worker. A message is a JSON object: four bytes with its
 * length, the most significant first, and then its text in UTF-8.
 *
 * <p>Several threads may send at once; one receives.
 */
final class MessageConnection implements AutoCloseable {

  /** The longest message, in bytes. */
  static final int LONGEST = 64 << 20;

  /** A message is sent at least this often, so that a silent side is known to be gone. */
  static final Duration ALIVE = Duration.ofSeconds(5);

  /** After so much silence the other side is gone. */
  static final Duration SILENCE = Duration.ofSeconds(60);

  static final JsonMapper JSON = new JsonMapper();

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ReentrantLock sending = new ReentrantLock();

  MessageConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) SILENCE.toMillis());
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(socket.getOutputStream());
  }

  /** A message of a type, to be filled. */
  static ObjectNode message(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  /** The type of a message. */
  static String type(JsonNode message) {
    return message.path("type").asText();
  }

  /** Sends signs of life from now on, until it is cancelled. */
  static Timer alive(Runnable send) {
    Timer timer = new Timer("mooring-alive", /* isDaemon= */ true);
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            send.run();
          }
        };
    timer.schedule(task, ALIVE.toMillis(), ALIVE.toMillis());
    return timer;
  }

  void send(ObjectNode message) throws IOException {
    byte[] text = JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
    if (text.length > LONGEST) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "a message of %,d bytes is longer than the %,d that are allowed",
              text.length,
              LONGEST));
    }
    sending.lock();
    try {
      out.writeInt(text.length);
      out.write(text);
      out.flush();
    } finally {
      sending.unlock();
    }
  }

  /** Sends what the other side need not receive: a connection that is lost is closed. */
  void trySend(ObjectNode message) {
    try {
      send(message);
    } catch (IOException gone) {
      close();
    }
  }

  /**
   * Waits for the next message.
   *
   * @throws IOException if the connection is lost, was silent for too long, or what comes is no
   *     message
   */
  JsonNode receive() throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("what was received is no message of Mooring");
    }
    byte[] text = in.readNBytes(length);
    if (text.length < length) {
      throw new IOException("the connection ended within a message");
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException other) {
      throw new IOException("what was received is no message of Mooring", other);
    }
  }

  /** The address of the other side. */
  InetAddress other() {
    return socket.getInetAddress();
  }

  /** The address of this side: one by which the other side reaches it. */
  InetAddress own() {
    return socket.getLocalAddress();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed either way.
    }
  }
}
