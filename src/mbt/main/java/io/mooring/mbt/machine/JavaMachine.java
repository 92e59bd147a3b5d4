package io.mooring.mbt.machine;

import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.Value;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A machine read from generated Java, once, by reflection: {@code Table}, {@code Step}, {@code
 * Location} and {@code Event} of one package. Steps and events of that package are translated into
 * numbers and back.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param <E> the generated enum {@code Event}
 */
public final class JavaMachine<E extends Enum<E>> {

  /** What a step has beside its outputs. */
  private static final String SOURCE = "source";

  private final Machine machine;
  private final List<E> events;
  private final IdentityHashMap<Object, Integer> rows = new IdentityHashMap<>();
  private final Object initial;
  private final List<?> locations;

  private JavaMachine(Class<?> table, Class<E> event) {
    events = List.of(event.getEnumConstants());
    Class<?> location = sibling(table, "Location");
    locations = List.of((Object[]) call(location, null, "values"));
    List<MachineLocation> places = locations.stream().map(JavaMachine::location).toList();
    List<MachineEvent> inputs = events.stream().map(JavaMachine::event).toList();
    initial = call(table, null, "initial");
    List<MachineStep> steps = new ArrayList<>();
    for (Object step : (List<?>) call(table, null, "steps")) {
      rows.put(step, steps.size());
      steps.add(read(step));
    }
    MachineStep first = read(initial);
    machine = new Machine(module(first.source()), places, inputs, first, steps);
  }

  /**
   * Reads the package of a generated table.
   *
   * @param table the generated class {@code Table}
   * @param event the generated enum {@code Event} of the same package
   * @throws IllegalArgumentException if these are not generated classes of one package
   */
  public static <E extends Enum<E>> JavaMachine<E> of(Class<?> table, Class<E> event) {
    if (!table.getSimpleName().equals("Table") || sibling(table, "Event") != event) {
      throw new IllegalArgumentException(
          table.getName()
              + " and "
              + event.getName()
              + " are not Table and Event of one generated package");
    }
    return new JavaMachine<>(table, event);
  }

  /**
   * Reads the package of a generated table that was loaded by name.
   *
   * @throws IllegalArgumentException if it is not a generated table
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // the constructor checks that the class is an enum
  public static JavaMachine<?> of(Class<?> table) {
    return of(table, (Class) sibling(table, "Event"));
  }

  /** The machine as data. */
  public Machine machine() {
    return machine;
  }

  /** The generated constants of the events; the number of one is its index. */
  public List<E> events() {
    return events;
  }

  /** The number of an event. */
  @SuppressWarnings("EnumOrdinal") // the numbers of a machine are the ordinals of its constants
  public int number(E event) {
    return event.ordinal();
  }

  /** The generated constant of a location. */
  public Object location(int number) {
    return locations.get(number);
  }

  /** The row of a step of the table; -1 for any other step, whatever it is equal to. */
  public int row(Object step) {
    return rows.getOrDefault(step, -1);
  }

  /** The generated step of the initial state. */
  public Object initial() {
    return initial;
  }

  /**
   * A generated step as data: one of the table, or one that an implementation has made.
   *
   * @throws IllegalArgumentException if it is no generated step
   */
  @SuppressWarnings("ReferenceEquality") // an equal one need not be that of the table
  public MachineStep step(Object step) {
    if (step == initial) {
      return machine.initial();
    }
    int row = row(step);
    return row < 0 ? read(step) : machine.step(row).orElseThrow();
  }

  /** The module of a source line: {@code Turnstile} of {@code Turnstile.tla:75}. */
  private static String module(String source) {
    int end = source.indexOf(".tla:");
    return end < 0 ? source : source.substring(0, end);
  }

  private static Class<?> sibling(Class<?> table, String name) {
    String full = table.getPackageName() + "." + name;
    try {
      return Class.forName(full, true, table.getClassLoader());
    } catch (ClassNotFoundException absent) {
      throw new IllegalArgumentException(
          table.getName() + " is no generated table: there is no " + full, absent);
    }
  }

  private static MachineLocation location(Object location) {
    Map<String, Constant> variables = new LinkedHashMap<>();
    for (Field field : location.getClass().getDeclaredFields()) {
      // The fields of variables are private and have an accessor of their name.
      boolean variable =
          Modifier.isPrivate(field.getModifiers())
              && !Modifier.isStatic(field.getModifiers())
              && !field.isSynthetic()
              && has(location.getClass(), field.getName());
      if (variable) {
        variables.put(field.getName(), constant(get(location, field.getName())));
      }
    }
    return new MachineLocation((String) get(location, "name"), variables);
  }

  private static MachineEvent event(Enum<?> event) {
    Map<String, Value> parameters = new LinkedHashMap<>();
    if (has(event.getDeclaringClass(), "parameters")) {
      ((Map<?, ?>) get(event, "parameters"))
          .forEach((name, value) -> parameters.put((String) name, constant(value).value()));
    }
    return new MachineEvent(
        event.name(), (String) get(event, "action"), parameters, (Boolean) get(event, "isCommand"));
  }

  @SuppressWarnings("EnumOrdinal") // the numbers of a machine are the ordinals of its constants
  private static int number(Object constant) {
    return (Integer) get(constant, "ordinal");
  }

  private static MachineStep read(Object step) {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (!step.getClass().isRecord()) {
      throw new IllegalArgumentException(step + " is no generated step");
    }
    for (RecordComponent component : step.getClass().getRecordComponents()) {
      parts.put(component.getName(), get(step, component.getName()));
    }
    Object event = part(parts, "event");
    return new MachineStep(
        number(part(parts, "from")),
        number(event),
        number(part(parts, "to")),
        new Outputs(
            (String) get(event, "action"),
            constant(part(parts, "outcome")).value().word(),
            Optional.ofNullable(parts.get("code")).map(JavaMachine::constant),
            list(parts, "notifications").stream().map(JavaMachine::fields).toList(),
            list(parts, "effects").stream().map(JavaMachine::constant).toList()),
        (String) part(parts, SOURCE));
  }

  private static Object part(Map<String, Object> parts, String name) {
    Object part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("a generated step has " + name + ", this one has not");
    }
    return part;
  }

  private static List<?> list(Map<String, Object> parts, String name) {
    return (List<?>) parts.getOrDefault(name, List.of());
  }

  /** The fields of a generated record, in their order. */
  public static Map<String, Constant> fields(Object notification) {
    Map<String, Constant> fields = new LinkedHashMap<>();
    for (RecordComponent component : notification.getClass().getRecordComponents()) {
      fields.put(component.getName(), constant(get(notification, component.getName())));
    }
    return fields;
  }

  /**
   * A value of generated Java: a boolean, an integer, a string, a constant of an enum, or a set,
   * list, map or record of them.
   */
  public static Constant constant(Object value) {
    if (value instanceof Enum<?> constant) {
      return new Constant(constant.name(), ModelValues.of(JavaValues.tla(value)));
    }
    return Constant.of(ModelValues.of(JavaValues.tla(value)));
  }

  static boolean has(Class<?> type, String accessor) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(accessor) && method.getParameterCount() == 0) {
        return true;
      }
    }
    return false;
  }

  static Object get(Object target, String accessor) {
    Class<?> type =
        target instanceof Enum<?> constant ? constant.getDeclaringClass() : target.getClass();
    return call(type, target, accessor);
  }

  private static Object call(Class<?> type, @Nullable Object target, String method) {
    try {
      return type.getMethod(method).invoke(target);
    } catch (NoSuchMethodException | IllegalAccessException unlike) {
      throw new IllegalArgumentException(
          type.getName() + " is not generated, or by another version: it has no " + method + "()",
          unlike);
    } catch (InvocationTargetException failure) {
      throw new IllegalStateException(type.getName() + "." + method + " failed", failure);
    }
  }
}
