package io.mooring.room.janus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.room.SessionToken;
import java.util.Optional;

/**
 * Proves that a session of a server is the client's own, by its random number. Anyone who has it
 * can claim the session, so it is a secret. Immutable.
 *
 * <p>It names no server: only servers of the directory are contacted, so that a modified token
 * cannot redirect a client.
 *
 * @param life the transport of the session
 * @param who the user and the room of the session
 * @param session the number of the session; 0 if there was none
 * @param handle the handle in it; 0 if there was none
 * @param taken whether the user had joined
 * @param next the number requested for the next session, which may exist since
 */
record JanusToken(
    String life, Identity.Who who, long session, long handle, boolean taken, long next) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The maximum length of a token. */
  private static final int LONGEST = 4_096;

  /** The token as text, for {@link #of}; empty if the room's name is too long. */
  Optional<SessionToken> token() {
    ObjectNode text =
        JSON.createObjectNode()
            .put("janus", 1)
            .put("life", life)
            .put("room", who.room())
            .put("id", who.id());
    text.put("session", session).put("handle", handle).put("taken", taken).put("next", next);
    String written = text.toString();
    return written.length() > LONGEST ? Optional.empty() : Optional.of(SessionToken.of(written));
  }

  /** Reads a result of {@link #token}; empty for anything else. */
  static Optional<JanusToken> of(SessionToken token) {
    try {
      JsonNode read = JSON.readTree(token.text());
      JanusToken known =
          new JanusToken(
              read.path("life").asText(),
              new Identity.Who(read.path("room").asText(), read.path("id").asText()),
              read.path("session").asLong(),
              read.path("handle").asLong(),
              read.path("taken").asBoolean(),
              read.path("next").asLong());
      return known.token().filter(token::equals).map(same -> known);
    } catch (JsonProcessingException none) {
      return Optional.empty();
    }
  }

  /** Always the same text, without content. */
  @Override
  public String toString() {
    return "JanusToken[hidden]";
  }
}
