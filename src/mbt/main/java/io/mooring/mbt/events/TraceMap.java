package io.mooring.mbt.events;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.modelcheck.JsonFile;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the members of a line mean.
 *
 * @param file the file that says so, for messages
 * @param fields where the fields stand that expressions mention, by the name that they have there
 * @param action where the name of the action stands
 * @param session where the name of the run stands that a line belongs to, if lines of several are
 *     mixed
 * @param only what all lines have that are judged
 * @param ignored each of these says what lines have that are not judged
 * @param meaning the meaning of the lines whose action has none of its own
 * @param actions the meaning of the others, by the name in the line; empty for what is ignored
 */
public record TraceMap(
    String file,
    Map<String, Field> fields,
    JsonPointer action,
    Optional<JsonPointer> session,
    Map<JsonPointer, JsonNode> only,
    List<Map<JsonPointer, JsonNode>> ignored,
    Meaning meaning,
    Map<String, Optional<Meaning>> actions) {

  private static final Meaning PLAIN_MEANING =
      new Meaning(List.of(), pointed("/args"), pointed("/state"), List.of());

  /** Lines as they are usual: {@code action}, {@code args}, {@code state}. */
  public static final TraceMap PLAIN =
      new TraceMap(
          "",
          Map.of(),
          JsonPointer.compile("/action"),
          Optional.empty(),
          Map.of(),
          List.of(),
          PLAIN_MEANING,
          Map.of());

  /**
   * A place in a line.
   *
   * @param at where it is
   * @param type of which type the value is that stands there; empty to compare it with what it
   *     meets
   */
  public record Field(JsonPointer at, Optional<JsonType> type) {}

  /**
   * Values by name: all members of an object, or an expression over fields for each.
   *
   * @param all where the object stands
   * @param each the expressions
   */
  public record Values(Optional<JsonPointer> all, Map<String, String> each) {}

  /**
   * What a line means.
   *
   * @param actions the actions of the specification of which it is one; none: as the line says
   * @param arguments their arguments
   * @param state variables after the step
   * @param holds predicates that are true after the step
   */
  public record Meaning(List<String> actions, Values arguments, Values state, List<String> holds) {}

  private static Values pointed(String pointer) {
    return new Values(Optional.of(JsonPointer.compile(pointer)), Map.of());
  }

  /**
   * Reads a map.
   *
   * @throws TlcException if it is none; the message names the file and the member
   */
  public static TraceMap read(Path file) throws TlcException {
    return new Reader(file.toString()).map(JsonFile.read(file));
  }

  /** The names at the top of a line that mean something. */
  Set<String> members() {
    Set<String> names = new LinkedHashSet<>();
    List<Meaning> all = new ArrayList<>(List.of(meaning));
    actions.values().forEach(each -> each.ifPresent(all::add));
    all.forEach(
        each -> {
          each.arguments().all().ifPresent(at -> names.add(at.getMatchingProperty()));
          each.state().all().ifPresent(at -> names.add(at.getMatchingProperty()));
        });
    fields.values().forEach(each -> names.add(each.at().getMatchingProperty()));
    only.keySet().forEach(at -> names.add(at.getMatchingProperty()));
    ignored.forEach(each -> each.keySet().forEach(at -> names.add(at.getMatchingProperty())));
    session.ifPresent(at -> names.add(at.getMatchingProperty()));
    names.add(action.getMatchingProperty());
    names.add("time");
    return names;
  }

  private record Reader(String file) {

    TraceMap map(JsonNode root) throws TlcException {
      known(
          root,
          "",
          "fields",
          "action",
          "session",
          "only",
          "ignore",
          "arguments",
          "state",
          "holds",
          "actions");
      Map<String, Field> fields = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : root.path("fields").properties()) {
        if (!each.getKey().matches("[A-Za-z_][A-Za-z0-9_]*")) {
          throw wrong("fields", "\"" + each.getKey() + "\" is no name in TLA+");
        }
        fields.put(each.getKey(), field(each.getValue(), "fields/" + each.getKey()));
      }
      Meaning meaning = meaning(root, "", PLAIN_MEANING);
      Map<String, Optional<Meaning>> actions = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : root.path("actions").properties()) {
        actions.put(each.getKey(), action(each.getValue(), "actions/" + each.getKey(), meaning));
      }
      List<Map<JsonPointer, JsonNode>> ignored = new ArrayList<>();
      for (JsonNode each : root.path("ignore")) {
        ignored.add(members(each, "ignore"));
      }
      return new TraceMap(
          file,
          fields,
          root.has("action") ? pointer(root.get("action"), "action") : PLAIN.action(),
          root.has("session")
              ? Optional.of(pointer(root.get("session"), "session"))
              : Optional.empty(),
          root.has("only") ? members(root.get("only"), "only") : Map.of(),
          ignored,
          meaning,
          actions);
    }

    private Field field(JsonNode node, String where) throws TlcException {
      if (!node.isObject()) {
        return new Field(pointer(node, where), Optional.empty());
      }
      known(node, where + "/", "at", "type");
      String type = node.path("type").asText();
      try {
        return new Field(pointer(node.path("at"), where + "/at"), Optional.of(JsonType.of(type)));
      } catch (IllegalArgumentException none) {
        throw wrong(where + "/type", "\"" + type + "\" " + none.getMessage());
      }
    }

    private Optional<Meaning> action(JsonNode node, String where, Meaning usual)
        throws TlcException {
      if (node.isNull()) {
        return Optional.empty();
      }
      if (node.isTextual() || node.isArray()) {
        return Optional.of(
            new Meaning(texts(node, where), usual.arguments(), usual.state(), usual.holds()));
      }
      known(node, where + "/", "action", "arguments", "state", "holds");
      return Optional.of(meaning(node, where + "/", usual));
    }

    private Meaning meaning(JsonNode node, String where, Meaning usual) throws TlcException {
      List<String> holds = new ArrayList<>(where.isEmpty() ? List.of() : usual.holds());
      holds.addAll(texts(node.path("holds"), where + "holds"));
      return new Meaning(
          where.isEmpty() ? List.of() : texts(node.path("action"), where + "action"),
          node.has("arguments")
              ? values(node.get("arguments"), where + "arguments")
              : usual.arguments(),
          node.has("state") ? values(node.get("state"), where + "state") : usual.state(),
          holds);
    }

    private Values values(JsonNode node, String where) throws TlcException {
      if (!node.isObject()) {
        return new Values(Optional.of(pointer(node, where)), Map.of());
      }
      Map<String, String> each = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        each.put(member.getKey(), texts(member.getValue(), where + "/" + member.getKey()).get(0));
      }
      return new Values(Optional.empty(), each);
    }

    private Map<JsonPointer, JsonNode> members(JsonNode node, String where) throws TlcException {
      Map<JsonPointer, JsonNode> members = new LinkedHashMap<>();
      if (!node.isObject() || node.isEmpty()) {
        throw wrong(where, "expected an object from JSON pointers to values, not " + node);
      }
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        members.put(pointer(each.getKey(), where), each.getValue());
      }
      return members;
    }

    private List<String> texts(JsonNode node, String where) throws TlcException {
      List<String> texts = new ArrayList<>();
      for (JsonNode each : node.isArray() ? node : List.of(node)) {
        if (each.isMissingNode()) {
          continue;
        }
        if (!each.isTextual()) {
          throw wrong(where, "expected a text, not " + each);
        }
        texts.add(each.textValue());
      }
      return texts;
    }

    private JsonPointer pointer(JsonNode node, String where) throws TlcException {
      return pointer(node.isTextual() ? node.textValue() : node.toString(), where);
    }

    private JsonPointer pointer(String text, String where) throws TlcException {
      if (!text.startsWith("/")) {
        throw wrong(where, "expected a JSON pointer such as \"/name\", not " + text);
      }
      return JsonPointer.compile(text);
    }

    private void known(JsonNode node, String where, String... names) throws TlcException {
      if (!node.isObject()) {
        throw wrong(where.isEmpty() ? "the map" : where, "expected an object, not " + node);
      }
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        if (!List.of(names).contains(each.getKey())) {
          throw wrong(where + each.getKey(), "expected one of " + String.join(", ", names));
        }
      }
    }

    private TlcException wrong(String where, String why) {
      return new TlcException(file + ": " + where + ": " + why);
    }
  }
}
