package io.mooring.codegen.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.codegen.model.ModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A record that a job has written. A member that is not there is an empty text, or no number.
 *
 * @param file the file
 * @param number the number of its line, from 1
 * @param text the line
 * @param object what it says
 */
record FleetRecord(Path file, long number, String text, JsonNode object) {

  private static final int LONGEST_NAME = 200;

  /** A name, no longer than a table can show. */
  String name(String member) throws ModelException {
    String text = text(member, Integer.MAX_VALUE);
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
  }

  /** A text, of which only so much is taken. */
  String text(String member, int most) throws ModelException {
    JsonNode value = object.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual() && !(value.isIntegralNumber() && member.equals("session"))) {
      throw wrong("its \"" + member + "\" is " + brief(value) + ", and no text");
    }
    String text = value.asText();
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** One of some words. */
  String word(String member, Set<String> words) throws ModelException {
    JsonNode value = object.path(member);
    if (!value.isTextual() || !words.contains(value.textValue())) {
      throw wrong(
          "its \""
              + member
              + "\" is "
              + (value.isMissingNode() ? "missing" : brief(value))
              + ", and none of "
              + String.join(", ", words));
    }
    return value.textValue();
  }

  /** A whole number. */
  long number(String member, long missing) throws ModelException {
    JsonNode value = object.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return missing;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong("its \"" + member + "\" is " + brief(value) + ", and no whole number");
    }
    return value.longValue();
  }

  /** A number of sessions or lines. */
  long count(String member) throws ModelException {
    long count = number(member, 0);
    if (count < 0) {
      throw wrong("its \"" + member + "\" is " + count + ", which is less than none");
    }
    return count;
  }

  /** A list of texts. */
  List<String> texts(String member) throws ModelException {
    JsonNode value = object.path(member);
    List<String> texts = new ArrayList<>();
    if (value.isMissingNode() || value.isNull()) {
      return texts;
    }
    if (!value.isArray()) {
      throw wrong("its \"" + member + "\" is " + brief(value) + ", and no list of texts");
    }
    for (JsonNode each : value) {
      if (!each.isTextual()) {
        throw wrong("its \"" + member + "\" have " + brief(each) + ", which is no text");
      }
      texts.add(each.textValue());
    }
    return texts;
  }

  /** What is wrong, with the file and the line. */
  ModelException wrong(String problem) {
    return new ModelException(file + ":" + number + ": " + problem);
  }

  private static String brief(JsonNode value) {
    String text = value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
