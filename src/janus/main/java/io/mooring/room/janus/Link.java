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
 * One socket to a server, and its pending requests.
 *
 * <p>Everything runs on the thread that owns the sessions.
 */
final class Link implements SocketListener.Owner {
  private static final Duration CLOSING = Duration.ofSeconds(2);
  private static final int LAST_PART = 8;
  private static final long MILLISECOND = 1_000_000;

  /** No pending request has this transaction. */
  private static final String UNASKED = "-";

  /** Uses the link. It is not called after it has dropped the link. */
  interface User {
    /** The socket is open. */
    void opened(Link link);

    /** The server sent a message that answers no request. */
    void event(JsonNode message);

    /** The link could not be opened, or was lost. The last call. */
    void lost(String why);

    /** A message was dropped. */
    void fault(JanusFault.Kind kind, String text);
  }

  /**
   * A request without a response yet.
   *
   * @param answer receives the response
   * @param limit the timeout
   */
  private record PendingRequest(Consumer<Reply> answer, Future<?> limit) {}

  private final Settings settings;
  private final TransportThreads threads;
  private final URI server;
  private User user;
  private final Messages messages;
  private final Map<String, PendingRequest> pending = new HashMap<>();

  private @Nullable WebSocket socket;
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
  private @Nullable Future<?> heartbeat;
  private long lastSent;
  private long lastHeard;
  private long transactions;
  private boolean suspected;
  private boolean dropped;

  Link(Settings settings, TransportThreads threads, URI server, User user) {
    this.settings = settings;
    this.threads = threads;
    this.server = server;
    this.user = user;
    messages = new Messages(settings.largestMessage(), settings.deepestMessage());
  }

  void open() {
    threads
        .io()
        .execute(
            () -> {
              try {
                var unused =
                    settings
                        .client()
                        .newWebSocketBuilder()
                        .connectTimeout(settings.connectTimeout())
                        .subprotocols("janus-protocol")
                        .buildAsync(
                            server, new SocketListener(threads, settings.largestMessage(), this))
                        .whenComplete(
                            (built, failure) -> {
                              if (failure != null) {
                                threads.run(() -> lose("not connected: " + name(failure)));
                              }
                            });
              } catch (RuntimeException refused) {
                threads.run(() -> lose("not connected: " + name(refused)));
              }
            });
  }

  /** The class name of an exception of the HTTP client: its message may contain addresses. */
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

  /** Whether it keeps a session alive. */
  boolean isInUse() {
    return heartbeat != null && !dropped;
  }

  /** Begins to keep a session alive and to detect a silent server. */
  void keepAlive(long session) {
    if (heartbeat == null && !dropped) {
      lastHeard = System.nanoTime();
      lastSent = lastHeard;
      beat(session);
    }
  }

  /**
   * Silence alone is not a loss: this process may have slept while messages were waiting. So the
   * last part of the time always passes while it is awake.
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
    heartbeat = threads.after(Duration.ofNanos(pause), () -> beat(session));
  }

  /** Sends a keepalive now. */
  void probe(long session) {
    lastSent = System.nanoTime();
    say(request("keepalive").put("session_id", session));
  }

  ObjectNode request(String kind) {
    return messages.object().put("janus", kind);
  }

  /**
   * Sends a request. Either the response arrives, or the link is lost: at the latest after the
   * patience.
   */
  void ask(ObjectNode request, Duration patience, Consumer<Reply> answer) {
    String transaction = Long.toString(++transactions, Character.MAX_RADIX);
    Future<?> limit =
        threads.after(patience, () -> lose("no answer within " + patience.toMillis() + " ms"));
    pending.put(transaction, new PendingRequest(answer, limit));
    send(request.put("transaction", transaction));
  }

  /** Sends a request without waiting for the response. */
  void say(ObjectNode request) {
    send(request.put("transaction", UNASKED));
  }

  /** Discards the pending requests; their responses are ignored. */
  void discardPending() {
    pending.values().forEach(question -> question.limit.cancel(false));
    pending.clear();
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
                    threads.run(() -> lose("not sent: " + name(failure)));
                  }
                });
  }

  /** Gives the link to another user: pending requests are discarded, and keepalives stop. */
  void handOver(User next) {
    user = next;
    retire();
  }

  /** Closes the link when everything has been sent, or after a timeout. */
  void close() {
    WebSocket open = socket;
    drop();
    if (open != null) {
      var unusedClose = sending.thenCompose(sent -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
      var unusedEnd = threads.after(CLOSING, open::abort);
    }
  }

  /** Aborts the link. */
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
    discardPending();
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
  public void closed(String why) {
    lose(why);
  }

  @Override
  public void dropped(JanusFault.Kind kind, String text) {
    if (!dropped) {
      lastHeard = System.nanoTime();
      user.fault(kind, text);
    }
  }

  @Override
  public void received(String text) {
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
    PendingRequest question = pending.get(transaction);
    if (question == null) {
      user.event(message);
      return;
    }
    Reply reply = Reply.of(message);
    if (reply.isFinal()) {
      pending.remove(transaction);
      question.limit.cancel(false);
      question.answer.accept(reply);
    }
  }
}
