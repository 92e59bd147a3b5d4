package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The way into a room over an open link: with the server's session that there was, or with a new
 * one.
 *
 * <p>A session that was claimed is in the room only if the server lists its user: it may have been
 * removed, or the room destroyed, while nobody could tell it. On the thread that owns the sessions.
 */
final class Entrance {

  /**
   * Who waits in front of it. One of these is called, and again only where it asks again, unless
   * the link is lost.
   */
  interface Guest {
    /** The server has let the user in, or still has them there. */
    void in(JsonNode... present);

    /** The user was in the room and is no more, though the room is there. */
    void removed();

    /**
     * The server has the user in the room already.
     *
     * @param again asks it again to let them in
     */
    void taken(Reply reply, Runnable again);

    /** The server said no. */
    void refused(Reply reply);
  }

  private final Settings settings;
  private final Identity identity;
  private final Link link;
  private final Seat seat;
  private final Duration patience;
  private final Guest guest;

  /**
   * An entrance.
   *
   * @param patience how long the server may take for each answer
   */
  Entrance(
      Settings settings, Identity identity, Link link, Seat seat, Duration patience, Guest guest) {
    this.settings = settings;
    this.identity = identity;
    this.link = link;
    this.seat = seat;
    this.patience = patience;
    this.guest = guest;
  }

  /** Goes in, or finds out whether the user still is: over a link that was in use, or a new one. */
  void enter() {
    if (seat.session() == 0) {
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
        link.request("claim").put("session_id", seat.session()),
        reply -> {
          if (!reply.isError()) {
            link.keepAlive(seat.session());
            look();
          } else if (reply.code() == ServerCode.NO_SUCH_SESSION) {
            seat.lost();
            create();
          } else {
            guest.refused(reply);
          }
        });
  }

  private void look() {
    if (seat.handle() == 0) {
      attach();
    } else if (seat.isTaken()) {
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
            guest.removed();
          } else if (reply.isError()) {
            guest.refused(reply);
          } else if (lists(reply)) {
            guest.in(reply.data().path("participants"));
          } else {
            guest.removed();
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
    long number = seat.next();
    ask(
        link.request("create").put("id", number),
        reply -> {
          if (reply.code() == ServerCode.SESSION_CONFLICT) {
            // It was created before, and nobody heard of it.
            seat.created(number);
            claim();
            return;
          }
          if (reply.isError() || reply.id() == 0) {
            guest.refused(reply);
            return;
          }
          seat.created(reply.id());
          link.keepAlive(seat.session());
          attach();
        });
  }

  private void attach() {
    ask(
        link.request("attach")
            .put("session_id", seat.session())
            .put("plugin", "janus.plugin.videoroom"),
        reply -> {
          if (reply.isError() || reply.id() == 0) {
            guest.refused(reply);
            return;
          }
          seat.attached(reply.id());
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
            // An earlier attempt was let in, and did not hear of it.
            seat.take();
            list();
            return;
          }
          if (reply.code() == ServerCode.ID_EXISTS) {
            guest.taken(reply, this::join);
            return;
          }
          if (reply.isError() || !reply.says("joined")) {
            guest.refused(reply);
            return;
          }
          identity.given(reply.data().path("id"));
          seat.take();
          guest.in(reply.data().path("publishers"), reply.data().path("attendees"));
        });
  }

  private ObjectNode body(String what) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("request", what);
    identity.putRoom(body);
    return body;
  }

  private ObjectNode message(ObjectNode body) {
    ObjectNode message = link.request("message");
    message.put("session_id", seat.session()).put("handle_id", seat.handle());
    message.set("body", body);
    return message;
  }
}
