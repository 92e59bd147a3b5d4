package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One socket to a server, and what was asked over it.
 *
 * <p>Everything happens on the thread that owns the sessions.
 */
final class Link implements Ear.Owner {
  private static final Duration CLOSING = Duration.ofSeconds(2);
  private static final int LAST_PART = 8;
  private static final long MILLISECOND = 1_000_000;

  /** No question has this number. */
  private static final String UNASKED = "-";

  /** Who uses the link. It hears nothing more once it has dropped the link. */
  interface User {
    /** The socket is there. */
    void opened(Link link);

    /** The server said something that nobody asked for. */
    void event(JsonNode message);

    /** The link could not be built, or is gone. It is said once, and nothing follows. */
    void lost(String why);

    /** A message was dropped. */
    void fault(JanusFault.Kind kind, String text);
  }

  /**
   * What was asked and is not answered.
   *
   * @param answer takes the answer
   * @param limit what happens when none comes in time
   */
  private record Question(Consumer<Reply> answer, Future<?> limit) {}

  private final Settings settings;
  private final Loop loop;
  private final URI server;
  private User user;
  private final Messages messages;
  private final Map<String, Question> asked = new HashMap<>();

  private @Nullable WebSocket socket;
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
  private @Nullable Future<?> heartbeat;
  private long lastSent;
  private long lastHeard;
  private long transactions;
  private boolean suspected;
  private boolean dropped;

  Link(Settings settings, Loop loop, URI server, User user) {
    this.settings = settings;
    this.loop = loop;
    this.server = server;
    this.user = user;
    messages = new Messages(settings.largestMessage(), settings.deepestMessage());
  }

  void open() {
    loop.io()
        .execute(
            () -> {
              try {
                var unused =
                    settings
                        .client()
                        .newWebSocketBuilder()
                        .connectTimeout(settings.connectTimeout())
                        .subprotocols("janus-protocol")
                        .buildAsync(server, new Ear(loop, settings.largestMessage(), this))
                        .whenComplete(
                            (built, failure) -> {
                              if (failure != null) {
                                loop.run(() -> lose("not connected: " + name(failure)));
                              }
                            });
              } catch (RuntimeException refused) {
                loop.run(() -> lose("not connected: " + name(refused)));
              }
            });
  }

  /** Exceptions of the HTTP client are told by their class: their messages may have addresses. */
  static String name(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause.getClass().getSimpleName();
  }

  boolean isOpen() {
    return socket != null && !dropped;
  }

  /** Whether it keeps a session alive, which is then this link's. */
  boolean isInUse() {
    return heartbeat != null && !dropped;
  }

  /** Begins to keep a session alive, and to notice when the server is silent. */
  void keepAlive(long session) {
    if (heartbeat == null && !dropped) {
      lastHeard = System.nanoTime();
      lastSent = lastHeard;
      beat(session);
    }
  }

  /**
   * Silence alone is no loss: this process may have slept, and the server's words wait to be read.
   * The last part of the time is waited for in any case.
   */
  private void beat(long session) {
    long last = settings.silence().dividedBy(LAST_PART).toNanos();
    long now = System.nanoTime();
    long untilLast = settings.silence().toNanos() - last - (now - lastHeard);
    long untilNext = settings.keepAlive().toNanos() - (now - lastSent);
    boolean suspect = untilLast <= 0;
    if (suspect && suspected) {
      lose("silent for " + settings.silence().toMillis() + " ms");
      return;
    }
    suspected = suspect;
    if (suspect || untilNext <= 0) {
      probe(session);
      untilNext = settings.keepAlive().toNanos();
    }
    long pause = suspect ? last : Math.max(MILLISECOND, Math.min(untilLast, untilNext));
    heartbeat = loop.after(Duration.ofNanos(pause), () -> beat(session));
  }

  /** Asks the server for a sign of life, now. */
  void probe(long session) {
    lastSent = System.nanoTime();
    say(request("keepalive").put("session_id", session));
  }

  ObjectNode request(String kind) {
    return messages.object().put("janus", kind);
  }

  /**
   * Sends a request. Its answer comes, or the link is lost: at the latest when there was none for a
   * while.
   */
  void ask(ObjectNode request, Duration patience, Consumer<Reply> answer) {
    String transaction = Long.toString(++transactions, Character.MAX_RADIX);
    Future<?> limit =
        loop.after(patience, () -> lose("no answer within " + patience.toMillis() + " ms"));
    asked.put(transaction, new Question(answer, limit));
    send(request.put("transaction", transaction));
  }

  /** Sends a request whose answer nobody waits for. */
  void say(ObjectNode request) {
    send(request.put("transaction", UNASKED));
  }

  /** Nobody waits for the answers any more. */
  void forgetQuestions() {
    asked.values().forEach(question -> question.limit.cancel(false));
    asked.clear();
  }

  private void send(ObjectNode request) {
    WebSocket open = socket;
    if (open == null || dropped) {
      return;
    }
    if (settings.token() != null) {
      request.put("token", settings.token().reveal());
    }
    if (settings.apiSecret() != null) {
      request.put("apisecret", settings.apiSecret().reveal());
    }
    String text = request.toString();
    sending =
        sending
            .thenCompose(sent -> open.sendText(text, true))
            .whenComplete(
                (sent, failure) -> {
                  if (failure != null) {
                    loop.run(() -> lose("not sent: " + name(failure)));
                  }
                });
  }

  /** Another user has it from now on: nothing that was asked is waited for, or kept alive. */
  void handOver(User next) {
    user = next;
    retire();
  }

  /** Closes the link once what was asked and said has been sent, or after a while. */
  void close() {
    WebSocket open = socket;
    drop();
    if (open != null) {
      var unusedClose = sending.thenCompose(sent -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
      var unusedEnd = loop.after(CLOSING, open::abort);
    }
  }

  /** Cuts the link off. */
  void abort() {
    WebSocket open = socket;
    drop();
    if (open != null) {
      open.abort();
    }
  }

  private void drop() {
    dropped = true;
    retire();
  }

  private void retire() {
    forgetQuestions();
    if (heartbeat != null) {
      heartbeat.cancel(false);
      heartbeat = null;
    }
  }

  private void lose(String why) {
    if (!dropped) {
      abort();
      user.lost(why);
    }
  }

  @Override
  public void opened(WebSocket open) {
    if (dropped) {
      open.abort();
    } else {
      socket = open;
      user.opened(this);
    }
  }

  @Override
  public void ended(String why) {
    lose(why);
  }

  @Override
  public void heardNothing(JanusFault.Kind kind, String text) {
    if (!dropped) {
      lastHeard = System.nanoTime();
      user.fault(kind, text);
    }
  }

  @Override
  public void heard(String text) {
    if (dropped) {
      return;
    }
    lastHeard = System.nanoTime();
    JsonNode message;
    try {
      message = messages.read(text);
    } catch (Messages.BadMessageException bad) {
      user.fault(bad.kind(), bad.text());
      return;
    }
    String transaction = message.path("transaction").asText();
    Question question = asked.get(transaction);
    if (question == null) {
      user.event(message);
      return;
    }
    Reply reply = Reply.of(message);
    if (reply.isFinal()) {
      asked.remove(transaction);
      question.limit.cancel(false);
      question.answer.accept(reply);
    }
  }
}
