package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.room.ChannelRequest;

/**
 * The room and user id of a session in the form of the server: numbers or texts. If the server
 * chooses the user id, later joins request the same id. On the thread that owns the sessions.
 */
final class Identity {
  private final boolean text;
  private final String room;
  private String id;

  /**
   * The identity of a request.
   *
   * @throws IllegalArgumentException if the server cannot have such a room or user
   */
  Identity(ChannelRequest request, boolean text) {
    this.text = text;
    room = request.channelName();
    if (!text) {
      if (!isId(request.channelName())) {
        throw new IllegalArgumentException(
            "A room of this server has a number from 1 to 9223372036854775807 as its name, not "
                + request.channelName()
                + "; for servers with string_ids see JanusTransport.Builder.textIds.");
      }
      if (request.uid() < 0) {
        throw new IllegalArgumentException(
            "A user of this server has a number up to 9223372036854775807, not "
                + Long.toUnsignedString(request.uid())
                + ".");
      }
    }
    id = request.uid() == 0 ? "" : Long.toUnsignedString(request.uid());
  }

  /**
   * A user in a room.
   *
   * @param id empty until the server has chosen one
   */
  record Who(String room, String id) {}

  Who who() {
    return new Who(room, id);
  }

  private static boolean isId(String name) {
    try {
      return name.charAt(0) != '+' && Long.parseLong(name) > 0;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  String id() {
    return id;
  }

  boolean is(JsonNode other) {
    return !id.isEmpty() && id.equals(other.asText());
  }

  void given(JsonNode chosen) {
    if (text ? chosen.isTextual() : chosen.canConvertToLong()) {
      id = chosen.asText();
    }
  }

  /** Takes over the id of an earlier process, if room and user match. */
  boolean takesUp(Who earlier) {
    boolean same =
        earlier.room().equals(room)
            && (id.isEmpty() || id.equals(earlier.id()))
            && (text || earlier.id().isEmpty() || isId(earlier.id()));
    if (same) {
      id = earlier.id();
    }
    return same;
  }

  void putRoom(ObjectNode body) {
    put(body, "room", room);
  }

  void putUser(ObjectNode body) {
    if (!id.isEmpty()) {
      put(body, "id", id);
    }
  }

  private void put(ObjectNode body, String name, String value) {
    if (text) {
      body.put(name, value);
    } else {
      body.put(name, Long.parseLong(value));
    }
  }
}
