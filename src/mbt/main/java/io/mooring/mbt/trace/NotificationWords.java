package io.mooring.mbt.trace;

import com.fasterxml.jackson.core.JsonParser;
import io.mooring.codegen.model.Value;
import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a machine's notifications, and the notifications that they make: those that steps
 * have are found by the numbers of their values, and are one object each.
 */
final class NotificationWords {
  private final List<String> names;
  private final List<KnownWords<Field>> words = new ArrayList<>();
  private final String[] columns;
  private final int[] sizes;
  private final Node root;

  /**
   * A value of a field.
   *
   * @param number its number among those that the machine knows; -1 for another
   */
  record Field(int number, Constant constant) {}

  /** What is known of a notification after its first fields. */
  private static final class Node {
    private final @Nullable Node[] next;
    private @Nullable TraceNotification notification;

    Node(int values) {
      next = new Node[values];
    }
  }

  NotificationWords(Machine machine, NotificationAutomaton automaton) {
    names = List.copyOf(automaton.notifications().get(0).keySet());
    columns = names.toArray(String[]::new);
    sizes = new int[names.size() + 1];
    List<Map<Constant, Field>> known = new ArrayList<>();
    for (String name : names) {
      Map<Constant, Field> values = new LinkedHashMap<>();
      automaton.notifications().forEach(each -> learn(values, each.get(name)));
      // A location may have values that no notification has.
      machine.locations().forEach(each -> learn(values, each.variables().get(name)));
      KnownWords<Field> list = new KnownWords<>(name);
      values.forEach(list::learn);
      sizes[words.size()] = values.size();
      words.add(list);
      known.add(values);
    }
    root = new Node(sizes[0]);
    for (int number = 0; number < automaton.notifications().size(); number++) {
      add(new TraceNotification(number, automaton.notifications().get(number), List.of()), known);
    }
  }

  private static void learn(Map<Constant, Field> values, @Nullable Constant constant) {
    if (constant != null) {
      values.putIfAbsent(constant, new Field(values.size(), constant));
    }
  }

  private void add(TraceNotification notification, List<Map<Constant, Field>> known) {
    Node node = root;
    for (int i = 0; i < names.size(); i++) {
      Field field = known.get(i).get(notification.fields().get(names.get(i)));
      int number = field == null ? -1 : field.number();
      Node next = node.next[number];
      if (next == null) {
        next = new Node(sizes[i + 1]);
        node.next[number] = next;
      }
      node = next;
    }
    node.notification = notification;
  }

  /** The names of the fields, in the order of the machine. */
  List<String> names() {
    return names;
  }

  /** The number of a field; -1 if there is none of that name. */
  int number(String name) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The value of a field, at which the parser is. */
  Field read(int field, JsonParser parser) throws IOException, TraceFormatException {
    KnownWords<Field> list = words.get(field);
    Field common = list.common(parser);
    if (common != null) {
      return common;
    }
    Object word = list.word(parser);
    Field known = list.coded(word);
    if (known != null) {
      return known;
    }
    Value value =
        word instanceof Boolean bool ? new Value.Bool(bool) : new Value.Int((Integer) word);
    return new Field(-1, Constant.of(value));
  }

  /** The notification with these values, one for each field. */
  TraceNotification of(@Nullable Field[] values) {
    Node node = root;
    for (int i = 0; node != null && i < columns.length; i++) {
      Field value = values[i];
      node = value == null || value.number() < 0 ? null : node.next[value.number()];
    }
    TraceNotification known = node == null ? null : node.notification;
    return known == null ? unknown(values) : known;
  }

  private TraceNotification unknown(@Nullable Field[] values) {
    Map<String, Constant> fields = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Field value = values[i];
      if (value != null) {
        fields.put(names.get(i), value.constant());
        if (value.number() < 0) {
          unknown.add(names.get(i));
        }
      }
    }
    return new TraceNotification(-1, fields, unknown);
  }

  /** Whether every field has a value. */
  static boolean isWhole(@Nullable Field[] values) {
    for (Field value : values) {
      if (value == null) {
        return false;
      }
    }
    return true;
  }

  /** The fields that have no value, in words: {@code no state and no reason}; empty if all have. */
  String missing(@Nullable Field[] values) {
    return list(i -> values[i] == null ? "no " + names.get(i) : "");
  }

  /** The fields in words: {@code a state and a reason}. */
  String text() {
    return list(i -> ("aeiou".indexOf(names.get(i).charAt(0)) < 0 ? "a " : "an ") + names.get(i));
  }

  private String list(IntFunction<String> word) {
    List<String> parts =
        IntStream.range(0, names.size()).mapToObj(word).filter(each -> !each.isEmpty()).toList();
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : parts.subList(0, last).stream().collect(Collectors.joining(", "))
            + " and "
            + parts.get(last);
  }
}
