package io.mooring.codegen.emit;

import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Step;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A generated and compiled monitor, seen without its types. */
final class MonitoredSpec {

  /**
   * What is seen of one step, by a row of the model that is like it.
   *
   * @param events the indices of the events that it may have been
   * @param row the index of the row
   * @param parts which outputs are seen: {@code outcome, code, notifications, effects}
   * @param locations the indices of the locations that agree with it
   */
  record Seen(Set<Integer> events, int row, Set<String> parts, Set<Integer> locations) {

    /** Whether a row of the model agrees with it. */
    boolean matches(Model model, Step step) {
      Step like = model.steps().get(row);
      return events.contains(step.event())
          && (!parts.contains("outcome") || step.outcome() == like.outcome())
          && (!parts.contains("code") || Objects.equals(step.code(), like.code()))
          && (!parts.contains("notifications") || step.notifications().equals(like.notifications()))
          && (!parts.contains("effects") || step.effects().equals(like.effects()))
          && locations.contains(step.to());
    }
  }

  private final RunningMachine.Generated generated;
  private final Object monitor;
  private final Object[] locations;
  private final Object[] events;
  private final List<?> rows;

  private MonitoredSpec(RunningMachine.Generated generated, String factory, Object... arguments)
      throws Exception {
    this.generated = generated;
    Class<?> location = generated.type("Location");
    locations = (Object[]) location.getMethod("values").invoke(null);
    events = generated.type("Event").getEnumConstants();
    rows = (List<?>) generated.type("Table").getMethod("steps").invoke(null);
    Class<?> type = generated.type(generated.model().module() + "Monitor");
    monitor = method(type, factory).invoke(null, arguments);
  }

  /** A monitor that begins in the initial location. */
  static MonitoredSpec ofInitial(RunningMachine.Generated generated, String... unseen)
      throws Exception {
    return new MonitoredSpec(generated, "ofInitial", constants(generated.type("Event"), unseen));
  }

  /** A monitor that begins in any location. */
  static MonitoredSpec ofUnknown(RunningMachine.Generated generated) throws Exception {
    return new MonitoredSpec(generated, "ofUnknown", constants(generated.type("Event")));
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no method " + name));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object constants(Class<?> type, String... names) {
    Object array = Array.newInstance(type, names.length);
    for (int i = 0; i < names.length; i++) {
      Array.set(array, i, Enum.valueOf((Class) type, names[i]));
    }
    return array;
  }

  /** The parts of a step that can be seen of this machine. */
  List<String> parts() {
    ModelLookup names = new ModelLookup(generated.model());
    List<String> parts = new ArrayList<>(List.of("outcome", "effects"));
    names.codes().ifPresent(type -> parts.add("code"));
    names.notifications().ifPresent(type -> parts.add("notifications"));
    return parts;
  }

  /** The verdict on an observation. */
  Object observe(Seen seen) throws Exception {
    Class<?> type = generated.type("Observation");
    Object observation;
    if (seen.events().size() == events.length) {
      observation = type.getMethod("ofAny").invoke(null);
    } else {
      List<Integer> some = List.copyOf(seen.events());
      Object others = Array.newInstance(generated.type("Event"), some.size() - 1);
      for (int i = 1; i < some.size(); i++) {
        Array.set(others, i - 1, events[some.get(i)]);
      }
      observation = method(type, "of").invoke(null, events[some.get(0)], others);
    }
    for (String part : seen.parts()) {
      observation = with(observation, part, RunningMachine.get(rows.get(seen.row()), part));
    }
    if (seen.locations().size() < locations.length) {
      Predicate<Object> in =
          each -> seen.locations().contains(Arrays.asList(locations).indexOf(each));
      observation = type.getMethod("location", Predicate.class).invoke(observation, in);
    }
    return judge(observation);
  }

  private static Object with(Object observation, String part, Object value) throws Exception {
    Method setter = method(observation.getClass(), part);
    if (!(value instanceof List<?> list)) {
      return setter.invoke(observation, value);
    }
    Object array = Array.newInstance(setter.getParameterTypes()[0].getComponentType(), list.size());
    for (int i = 0; i < list.size(); i++) {
      Array.set(array, i, list.get(i));
    }
    return setter.invoke(observation, array);
  }

  private Object judge(Object observation) throws Exception {
    try {
      return method(monitor.getClass(), "observe").invoke(monitor, observation);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() instanceof RuntimeException cause ? cause : thrown;
    }
  }

  private Object of(String event) throws Exception {
    Class<?> type = generated.type("Event");
    return method(generated.type("Observation"), "of")
        .invoke(null, Array.get(constants(type, event), 0), constants(type));
  }

  /** The verdict on an event with effects, by their constants. */
  Object observe(String event, String... effects) throws Exception {
    Object array = constants(generated.type("Effect"), effects);
    return judge(method(generated.type("Observation"), "effects").invoke(of(event), array));
  }

  /** The verdict on an event in a location that a predicate sees. */
  Object observe(String event, Predicate<Object> location) throws Exception {
    return judge(method(generated.type("Observation"), "location").invoke(of(event), location));
  }

  /** The indices of all locations. */
  Set<Integer> everywhere() {
    return indices(Set.of(locations));
  }

  /** The indices of the possible locations. */
  Set<Integer> possible() throws Exception {
    return indices((Set<?>) RunningMachine.get(monitor, "possible"));
  }

  /** The indices of some locations. */
  Set<Integer> indices(Set<?> some) {
    Set<Integer> indices = new TreeSet<>();
    IntStream.range(0, locations.length)
        .filter(i -> some.contains(locations[i]))
        .forEach(indices::add);
    return indices;
  }

  /** The monitor itself. */
  Object monitor() {
    return monitor;
  }

  /** Whether a verdict says that it is allowed. */
  static boolean isAllowed(Object verdict) throws Exception {
    return (boolean) call(verdict, "isAllowed");
  }

  /** The result of an accessor of a verdict. */
  static Object call(Object verdict, String accessor) throws Exception {
    return verdict.getClass().getMethod(accessor).invoke(verdict);
  }

  /** The model that it was made of. */
  Model model() {
    return generated.model();
  }

  /** The names of locations, by their indices. */
  static List<String> names(Model model, Set<Integer> indices) {
    return indices.stream().map(each -> model.locations().get(each)).map(Location::name).toList();
  }
}
