package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A server that says what a test wants, also what a real one never would. Unless told otherwise it
 * lets everybody in.
 */
final class ScriptedServer implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TEXT = 1;
  private static final int BINARY = 2;

  private final ServerSocket entrance;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /** What it was asked, each as the protocol's word or, for a message, what the body requests. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  private volatile Function<JsonNode, String> script = message -> friendly(word(message));
  private volatile boolean refusing;
  private volatile boolean silent;
  private volatile Duration pause = Duration.ZERO;
  private volatile CountDownLatch welcome = new CountDownLatch(0);

  /** How many connections there were. */
  final AtomicInteger connections = new AtomicInteger();

  ScriptedServer() throws IOException {
    entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + entrance.getLocalPort());
  }

  /**
   * What it answers.
   *
   * @param answers from the word that was asked to the answer without its transaction; empty for
   *     none
   */
  void answers(Function<String, String> answers) {
    script = message -> answers.apply(word(message));
  }

  /**
   * What it answers.
   *
   * @param answers from what was asked to the answer without its transaction; empty for none
   */
  void converses(Function<JsonNode, String> answers) {
    script = answers;
  }

  /** What is asked: the protocol's word or, for a message, what the body requests. */
  static String word(JsonNode message) {
    return message.path("body").path("request").asText(message.path("janus").asText());
  }

  /** From now on, or no longer, it closes each new connection at once. */
  void refuses(boolean now) {
    refusing = now;
  }

  /** From now on it says nothing. */
  void fallSilent() {
    silent = true;
  }

  /** From now on it takes its time for each handshake and each answer. */
  void isSlow(Duration each) {
    pause = each;
  }

  /** From now on it accepts connections, and shakes no hands until {@link #welcomes}. */
  void hesitates() {
    welcome = new CountDownLatch(1);
  }

  void welcomes() {
    welcome.countDown();
  }

  /** Completes handshakes from now on; earlier ones remain pending. */
  void welcomeOthers() {
    welcome = new CountDownLatch(0);
  }

  /** Closes what there is, without a word. */
  void cut() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** What it was asked, without the signs of life. */
  List<String> questions() {
    return asked.stream().filter(word -> !word.equals("keepalive")).toList();
  }

  static String friendly(String asked) {
    return switch (asked) {
      case "create" -> "{\"janus\":\"success\",\"data\":{\"id\":11}}";
      case "attach" -> "{\"janus\":\"success\",\"session_id\":11,\"data\":{\"id\":22}}";
      case "join" -> data("\"videoroom\":\"joined\",\"room\":5,\"id\":1");
      case "listparticipants" ->
          data("\"videoroom\":\"participants\",\"participants\":[{\"id\":1}]");
      case "keepalive" -> "{\"janus\":\"ack\",\"session_id\":11}";
      default -> "{\"janus\":\"success\",\"session_id\":11}";
    };
  }

  static String data(String members) {
    return "{\"janus\":\"event\",\"session_id\":11,\"sender\":22,\"plugindata\":{\"plugin\":"
        + "\"janus.plugin.videoroom\",\"data\":{"
        + members
        + "}}}";
  }

  /** Says something to everybody, unasked. */
  void says(String text) throws IOException {
    frames(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void saysBinary(byte... bytes) throws IOException {
    frames(BINARY, bytes);
  }

  private void frames(int kind, byte[] content) throws IOException {
    for (Socket socket : sockets) {
      if (!socket.isClosed()) {
        frame(socket, kind, content);
      }
    }
  }

  private static synchronized void frame(Socket socket, int kind, byte[] content)
      throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(0x80 | kind);
    if (content.length < 126) {
      frame.write(content.length);
    } else if (content.length <= 0xffff) {
      frame.write(126);
      frame.write(content.length >> 8);
      frame.write(content.length & 0xff);
    } else {
      frame.write(127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) content.length >> shift) & 0xff);
      }
    }
    frame.writeBytes(content);
    OutputStream out = socket.getOutputStream();
    out.write(frame.toByteArray());
    out.flush();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket socket = entrance.accept();
        if (refusing) {
          socket.close();
          continue;
        }
        Thread thread = new Thread(() -> serve(socket), "scripted-server");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      connections.incrementAndGet();
      welcome.await();
      Waiting.sleep(pause);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      shakeHands(in, socket.getOutputStream());
      sockets.add(socket);
      while (true) {
        int kind = in.readUnsignedByte() & 0xf;
        byte[] content = content(in);
        if (kind == TEXT) {
          heard(socket, new String(content, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException | InterruptedException over) {
      sockets.remove(socket);
    }
  }

  private static byte[] content(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte() & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = (int) in.readLong();
    }
    byte[] mask = in.readNBytes(4);
    byte[] content = in.readNBytes(length);
    for (int i = 0; i < content.length; i++) {
      content[i] ^= mask[i % 4];
    }
    return content;
  }

  private static void shakeHands(DataInputStream in, OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
    String key = head.toString().replaceAll("(?s).*Sec-WebSocket-Key: (\\S+).*", "$1");
    out.write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Protocol: janus-protocol\r\nSec-WebSocket-Accept: "
                + accepted(key)
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  private static String accepted(String key) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-1")
                  .digest(
                      (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                          .getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException everywhere) {
      throw new IllegalStateException(everywhere);
    }
  }

  private void heard(Socket socket, String text) throws IOException {
    JsonNode message = JSON.readTree(text);
    asked.add(word(message));
    Waiting.sleep(pause);
    String answer = script.apply(message);
    if (!silent && !answer.isEmpty()) {
      String transaction = message.path("transaction").asText();
      String members = answer.substring(1);
      frame(
          socket,
          TEXT,
          ("{\"transaction\":\"" + transaction + "\"," + members).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    welcomes();
    cut();
  }
}
