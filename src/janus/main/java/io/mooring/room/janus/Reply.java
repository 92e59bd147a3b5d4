package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A response of the server to a request.
 *
 * @param kind the kind in the protocol: success, error, event, ack
 * @param message the whole response
 * @param data the data of the plugin, if there is some
 * @param code the error code of the server or of the plugin; 0 if there is none
 * @param reason the server's description of the error
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

  /** Whether it is the last response to its request. */
  boolean isFinal() {
    return !kind.equals("ack");
  }

  boolean isError() {
    return kind.equals("error") || code != 0;
  }

  /** The number of what the server created; 0 if there is none. */
  long id() {
    return message.path("data").path("id").asLong();
  }

  boolean says(String videoroom) {
    return data.path("videoroom").asText().equals(videoroom);
  }
}
