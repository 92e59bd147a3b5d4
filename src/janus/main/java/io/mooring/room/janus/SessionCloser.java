package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a session of a server: over its link, or over a separate link after claiming it. Best
 * effort, for some seconds. On the thread that owns the sessions.
 */
final class SessionCloser implements Link.User {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** The time limit for a response over a link that may be dead unnoticed. */
  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  /** The result. */
  enum Result {
    /** The server confirmed that the user left the room. */
    OUT_OF_THE_ROOM,
    /** The server ended the session. */
    ENDED,
    /** The server has no such session. */
    NOT_THERE,
    /** The server did not respond. */
    UNKNOWN
  }

  private final Settings settings;
  private final TransportThreads threads;
  private final URI server;
  private final long session;
  private final long handle;
  private final Consumer<Result> end;

  private Link link;
  private final Future<?> limit;

  /** Whether the link was opened for this purpose. */
  private boolean own;

  private boolean out;
  private boolean over;

  private SessionCloser(
      Settings settings,
      TransportThreads threads,
      URI server,
      long session,
      long handle,
      @Nullable Link last,
      Consumer<Result> end) {
    this.settings = settings;
    this.threads = threads;
    this.server = server;
    this.session = session;
    this.handle = handle;
    this.end = end;
    own = last == null;
    link = last == null ? new Link(settings, threads, server, this) : last;
    limit = threads.after(LIMIT, () -> finish(Result.UNKNOWN));
  }

  /**
   * Ends a session.
   *
   * @param handle the handle that is in the room; 0 if it is not known
   * @param last the open link of the session, if it has one: it is closed
   * @param end receives the result, once
   */
  static void close(
      Settings settings,
      TransportThreads threads,
      URI server,
      long session,
      long handle,
      @Nullable Link last,
      Consumer<Result> end) {
    new SessionCloser(settings, threads, server, session, handle, last, end).begin();
  }

  private void begin() {
    if (own) {
      link.open();
    } else {
      link.handOver(this);
      destroy(LAST_WORD);
    }
  }

  @Override
  public void opened(Link opened) {
    link.ask(
        request("claim"),
        LIMIT,
        reply -> {
          if (reply.isError()) {
            refused(reply);
          } else {
            leave();
          }
        });
  }

  private void refused(Reply reply) {
    finish(reply.code() == ServerCode.NO_SUCH_SESSION ? Result.NOT_THERE : Result.UNKNOWN);
  }

  /** Leaves the room first: a destroyed session leaves it only a moment later. */
  private void leave() {
    if (handle == 0) {
      destroy(LIMIT);
      return;
    }
    ObjectNode leave = request("message").put("handle_id", handle);
    leave.set("body", JsonNodeFactory.instance.objectNode().put("request", "leave"));
    link.ask(
        leave,
        LIMIT,
        reply -> {
          out = !reply.isError() && reply.data().path("leaving").asText().equals("ok");
          destroy(LIMIT);
        });
  }

  private void destroy(Duration patience) {
    link.ask(
        request("destroy"),
        patience,
        reply -> {
          if (out) {
            finish(Result.OUT_OF_THE_ROOM);
          } else if (!reply.isError()) {
            finish(Result.ENDED);
          } else {
            refused(reply);
          }
        });
  }

  private ObjectNode request(String kind) {
    return link.request(kind).put("session_id", session);
  }

  @Override
  public void lost(String why) {
    if (own) {
      finish(out ? Result.OUT_OF_THE_ROOM : Result.UNKNOWN);
    } else {
      own = true;
      link = new Link(settings, threads, server, this);
      link.open();
    }
  }

  private void finish(Result result) {
    if (!over) {
      over = true;
      limit.cancel(false);
      link.close();
      end.accept(result);
    }
  }

  @Override
  public void event(JsonNode message) {}

  @Override
  public void fault(JanusFault.Kind kind, String text) {}
}
