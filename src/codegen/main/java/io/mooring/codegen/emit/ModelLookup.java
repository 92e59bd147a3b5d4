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

/** Look-ups in a model that several emitters need. */
final class ModelLookup {

  private final Model model;
  private final Map<String, String> constants = new TreeMap<>();

  ModelLookup(Model model) {
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
  String constant(String enumeration, Value value) {
    String name = constants.get(enumeration + " " + value);
    if (name == null) {
      throw new IllegalArgumentException(enumeration + " has no constant for " + value);
    }
    return name;
  }

  /** The Java constant of an outcome. */
  String outcome(Outcome outcome) {
    return constant("Outcome", new Value.Str(outcome.text()));
  }

  /** The constant of an enumeration with this Java name. */
  Constant constantNamed(String enumeration, String name) {
    return model.enumeration(enumeration).constant(name).orElseThrow();
  }

  /** The field of the outputs with this name, if the module has it. */
  Optional<RecordType.Field> output(String name) {
    return model.outputs().stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The enumeration of return codes, if the module has them. */
  Optional<String> codes() {
    return output("code").map(field -> ((Type.EnumType) field.type()).name());
  }

  /** The record type of notifications, if the module has them. */
  Optional<RecordType> notifications() {
    return output("notifications")
        .map(field -> ((Type.RecordOf) ((Type.SeqOf) field.type()).element()).name())
        .flatMap(
            name -> model.records().stream().filter(each -> each.name().equals(name)).findFirst());
  }

  /** The variable that is the public state: the first one whose type is an enumeration. */
  Optional<Variable> publicState() {
    return model.variables().stream()
        .filter(variable -> variable.type() instanceof Type.EnumType)
        .findFirst();
  }

  /** The valuation of a location as TLA+: {@code state = CONNECTING}, in the module's order. */
  List<String> valuation(int location) {
    List<String> parts = new ArrayList<>();
    for (Variable variable : model.variables()) {
      Value value =
          Objects.requireNonNull(model.locations().get(location).values().get(variable.name()));
      String text =
          variable.type() instanceof Type.EnumType enumeration
              ? constant(enumeration.name(), value)
              : value.toString();
      parts.add(variable.name() + " = " + text);
    }
    return parts;
  }

  /** Whether some action has parameters, so that an event is more than its action. */
  boolean parametrised() {
    return model.events().stream().map(Event::parameters).anyMatch(each -> !each.isEmpty());
  }
}
