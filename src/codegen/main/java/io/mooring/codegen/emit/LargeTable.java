package io.mooring.codegen.emit;

import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table that is data and not code: Java bounds the size of a method and the number of a class's
 * constants. Its locations and rows are text from which generated classes read them when they are
 * loaded.
 */
public final class LargeTable {

  /** All rows that are code are made by one method, and so are all locations. */
  private static final int LARGEST_METHOD = 60_000;

  private static final int ROW = 48;
  private static final int EFFECT = 8;
  private static final int NOTIFICATION = 24;
  private static final int LOCATION = 24;
  private static final int VALUE = 8;

  private final Model model;
  private final ModelLookup names;
  private final Map<String, Integer> strings = new LinkedHashMap<>();

  LargeTable(Model model) {
    this.model = model;
    this.names = new ModelLookup(model);
  }

  /** Whether the table of a model is data; estimates, not too low, of bytes of code decide it. */
  public static boolean isNeeded(Model model) {
    long rows =
        model.steps().stream()
            .mapToLong(
                step ->
                    ROW
                        + EFFECT * step.effects().size()
                        + NOTIFICATION * step.notifications().size())
            .sum();
    long locations =
        model.locations().stream()
            .flatMap(each -> each.values().values().stream())
            .mapToLong(LargeTable::size)
            .sum();
    return rows > LARGEST_METHOD
        || locations + (long) LOCATION * model.locations().size() > LARGEST_METHOD;
  }

  private static long size(Value value) {
    if (value instanceof Value.SetOf set) {
      return VALUE + set.elements().stream().mapToLong(each -> VALUE + size(each)).sum();
    }
    return VALUE
        + Value.pairs(value).stream()
            .mapToLong(each -> VALUE + size(each.getKey()) + size(each.getValue()))
            .sum();
  }

  /** Each location as a line of digits: its variables, then the timers that run. */
  List<String> locations() {
    List<List<Timer>> running = TimerLocations.byLocation(model);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < model.locations().size(); i++) {
      Location location = model.locations().get(i);
      Digits line = new Digits();
      for (Variable each : model.variables()) {
        value(each.type(), Objects.requireNonNull(location.values().get(each.name())), line);
      }
      if (!model.timers().isEmpty()) {
        line.number(running.get(i).size());
        running.get(i).forEach(each -> line.number(constant("Timer", each.constant())));
      }
      lines.add(line.text());
    }
    return lines;
  }

  /**
   * The rows as lines of digits: how many different outputs there are, each of them, the initial
   * step, and for each location its rows.
   */
  List<String> rows() {
    Map<String, Integer> outputs = new LinkedHashMap<>();
    List<Integer> said = new ArrayList<>();
    model.steps().forEach(step -> said.add(output(step, outputs)));
    int first = output(model.initial(), outputs);
    List<String> lines = new ArrayList<>();
    lines.add(new Digits().number(outputs.size()).text());
    lines.addAll(outputs.keySet());
    Step initial = model.initial();
    lines.add(new Digits().number(initial.to()).number(initial.event()).number(first).text());
    int at = 0;
    for (int location = 0; location < model.locations().size(); location++) {
      Digits line = new Digits();
      for (int event = 0; event < model.events().size(); event++) {
        line.signed(model.steps().get(at).to() - location).number(said.get(at));
        at++;
      }
      lines.add(line.text());
    }
    return lines;
  }

  /** The strings that the digits refer to, complete once they are made. */
  List<String> strings() {
    return List.copyOf(strings.keySet());
  }

  private int output(Step step, Map<String, Integer> outputs) {
    Digits line = new Digits();
    line.number(constant("Outcome", names.outcome(step.outcome())));
    names
        .codes()
        .ifPresent(type -> line.number(constant(type, Objects.requireNonNull(step.code()))));
    names
        .notifications()
        .ifPresent(
            type -> {
              line.number(step.notifications().size());
              step.notifications().forEach(each -> notification(type, each, line));
            });
    line.number(step.effects().size());
    step.effects().forEach(each -> line.number(constant("Effect", each)));
    line.number(string(step.line().toString()));
    String text = line.text();
    outputs.putIfAbsent(text, outputs.size());
    return Objects.requireNonNull(outputs.get(text));
  }

  private void notification(RecordType type, Map<String, String> values, Digits line) {
    for (RecordType.Field field : type.fields()) {
      String text = Objects.requireNonNull(values.get(field.name()));
      if (field.type() instanceof Type.EnumType named) {
        line.number(constant(named.name(), text));
      } else if (field.type() instanceof Type.Bool) {
        line.number(text.equals("true") ? 1 : 0);
      } else {
        line.signed(Integer.parseInt(text));
      }
    }
  }

  private void value(Type type, Value value, Digits line) {
    if (type instanceof Type.EnumType named) {
      line.number(constant(named.name(), names.constant(named.name(), value)));
    } else if (value instanceof Value.Bool bool) {
      line.number(bool.value() ? 1 : 0);
    } else if (value instanceof Value.Int number) {
      line.signed(number.value());
    } else if (value instanceof Value.Str text) {
      line.number(string(text.value()));
    } else if (type instanceof Type.SetOf kind) {
      all(kind.element(), ((Value.SetOf) value).elements(), line);
    } else if (type instanceof Type.SeqOf kind) {
      all(kind.element(), ((Value.Seq) value).elements(), line);
    } else if (type instanceof Type.MapOf kind) {
      line.number(Value.pairs(value).size());
      for (Map.Entry<Value, Value> each : Value.pairs(value)) {
        value(kind.key(), each.getKey(), line);
        value(kind.value(), each.getValue(), line);
      }
    } else {
      for (RecordType.Field field : names.record(((Type.RecordOf) type).name()).fields()) {
        Value part = ((Value.Rec) value).fields().get(field.name());
        value(field.type(), Objects.requireNonNull(part), line);
      }
    }
  }

  private void all(Type type, List<Value> values, Digits line) {
    line.number(values.size());
    values.forEach(each -> value(type, each, line));
  }

  private int string(String text) {
    strings.putIfAbsent(text, strings.size());
    return Objects.requireNonNull(strings.get(text));
  }

  private int constant(String type, String name) {
    Enumeration enumeration = model.enumeration(type);
    return enumeration.constants().indexOf(enumeration.constant(name).orElseThrow());
  }

  /** The Java that reads a value of a type from {@code data}. */
  String reading(Type type) {
    if (type instanceof Type.Bool) {
      return "data.next() == 1";
    }
    if (type instanceof Type.Int || type instanceof Type.IntRange) {
      return "data.signed()";
    }
    if (type instanceof Type.Str) {
      return "data.string()";
    }
    if (type instanceof Type.EnumType named) {
      return named.name() + ".values()[data.next()]";
    }
    if (type instanceof Type.SetOf set) {
      return "data.set(() -> " + reading(set.element()) + ")";
    }
    if (type instanceof Type.SeqOf sequence) {
      return "data.list(() -> " + reading(sequence.element()) + ")";
    }
    if (type instanceof Type.MapOf map) {
      return "data.map(() -> " + reading(map.key()) + ", () -> " + reading(map.value()) + ")";
    }
    RecordType struct = names.record(((Type.RecordOf) type).name());
    List<String> fields = struct.fields().stream().map(each -> reading(each.type())).toList();
    return "new " + struct.name() + "(" + String.join(", ", fields) + ")";
  }
}
