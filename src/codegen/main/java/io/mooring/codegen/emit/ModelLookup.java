package io.mooring.codegen.emit;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Look-ups in a model that several emitters need. */
public final class ModelLookup {

  private final Model model;
  private final Map<String, String> constants = new TreeMap<>();

  /** Look-ups in this model. */
  public ModelLookup(Model model) {
    this.model = model;
    model
        .enumerations()
        .forEach(
            enumeration ->
                enumeration
                    .constants()
                    .forEach(
                        constant ->
                            constants.put(
                                enumeration.name() + " " + constant.value(), constant.name())));
  }

  /** The Java constant for a value of an enumeration. */
  public String constant(String enumeration, Value value) {
    String name = constants.get(enumeration + " " + value);
    if (name == null) {
      throw new IllegalArgumentException(enumeration + " has no constant for " + value);
    }
    return name;
  }

  /** The Java expression for a model value: a constant of the enumeration that has it. */
  String modelValue(Value.ModelValue value) {
    return model.enumerations().stream()
        .filter(each -> constants.containsKey(each.name() + " " + value))
        .filter(each -> each.constants().get(0).value() instanceof Value.ModelValue)
        .findFirst()
        .map(each -> each.name() + "." + constant(each.name(), value))
        .orElseThrow(() -> new IllegalArgumentException("No enumeration has " + value));
  }

  /** The record type of this name. */
  public RecordType record(String name) {
    return model.records().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No record type " + name));
  }

  /** The Java constant of an outcome. */
  public String outcome(Outcome outcome) {
    return constant("Outcome", new Value.Str(outcome.text()));
  }

  /** The constant of an enumeration with this Java name. */
  public Constant constantNamed(String enumeration, String name) {
    return model.enumeration(enumeration).constant(name).orElseThrow();
  }

  /** The field of the outputs with this name, if the module has it. */
  Optional<RecordType.Field> output(String name) {
    return model.outputs().stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The enumeration of return codes, if the module has them. */
  public Optional<String> codes() {
    return output("code").map(field -> ((Type.EnumType) field.type()).name());
  }

  /** The record type of notifications, if the module has them. */
  public Optional<RecordType> notifications() {
    return output("notifications")
        .map(field -> ((Type.RecordOf) ((Type.SeqOf) field.type()).element()).name())
        .map(this::record);
  }

  /** The variable that is the public state: the first one whose type is an enumeration. */
  public Optional<Variable> publicState() {
    return model.variables().stream()
        .filter(variable -> variable.type() instanceof Type.EnumType)
        .findFirst();
  }

  /** The valuation of a location as TLA+: {@code state = CONNECTING}, in the module's order. */
  public List<String> valuation(int location) {
    List<String> values = values(location);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(model.variables().get(i).name() + " = " + values.get(i));
    }
    return parts;
  }

  /** The values of a location as TLA+: one for each variable, in the module's order. */
  public List<String> values(int location) {
    return model.variables().stream()
        .map(
            variable ->
                text(
                    variable.type(),
                    Objects.requireNonNull(
                        model.locations().get(location).values().get(variable.name()))))
        .toList();
  }

  /** A value as TLA+, with the constants of enumerations by their names. */
  private String text(Type type, Value value) {
    if (type instanceof Type.EnumType enumeration) {
      return constant(enumeration.name(), value);
    }
    if (type instanceof Type.SetOf kind && value instanceof Value.SetOf set) {
      return join(set.elements(), kind.element(), "{", "}");
    }
    if (type instanceof Type.SeqOf kind && value instanceof Value.Seq sequence) {
      return join(sequence.elements(), kind.element(), "<<", ">>");
    }
    if (type instanceof Type.RecordOf kind && value instanceof Value.Rec rec) {
      return record(kind.name()).fields().stream()
          .map(
              each ->
                  each.name()
                      + " |-> "
                      + text(each.type(), Objects.requireNonNull(rec.fields().get(each.name()))))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (type instanceof Type.MapOf kind && !Value.pairs(value).isEmpty()) {
      return Value.pairs(value).stream()
          .map(
              each ->
                  text(kind.key(), each.getKey()) + " :> " + text(kind.value(), each.getValue()))
          .collect(Collectors.joining(" @@ ", "(", ")"));
    }
    return value.toString();
  }

  private String join(List<Value> values, Type type, String open, String close) {
    return values.stream()
        .map(each -> text(type, each))
        .collect(Collectors.joining(", ", open, close));
  }

  /** Whether some action has parameters, so that an event is more than its action. */
  public boolean parametrised() {
    return model.events().stream().map(Event::parameters).anyMatch(each -> !each.isEmpty());
  }
}
