package io.mooring.room.janus;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Speaks the server's protocol by hand, without the code that is tested. */
final class RawClient implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern ID = Pattern.compile("\"data\":\\{\"id\":(\\d+)");

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private final String secret;

  RawClient(URI server, String secret) {
    this.secret = secret;
    socket =
        CLIENT
            .newWebSocketBuilder()
            .subprotocols("janus-protocol")
            .buildAsync(server, new SocketListener())
            .join();
  }

  /** Sends a request and waits for its first answer. */
  String ask(String members) {
    send(members);
    return next();
  }

  void send(String members) {
    socket
        .sendText("{\"transaction\":\"t\",\"apisecret\":\"" + secret + "\"," + members + "}", true)
        .join();
  }

  String next() {
    try {
      String message = heard.poll(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("the server does not answer");
      }
      return message;
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  /** Sends the VideoRoom a request that it answers at once. */
  String videoRoom(String body) {
    long session = id(ask("\"janus\":\"create\""));
    long handle =
        id(
            ask(
                "\"janus\":\"attach\",\"plugin\":\"janus.plugin.videoroom\",\"session_id\":"
                    + session));
    String answer =
        ask(
            String.format(
                Locale.ROOT,
                "\"janus\":\"message\",\"session_id\":%d,\"handle_id\":%d,\"body\":{%s}",
                session,
                handle,
                body));
    ask("\"janus\":\"destroy\",\"session_id\":" + session);
    return answer;
  }

  private static long id(String answer) {
    Matcher found = ID.matcher(answer);
    if (!found.find()) {
      throw new AssertionError("no id in " + answer);
    }
    return Long.parseLong(found.group(1));
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class SocketListener implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        heard.add(parts.toString());
        parts.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
