package io.mooring.room.janus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads and writes the protocol's messages, within limits. Immutable. */
final class Messages {
  private static final int LONGEST_NUMBER = 40;

  private final ObjectMapper json;
  private final int deepest;

  Messages(int largest, int deepest) {
    this.deepest = deepest;
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(deepest)
                    .maxStringLength(largest)
                    .maxNameLength(largest)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();
    json = new ObjectMapper(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** A message that must be dropped; the text gives the reason without its content. */
  static final class BadMessageException extends Exception {
    private static final long serialVersionUID = 1;

    private final JanusFault.Kind kind;
    private final String text;

    BadMessageException(JanusFault.Kind kind, String text) {
      super(text);
      this.kind = kind;
      this.text = text;
    }

    String text() {
      return text;
    }

    JanusFault.Kind kind() {
      return kind;
    }
  }

  ObjectNode object() {
    return json.createObjectNode();
  }

  JsonNode read(String text) throws BadMessageException {
    JsonNode message;
    try {
      message = json.readTree(text);
    } catch (StreamConstraintsException beyond) {
      throw new BadMessageException(
          JanusFault.Kind.BEYOND_LIMITS,
          "a message of "
              + text.length()
              + " characters is nested deeper than "
              + deepest
              + ", or has a number of more than "
              + LONGEST_NUMBER
              + " digits");
    } catch (JsonProcessingException wrong) {
      throw garbage(text, "is not JSON");
    }
    if (!message.isObject() || !message.path("janus").isTextual()) {
      throw garbage(text, "is not an object with a text \"janus\"");
    }
    return message;
  }

  private static BadMessageException garbage(String text, String why) {
    return new BadMessageException(
        JanusFault.Kind.GARBAGE, "a message of " + text.length() + " characters " + why);
  }
}
