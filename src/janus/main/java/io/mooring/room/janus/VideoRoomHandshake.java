package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Enters a room over an open link, with the existing session of the server or with a new one.
 *
 * <p>A claimed session is in the room only if the server lists its user: the user may have been
 * removed, or the room destroyed, while there was no link. On the thread that owns the sessions.
 */
final class VideoRoomHandshake {

  /** Receives the result: one call, and another one only after a retry, unless the link is lost. */
  interface HandshakeListener {
    /** The user is in the room, newly or still. */
    void in(JsonNode... present);

    /** The user was removed from the room, which still exists. */
    void removed();

    /**
     * The user id is already in the room.
     *
     * @param again requests the join again
     */
    void idTaken(Reply reply, Runnable again);

    /** The server rejected a request. */
    void refused(Reply reply);
  }

  private final Settings settings;
  private final Identity identity;
  private final Link link;
  private final ServerSession serverSession;
  private final Duration patience;
  private final HandshakeListener listener;

  /**
   * A handshake.
   *
   * @param patience the time limit of each response
   */
  VideoRoomHandshake(
      Settings settings,
      Identity identity,
      Link link,
      ServerSession serverSession,
      Duration patience,
      HandshakeListener listener) {
    this.settings = settings;
    this.identity = identity;
    this.link = link;
    this.serverSession = serverSession;
    this.patience = patience;
    this.listener = listener;
  }

  /** Enters the room, or checks whether the user is still in it. */
  void enter() {
    if (serverSession.session() == 0) {
      create();
    } else if (link.isInUse()) {
      look();
    } else {
      claim();
    }
  }

  private void ask(ObjectNode question, Consumer<Reply> answer) {
    link.ask(question, patience, answer);
  }

  private void claim() {
    ask(
        link.request("claim").put("session_id", serverSession.session()),
        reply -> {
          if (!reply.isError()) {
            link.keepAlive(serverSession.session());
            look();
          } else if (reply.code() == ServerCode.NO_SUCH_SESSION) {
            serverSession.lost();
            create();
          } else {
            listener.refused(reply);
          }
        });
  }

  private void look() {
    if (serverSession.handle() == 0) {
      attach();
    } else if (serverSession.isJoined()) {
      list();
    } else {
      join();
    }
  }

  private void list() {
    ask(
        message(body("listparticipants")),
        reply -> {
          if (reply.code() == ServerCode.NO_SUCH_HANDLE) {
            listener.removed();
          } else if (reply.isError()) {
            listener.refused(reply);
          } else if (lists(reply)) {
            listener.in(reply.data().path("participants"));
          } else {
            listener.removed();
          }
        });
  }

  private boolean lists(Reply reply) {
    for (JsonNode one : reply.data().path("participants")) {
      if (identity.is(one.path("id"))) {
        return true;
      }
    }
    return false;
  }

  private void create() {
    long number = serverSession.next();
    ask(
        link.request("create").put("id", number),
        reply -> {
          if (reply.code() == ServerCode.SESSION_CONFLICT) {
            // It was created before, but the response was lost.
            serverSession.created(number);
            claim();
            return;
          }
          if (reply.isError() || reply.id() == 0) {
            listener.refused(reply);
            return;
          }
          serverSession.created(reply.id());
          link.keepAlive(serverSession.session());
          attach();
        });
  }

  private void attach() {
    ask(
        link.request("attach")
            .put("session_id", serverSession.session())
            .put("plugin", "janus.plugin.videoroom"),
        reply -> {
          if (reply.isError() || reply.id() == 0) {
            listener.refused(reply);
            return;
          }
          serverSession.attached(reply.id());
          join();
        });
  }

  private void join() {
    ObjectNode body = body("join").put("ptype", "publisher");
    identity.putUser(body);
    if (settings.display() != null) {
      body.put("display", settings.display());
    }
    if (settings.pin() != null) {
      body.put("pin", settings.pin().reveal());
    }
    if (settings.token() != null) {
      body.put("token", settings.token().reveal());
    }
    ask(
        message(body),
        reply -> {
          if (reply.code() == ServerCode.ALREADY_JOINED) {
            // An earlier attempt joined, but the response was lost.
            serverSession.joined();
            list();
            return;
          }
          if (reply.code() == ServerCode.ID_EXISTS) {
            listener.idTaken(reply, this::join);
            return;
          }
          if (reply.isError() || !reply.says("joined")) {
            listener.refused(reply);
            return;
          }
          identity.given(reply.data().path("id"));
          serverSession.joined();
          listener.in(reply.data().path("publishers"), reply.data().path("attendees"));
        });
  }

  private ObjectNode body(String what) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("request", what);
    identity.putRoom(body);
    return body;
  }

  private ObjectNode message(ObjectNode body) {
    ObjectNode message = link.request("message");
    message.put("session_id", serverSession.session()).put("handle_id", serverSession.handle());
    message.set("body", body);
    return message;
  }
}
