package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the messages that the server sends without a request. On the thread that owns the sessions.
 */
final class EventReader {

  /** Receives the events. */
  interface Reader {
    /** The user was removed from the room. */
    void kicked();

    /** The room was destroyed. */
    void destroyed();

    /** The server ended the session because it timed out. */
    void expired();

    /** The media link was up and is down now. */
    void hungUp();

    /** The server reports lost packets. */
    void slowLink();

    /** The message is an error, or none that a server sends. */
    void fault(JanusFault.Kind kind, String text);
  }

  private final Settings settings;
  private final Roster roster;

  EventReader(Settings settings, Roster roster) {
    this.settings = settings;
    this.roster = roster;
  }

  void read(JsonNode message, ServerSession at, Reader reader) {
    long session = message.path("session_id").asLong();
    if (session != 0 && session != at.session()) {
      reader.fault(JanusFault.Kind.GARBAGE, "a message of a session that is not ours");
      return;
    }
    switch (message.path("janus").asText()) {
      case "event" -> event(message.path("plugindata").path("data"), reader);
      case "timeout" -> expired(at, reader);
      case "error" -> error(Reply.of(message), session, at, reader);
      case "detached" -> {
        if (at.isJoined() && message.path("sender").asLong() == at.handle()) {
          reader.kicked();
        }
      }
      case "webrtcup" -> at.media = true;
      case "hangup" -> {
        boolean wasUp = at.media;
        at.media = false;
        if (wasUp) {
          reader.hungUp();
        }
      }
      case "slowlink" -> reader.slowLink();
      case "ack", "success", "media", "trickle" -> {
        // Late responses, and events of media.
      }
      default -> reader.fault(JanusFault.Kind.GARBAGE, "a message of an unknown kind");
    }
  }

  private void error(Reply reply, long session, ServerSession at, Reader reader) {
    reader.fault(
        JanusFault.Kind.REFUSED,
        "error " + reply.code() + ": " + settings.quoted(at.hidden(reply.reason())));
    if (reply.code() == ServerCode.NO_SUCH_SESSION && session != 0) {
      expired(at, reader);
    }
  }

  private static void expired(ServerSession at, Reader reader) {
    at.lost();
    reader.expired();
  }

  private void event(JsonNode data, Reader reader) {
    if (data.path("videoroom").asText().equals("destroyed")) {
      reader.destroyed();
      return;
    }
    JsonNode leaving = data.path("leaving");
    if (leaving.asText().equals("ok") && data.path("reason").asText().equals("kicked")) {
      reader.kicked();
      return;
    }
    roster.departed(leaving);
    roster.departed(data.path("kicked"));
    roster.arrived(data.path("joining"));
    data.path("publishers").forEach(roster::arrived);
  }
}
