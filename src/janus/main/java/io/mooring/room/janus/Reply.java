package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the server answered to a request.
 *
 * @param kind the protocol's word: success, error, event, ack
 * @param message the whole answer
 * @param data what the plugin says in it, if it says something
 * @param code the error code of the server or of the plugin; 0 where there is none
 * @param reason the server's words for the error
 */
record Reply(String kind, JsonNode message, JsonNode data, int code, String reason) {

  static Reply of(JsonNode message) {
    JsonNode data = message.path("plugindata").path("data");
    JsonNode error = message.path("error");
    boolean byServer = error.has("code");
    return new Reply(
        message.path("janus").asText(),
        message,
        data,
        byServer ? error.path("code").asInt() : data.path("error_code").asInt(),
        byServer ? error.path("reason").asText() : data.path("error").asText());
  }

  /** Whether no further answer to the same request follows. */
  boolean isFinal() {
    return !kind.equals("ack");
  }

  boolean isError() {
    return kind.equals("error") || code != 0;
  }

  /** The number that the server gave to what was created; 0 if it gave none. */
  long id() {
    return message.path("data").path("id").asLong();
  }

  boolean says(String videoroom) {
    return data.path("videoroom").asText().equals(videoroom);
  }
}
