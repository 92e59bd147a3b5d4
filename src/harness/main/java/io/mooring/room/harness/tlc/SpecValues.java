package io.mooring.room.harness.tlc;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mapping between the generated Java types and the values of TLC, read off the types
 * themselves: a variable is the accessor of {@link Location} with its name, an output the component
 * of {@link Step} with its name, a constant its code or string. Nothing of the specification is
 * typed here again.
 */
final class SpecValues {
  private static final String OUT = "out";

  /** What a step has beside its outputs. */
  private static final Set<String> NOT_OUTPUTS = Set.of("from", "to", "source");

  /** What was read off the types by reflection, of which there is little and it never changes. */
  private static final Map<Object, TlaValue> CONSTANTS = new ConcurrentHashMap<>();

  private final List<String> variables;
  private final Map<SortedMap<String, TlaValue>, Location> locations = new HashMap<>();

  /** A mapping for a specification with these variables. */
  SpecValues(List<String> variables) {
    this.variables = variables.stream().filter(variable -> !variable.equals(OUT)).toList();
    for (Location location : Location.values()) {
      locations.put(valuation(location), location);
    }
  }

  /** A mapping for those of the variables that the contract has. */
  static SpecValues among(List<String> variables) {
    return new SpecValues(
        variables.stream()
            .filter(variable -> variable.equals(OUT) || has(Location.class, variable))
            .toList());
  }

  /** Whether no two locations have the same values of these variables. */
  boolean tellsLocationsApart() {
    return locations.size() == Location.values().length;
  }

  /** The part of a state that has these variables alone. */
  TlaState among(TlaState state) {
    SortedMap<String, TlaValue> values = new TreeMap<>();
    variables.forEach(variable -> values.put(variable, state.get(variable)));
    values.put(OUT, state.get(OUT));
    return new TlaState(values);
  }

  /** What these variables are in a location. */
  SortedMap<String, TlaValue> among(Location location) {
    return valuation(location);
  }

  /** The whole state that a step leads to. */
  TlaState state(Step step) {
    SortedMap<String, TlaValue> values = new TreeMap<>(valuation(step.to()));
    values.put(OUT, outputs(step));
    return new TlaState(values);
  }

  /** The location of a whole state. */
  Location location(TlaState state) {
    SortedMap<String, TlaValue> values = new TreeMap<>(state.values());
    values.remove(OUT);
    Location location = locations.get(values);
    if (location == null) {
      throw new IllegalArgumentException(
          "the specification has a state that no Location stands for:\n" + state);
    }
    return location;
  }

  /** The step between two whole states. */
  Step step(TlaState before, String action, TlaState after) {
    if (!(after.get(OUT) instanceof TlaValue.Rec out)) {
      throw new IllegalArgumentException(OUT + " is no record: " + after.get(OUT));
    }
    RecordComponent[] components = Step.class.getRecordComponents();
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      arguments[i] =
          switch (components[i].getName()) {
            case "from" -> location(before);
            case "to" -> location(after);
            case "source" -> "TLC";
            default -> decode(field(out, components[i].getName()), components[i].getGenericType());
          };
    }
    try {
      Step step = Step.class.getDeclaredConstructor(types).newInstance(arguments);
      if (!step.event().action().equals(action)) {
        throw new IllegalArgumentException(
            "the action " + action + " says that the event is " + step.event().action());
      }
      return step;
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("Step is not the record that it was", failure);
    }
  }

  private SortedMap<String, TlaValue> valuation(Location location) {
    SortedMap<String, TlaValue> values = new TreeMap<>();
    for (String variable : variables) {
      values.put(variable, encode(read(location, variable)));
    }
    return values;
  }

  private static TlaValue outputs(Step step) {
    SortedMap<String, TlaValue> fields = new TreeMap<>();
    for (RecordComponent component : Step.class.getRecordComponents()) {
      if (!NOT_OUTPUTS.contains(component.getName())) {
        fields.put(component.getName(), encode(read(step, component.getName())));
      }
    }
    return new TlaValue.Rec(fields);
  }

  /** A value of the generated types as TLC has it. */
  static TlaValue encode(Object value) {
    if (!(value instanceof Enum<?> || value instanceof Notification)) {
      return encoded(value);
    }
    TlaValue known = CONSTANTS.get(value);
    if (known == null) {
      known = encoded(value);
      CONSTANTS.put(value, known);
    }
    return known;
  }

  private static TlaValue encoded(Object value) {
    if (value instanceof Boolean bool) {
      return new TlaValue.Bool(bool);
    }
    if (value instanceof Integer number) {
      return new TlaValue.Int(number);
    }
    if (value instanceof Event event) {
      return new TlaValue.Str(event.action());
    }
    if (value instanceof Enum<?> constant) {
      return has(constant.getDeclaringClass(), "code")
          ? encode(read(constant, "code"))
          : new TlaValue.Str((String) read(constant, "value"));
    }
    if (value instanceof List<?> list) {
      return new TlaValue.Seq(list.stream().map(SpecValues::encode).toList());
    }
    SortedMap<String, TlaValue> fields = new TreeMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      fields.put(component.getName(), encode(read(value, component.getName())));
    }
    return new TlaValue.Rec(fields);
  }

  /** The effect that a value stands for. */
  static Effect effect(TlaValue value) {
    return (Effect) decode(value, Effect.class);
  }

  private static Object decode(TlaValue value, Type type) {
    if (type instanceof ParameterizedType list && value instanceof TlaValue.Seq sequence) {
      Type element = list.getActualTypeArguments()[0];
      return sequence.elements().stream().map(each -> decode(each, element)).toList();
    }
    if (type instanceof Class<?> record
        && record.isRecord()
        && value instanceof TlaValue.Rec fields) {
      return decodeRecord(fields, record);
    }
    if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
      for (Object constant : enumeration.getEnumConstants()) {
        if (encode(constant).equals(value)) {
          return constant;
        }
      }
    }
    throw new IllegalArgumentException(
        "the specification's " + value + " is no " + type.getTypeName());
  }

  private static Object decodeRecord(TlaValue.Rec fields, Class<?> type) {
    List<Object> arguments = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      types.add(component.getType());
      arguments.add(decode(field(fields, component.getName()), component.getGenericType()));
    }
    try {
      return type.getDeclaredConstructor(types.toArray(new Class<?>[0]))
          .newInstance(arguments.toArray());
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(type + " has no canonical constructor", failure);
    }
  }

  /** A field of a record that must have it. */
  static TlaValue field(TlaValue.Rec record, String name) {
    TlaValue value = record.fields().get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the specification's record has no field " + name + ": " + record);
    }
    return value;
  }

  private static boolean has(Class<?> type, String accessor) {
    try {
      type.getMethod(accessor);
      return true;
    } catch (NoSuchMethodException absent) {
      return false;
    }
  }

  private static Object read(Object owner, String accessor) {
    Class<?> type =
        owner instanceof Enum<?> constant ? constant.getDeclaringClass() : owner.getClass();
    try {
      return type.getMethod(accessor).invoke(owner);
    } catch (NoSuchMethodException absent) {
      throw new IllegalArgumentException(
          "the specification has "
              + accessor
              + ", "
              + type.getSimpleName()
              + " has no such accessor",
          absent);
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new IllegalStateException(
          type.getSimpleName() + "." + accessor + " cannot be read", failure);
    }
  }
}
