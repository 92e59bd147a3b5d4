package io.mooring.mbt.events;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mooring.checker.tlc.ListedAction;
import io.mooring.checker.tlc.Nearest;
import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.trace.Expressions;
import io.mooring.mbt.tlc.SpecAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes events of lines, by a map and the actions of a specification. */
final class EventReader {

  private final TraceMap map;
  private final MapExpressions own;
  private final Expressions expressions;
  private final Oracle oracle;
  private final TlaState anyState;
  private final Set<String> models;
  private final Map<String, List<ListedAction>> listed = new LinkedHashMap<>();

  EventReader(TraceMap map, MapExpressions own, Expressions expressions) {
    this.map = map;
    this.own = own;
    this.expressions = expressions;
    this.oracle = expressions.oracle();
    this.anyState = oracle.initial().get(0);
    this.models = new HashSet<>(oracle.modelValues());
    for (ListedAction each : oracle.actions()) {
      listed.computeIfAbsent(each.name(), key -> new ArrayList<>()).add(each);
    }
  }

  /**
   * The event of a line.
   *
   * @throws IllegalArgumentException if it has no meaning, in words that follow the line
   */
  Event event(JsonNode line, TraceMap.Meaning meaning) {
    String name = text(line, map.action());
    List<String> names = meaning.actions();
    if (names.isEmpty() && !name.isEmpty()) {
      names = List.of(name);
    }
    Map<String, Given> fields = new LinkedHashMap<>();
    map.fields().forEach((each, field) -> put(fields, each, line.at(field.at()), field.type()));
    Map<String, Given> shown = values(line, meaning.state(), fields);
    for (String variable : shown.keySet()) {
      if (!oracle.variables().contains(variable)) {
        throw new IllegalArgumentException(
            "the specification has no variable "
                + variable
                + Nearest.question(variable, oracle.variables()));
      }
    }
    List<Event.Condition> holds = holds(meaning, fields);
    Map<String, Given> arguments =
        names.isEmpty() ? Map.of() : arguments(line, meaning, fields, names);
    if (names.isEmpty() && shown.isEmpty() && holds.isEmpty()) {
      throw new IllegalArgumentException(
          "has no action at " + map.action() + ", and shows no variable; a map can ignore it");
    }
    Set<SpecAction> actions = new LinkedHashSet<>();
    List<String> impossible = new ArrayList<>();
    boolean within = false;
    for (String each : names) {
      within |= resolve(each, arguments, actions, impossible);
    }
    return new Event(
        words(names, arguments, shown, holds),
        List.copyOf(actions),
        within,
        !names.isEmpty(),
        impossible,
        shown,
        holds);
  }

  private static String words(
      List<String> names,
      Map<String, Given> arguments,
      Map<String, Given> shown,
      List<Event.Condition> holds) {
    List<String> parts = new ArrayList<>();
    arguments.forEach((name, value) -> parts.add(name + " = " + value));
    String call =
        String.join(" or ", names) + (parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")");
    List<String> after = new ArrayList<>();
    shown.forEach((name, value) -> after.add(name + " = " + value));
    holds.forEach(each -> after.add(each.text()));
    String state = String.join(", ", after);
    return call.isEmpty() ? state : after.isEmpty() ? call : call + " with " + state;
  }

  private Map<String, Given> arguments(
      JsonNode line, TraceMap.Meaning meaning, Map<String, Given> fields, List<String> names) {
    JsonNode list = meaning.arguments().all().map(line::at).orElse(MissingNode.getInstance());
    if (!list.isArray()) {
      return values(line, meaning.arguments(), fields);
    }
    List<String> parameters = parameters(names.get(0));
    if (parameters.size() != list.size()) {
      throw new IllegalArgumentException(
          names.get(0) + " has the parameters " + parameters + ", and not " + list.size());
    }
    Map<String, Given> arguments = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      arguments.put(parameters.get(i), new Given.Plain(list.get(i), models));
    }
    return arguments;
  }

  private Map<String, Given> values(
      JsonNode line, TraceMap.Values values, Map<String, Given> fields) {
    Map<String, Given> all = new LinkedHashMap<>();
    if (values.all().isPresent()) {
      JsonNode object = line.at(values.all().get());
      if (!object.isObject() && !object.isMissingNode() && !object.isNull()) {
        throw new IllegalArgumentException(
            "has no object at " + values.all().get() + ", but " + object);
      }
      object
          .properties()
          .forEach(each -> put(all, each.getKey(), each.getValue(), Optional.empty()));
    }
    values
        .each()
        .forEach(
            (name, expression) -> {
              Given field = fields.get(expression.strip());
              if (field != null) {
                all.put(name, field);
              } else if (!map.fields().containsKey(expression.strip())
                  && own.isComplete(expression, fields.keySet())) {
                all.put(name, new Given.Exact(value(expression, fields)));
              }
            });
    return all;
  }

  private TlaValue value(String expression, Map<String, Given> fields) {
    try {
      return expressions.value(own.number(expression), own.mentioned(expression, fields), anyState);
    } catch (IllegalArgumentException noValue) {
      throw new IllegalArgumentException(
          "'" + expression + "' has no value: " + noValue.getMessage(), noValue);
    }
  }

  private List<Event.Condition> holds(TraceMap.Meaning meaning, Map<String, Given> fields) {
    List<Event.Condition> all = new ArrayList<>();
    for (String expression : meaning.holds()) {
      if (own.isComplete(expression, fields.keySet())) {
        Map<String, TlaValue> arguments = own.mentioned(expression, fields);
        String with = new TreeMap<>(arguments).toString();
        all.add(
            new Event.Condition(
                own.number(expression),
                arguments,
                expression
                    + (arguments.isEmpty() ? "" : " for " + with.substring(1, with.length() - 1))));
      }
    }
    return all;
  }

  private void put(Map<String, Given> all, String name, JsonNode node, Optional<JsonType> type) {
    if (node.isMissingNode() || node.isNull()) {
      return;
    }
    try {
      all.put(
          name,
          type.isPresent()
              ? new Given.Exact(type.get().read(node))
              : new Given.Plain(node, models));
    } catch (IllegalArgumentException mismatch) {
      throw new IllegalArgumentException(
          "has a field " + name + " that " + mismatch.getMessage(), mismatch);
    }
  }

  /** Adds the actions of a name that have these arguments, and perhaps others. */
  private boolean resolve(
      String name, Map<String, Given> arguments, Set<SpecAction> actions, List<String> impossible) {
    List<ListedAction> all = listed.getOrDefault(name, List.of());
    int before = actions.size();
    boolean covered = !all.isEmpty();
    for (ListedAction each : all) {
      if (!each.parameters().keySet().containsAll(arguments.keySet())) {
        covered = false;
      } else if (agree(arguments, each)) {
        actions.add(new SpecAction(name, each.parameters()));
      }
    }
    if (covered) {
      if (actions.size() == before) {
        impossible.add(
            "the next-state relation has no " + name + " with the arguments " + arguments);
      }
      return false;
    }
    List<String> parameters = parameters(name);
    for (String given : arguments.keySet()) {
      if (!parameters.contains(given)) {
        throw new IllegalArgumentException(
            name + " has no parameter " + given + "; it has " + parameters);
      }
    }
    if (arguments.size() < parameters.size()) {
      throw new IllegalArgumentException(
          "the next-state relation takes arguments of "
              + name
              + " from a set that changes: the line must have all of "
              + parameters
              + ", or none");
    }
    Map<String, TlaValue> values = new HashMap<>();
    arguments.forEach((parameter, given) -> values.put(parameter, given.value()));
    actions.add(new SpecAction(name, values));
    return true;
  }

  private static boolean agree(Map<String, Given> arguments, ListedAction action) {
    return action.parameters().entrySet().stream()
        .allMatch(
            each -> {
              Given given = arguments.get(each.getKey());
              return given == null || given.agrees(each.getValue());
            });
  }

  private List<String> parameters(String action) {
    try {
      return oracle.parameters(action);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "the specification has no action "
              + action
              + Nearest.question(action, listed.keySet())
              + "; a map can give it another name, or ignore it",
          unknown);
    }
  }

  static String text(JsonNode line, JsonPointer at) {
    JsonNode node = line.at(at);
    return node.isMissingNode() || node.isNull() ? "" : node.asText();
  }
}
