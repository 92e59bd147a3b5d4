package io.mooring.room.harness.tlc;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.room.harness.Observation;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what a set of states of the timed specification is, and why none of them allows a thing. */
final class FrontierText {

  /** What the client does by itself, and time. */
  private static final List<String> CLIENT =
      List.of(
          "Tick",
          "CarryOut",
          "CallbackBegins",
          "CallbackReturns",
          "TimerFires",
          "AttemptTimesOut",
          "NextAttempt");

  private final TimedOracle oracle;
  private final List<Node> nodes;
  private final List<TlaState> states;

  FrontierText(TimedOracle oracle, Collection<Node> nodes) {
    this.oracle = oracle;
    this.nodes = List.copyOf(nodes);
    this.states = nodes.stream().map(Node::state).toList();
  }

  String rejection(Observation seen, Collection<String> why) {
    return "the specification does not allow: "
        + seen.text().replaceAll("\\s+", " ")
        + "\n  because "
        + String.join("\n       or ", why)
        + "\nBefore it the specification was in "
        + described()
        + "Enabled there: "
        + enabled();
  }

  /**
   * In what the values that were seen differ from those of the specification; fields one by one.
   */
  static Optional<String> differences(
      String where, Map<String, TlaValue> seen, Map<String, TlaValue> specified) {
    if (agree(seen, specified)) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>();
    new TreeMap<>(seen)
        .forEach(
            (name, value) -> {
              TlaValue other = specified.get(name);
              if (value instanceof TlaValue.Rec one && other instanceof TlaValue.Rec two) {
                differences(where + name + ".", one.fields(), two.fields()).ifPresent(all::add);
              } else if (!value.equals(other)) {
                all.add(
                    where
                        + name
                        + " is "
                        + named(name, other)
                        + " in the specification, and was "
                        + named(name, value));
              }
            });
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
  }

  private static boolean agree(Map<String, TlaValue> seen, Map<String, TlaValue> specified) {
    for (Map.Entry<String, TlaValue> each : seen.entrySet()) {
      if (!each.getValue().equals(specified.get(each.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** What all states have in common, and in what each is different. */
  private String described() {
    Map<String, TlaValue> common = new TreeMap<>(states.get(0).values());
    states.forEach(state -> common.entrySet().retainAll(state.values().entrySet()));
    StringBuilder text = new StringBuilder();
    text.append(
        states.size() == 1 ? "this state:\n" : "one of " + states.size() + " states; all:\n");
    text.append(lines(common));
    if (states.size() > 1) {
      text.append("and one of:\n");
      for (TlaState state : states) {
        Map<String, TlaValue> own = new TreeMap<>(state.values());
        own.keySet().removeAll(common.keySet());
        text.append(lines(own));
      }
    }
    return text.toString();
  }

  private static String lines(Map<String, TlaValue> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + " = " + named(value.getKey(), value.getValue()))
        .collect(Collectors.joining(", "))
        .indent(2);
  }

  private static String named(String variable, @Nullable TlaValue value) {
    if ((variable.equals("state") || variable.equals("told"))
        && value instanceof TlaValue.Int code) {
      return Arrays.stream(ConnectionState.values())
          .filter(state -> state.code() == code.value())
          .findFirst()
          .map(state -> state.name())
          .orElse(value.toString());
    }
    return String.valueOf(value);
  }

  /** The enabled actions; with how many of the states, if it is not all. */
  private String enabled() {
    Map<String, Integer> count = new LinkedHashMap<>();
    for (Node node : nodes) {
      candidates(node.state())
          .filter(action -> !oracle.successors(node, action).isEmpty())
          .map(FrontierText::briefly)
          .distinct()
          .forEach(name -> count.merge(name, 1, Integer::sum));
    }
    return count.entrySet().stream()
        .map(
            each ->
                each.getValue() == states.size()
                    ? each.getKey()
                    : each.getKey() + " (in " + each.getValue() + " of them)")
        .collect(Collectors.joining(", "));
  }

  /** One fact of a session stands for all: they are enabled together. */
  private static String briefly(Action action) {
    return action.name().equals("WorldTells")
        ? "WorldTells about session " + action.arguments().get("e")
        : action.name();
  }

  private static Stream<Action> candidates(TlaState state) {
    int sessions = ((TlaValue.Int) state.get("epoch")).value();
    Stream<Action> user =
        Arrays.stream(Event.values())
            .filter(Event::isCommand)
            .map(command -> Action.of(command.action()));
    Stream<Action> world =
        IntStream.rangeClosed(1, sessions)
            .boxed()
            .map(session -> Action.worldTells(Event.JOINED.action(), session));
    return Stream.of(CLIENT.stream().map(Action::of), user, world).flatMap(all -> all);
  }
}
