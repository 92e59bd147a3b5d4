package io.mooring.codegen.emit;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Variable;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Generated and compiled Java, seen as what it stands for in the specification. */
final class CompiledSpec {

  private final Model model;
  private final Method step;
  private final Object initial;
  private final List<?> rows;
  private final Object[] events;
  private final List<?> rules;
  private final Method holds;

  CompiledSpec(Model model, String javaPackage, Map<String, String> sources) throws Exception {
    this.model = model;
    ClassLoader loader = InMemoryCompiler.compile(sources);
    Class<?> location = loader.loadClass(javaPackage + ".Location");
    Class<?> event = loader.loadClass(javaPackage + ".Event");
    Class<?> table = loader.loadClass(javaPackage + ".Table");
    Class<?> row = loader.loadClass(javaPackage + ".Step");
    Class<?> rule = loader.loadClass(javaPackage + ".Rule");
    this.step = table.getMethod("step", location, event);
    this.initial = table.getMethod("initial").invoke(null);
    this.rows = (List<?>) table.getMethod("steps").invoke(null);
    this.events = event.getEnumConstants();
    this.rules = List.of(rule.getEnumConstants());
    this.holds = rule.getMethod("holds", row, row);
  }

  static CompiledSpec of(Subject.Generated generated) throws Exception {
    return new CompiledSpec(
        generated.model(), generated.request().target().javaPackage(), generated.java());
  }

  Object initial() {
    return initial;
  }

  /** A row of the compiled table. */
  Object row(int number) {
    return rows.get(number);
  }

  List<Event> events() {
    return model.events();
  }

  /** The compiled table's step for an event after a step. */
  Object after(Object before, int event) throws Exception {
    return step.invoke(null, get(before, "to"), events[event]);
  }

  /** A step with the outputs of one step and the next location of another; perhaps unreachable. */
  Object mixed(Object outputs, Object location) throws Exception {
    RecordComponent[] components = outputs.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String name = components[i].getName();
      values[i] = get(name.equals("to") ? location : outputs, name);
    }
    return outputs.getClass().getConstructor(types).newInstance(values);
  }

  /** The rules by the names that the specification gives them. */
  SortedMap<String, Object> rules() throws Exception {
    SortedMap<String, Object> byName = new TreeMap<>();
    for (Object rule : rules) {
      byName.put((String) get(rule, "property"), rule);
    }
    return byName;
  }

  boolean isInvariant(Object rule) throws Exception {
    return (boolean) get(rule, "isInvariant");
  }

  boolean holds(Object rule, Object before, Object after) throws Exception {
    return (boolean) holds.invoke(rule, before, after);
  }

  /** The state of the specification in which a step ends. */
  TlaState state(Object step) throws Exception {
    SortedMap<String, TlaValue> values = new TreeMap<>();
    Object location = get(step, "to");
    for (Variable variable : model.variables()) {
      values.put(variable.name(), value(get(location, variable.javaName())));
    }
    SortedMap<String, TlaValue> outputs = new TreeMap<>();
    for (RecordType.Field field : model.outputs()) {
      Object value = get(step, field.name());
      outputs.put(
          field.name(),
          field.name().equals("event")
              ? new TlaValue.Str((String) get(value, "action"))
              : value(value));
    }
    values.put("out", new TlaValue.Rec(outputs));
    return new TlaState(values);
  }

  private static TlaValue value(Object java) throws Exception {
    if (java instanceof Boolean bool) {
      return new TlaValue.Bool(bool);
    }
    if (java instanceof Integer number) {
      return new TlaValue.Int(number);
    }
    if (java instanceof List<?> list) {
      List<TlaValue> elements = new ArrayList<>();
      for (Object each : list) {
        elements.add(value(each));
      }
      return new TlaValue.Seq(elements);
    }
    if (java instanceof Record struct) {
      SortedMap<String, TlaValue> fields = new TreeMap<>();
      for (RecordComponent component : struct.getClass().getRecordComponents()) {
        fields.put(component.getName(), value(get(struct, component.getName())));
      }
      return new TlaValue.Rec(fields);
    }
    if (java instanceof Set<?> set) {
      List<TlaValue> elements = new ArrayList<>();
      for (Object each : set) {
        elements.add(value(each));
      }
      return new TlaValue.SetOf(elements);
    }
    if (java instanceof Map<?, ?> map) {
      return function(map);
    }
    for (Method method : java.getClass().getMethods()) {
      if (method.getParameterCount() == 0 && method.getName().equals("modelValue")) {
        return new TlaValue.Model((String) method.invoke(java));
      }
      if (method.getParameterCount() == 0 && method.getName().equals("code")) {
        return new TlaValue.Int((int) method.invoke(java));
      }
    }
    return new TlaValue.Str((String) get(java, "value"));
  }

  /** The function of a map: a sequence over 1..n, a record over strings. */
  private static TlaValue function(Map<?, ?> map) throws Exception {
    List<Map.Entry<TlaValue, TlaValue>> pairs = new ArrayList<>();
    for (Map.Entry<?, ?> each : map.entrySet()) {
      pairs.add(Map.entry(value(each.getKey()), value(each.getValue())));
    }
    if (!pairs.isEmpty()
        && pairs.stream().allMatch(each -> each.getKey() instanceof TlaValue.Str)) {
      SortedMap<String, TlaValue> fields = new TreeMap<>();
      pairs.forEach(each -> fields.put(((TlaValue.Str) each.getKey()).value(), each.getValue()));
      return new TlaValue.Rec(fields);
    }
    List<TlaValue> elements = new ArrayList<>();
    for (Map.Entry<TlaValue, TlaValue> each : new TlaValue.Fun(pairs).pairs()) {
      elements.add(each.getValue());
      if (!each.getKey().equals(new TlaValue.Int(elements.size()))) {
        return new TlaValue.Fun(pairs);
      }
    }
    return new TlaValue.Seq(elements);
  }

  private static Object get(Object target, String accessor) throws Exception {
    Method method = target.getClass().getMethod(accessor);
    return method.invoke(target);
  }
}
