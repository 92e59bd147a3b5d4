package io.mooring.room.janus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.room.SessionToken;
import java.util.Optional;

/**
 * What proves that a session of a server is the client's own: its number, which nobody guesses.
 * Whoever has it may take the session over, so it is a secret. Immutable.
 *
 * <p>It does not say which server. Only what the directory names is ever asked: whoever has changed
 * a token can send nobody elsewhere.
 *
 * @param life which transport the session is or was of
 * @param who whom the session lets into which room
 * @param session the server's session; 0 where there was none
 * @param handle the handle in it; 0 where there was none
 * @param taken whether the server had let the user in
 * @param next the number of the session that may have been begun since
 */
record JanusToken(
    String life, Identity.Who who, long session, long handle, boolean taken, long next) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As long as a token may be. */
  private static final int LONGEST = 4_096;

  /** What {@link #of} reads; empty where the room's name is too long for it. */
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

  /** Reads what {@link #token} gave; empty for anything else. */
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

  /** Always the same text, which says nothing of it. */
  @Override
  public String toString() {
    return "JanusToken[hidden]";
  }
}
