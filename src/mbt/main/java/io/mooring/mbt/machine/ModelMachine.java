package io.mooring.mbt.machine;

import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.model.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads a machine from a model: what the generator has made of a module, as it stands in JSON. */
public final class ModelMachine {
  private final Model model;

  private ModelMachine(Model model) {
    this.model = model;
  }

  /** The machine of a model. */
  public static Machine of(Model model) {
    return new ModelMachine(model).machine();
  }

  private Machine machine() {
    List<MachineLocation> locations = model.locations().stream().map(this::location).toList();
    List<MachineEvent> events =
        model.events().stream()
            .map(
                event ->
                    new MachineEvent(
                        event.name(), event.action(), event.parameters(), event.command()))
            .toList();
    List<MachineStep> steps = model.steps().stream().map(this::step).toList();
    return new Machine(model.module(), locations, events, step(model.initial()), steps);
  }

  private MachineLocation location(Location location) {
    Map<String, Constant> variables = new LinkedHashMap<>();
    for (Variable variable : model.variables()) {
      Value value = Objects.requireNonNull(location.values().get(variable.name()));
      variables.put(variable.name(), constant(variable.type(), value));
    }
    return new MachineLocation(location.name(), variables);
  }

  private Constant constant(Type type, Value value) {
    return type instanceof Type.EnumType enumeration
        ? model.enumeration(enumeration.name()).constants().stream()
            .filter(each -> each.value().equals(value))
            .findFirst()
            .map(each -> new Constant(each.name(), value))
            .orElseThrow()
        : Constant.of(value);
  }

  private MachineStep step(Step step) {
    Event event = model.events().get(step.event());
    Outputs outputs =
        new Outputs(
            event.action(),
            step.outcome().text(),
            Optional.ofNullable(step.code()).map(name -> named(type("code"), name)),
            step.notifications().stream().map(this::notification).toList(),
            step.effects().stream().map(name -> named(new Type.EnumType("Effect"), name)).toList());
    return new MachineStep(step.from(), step.event(), step.to(), outputs, step.line().toString());
  }

  private Type type(String output) {
    return model.outputs().stream()
        .filter(field -> field.name().equals(output))
        .findFirst()
        .map(RecordType.Field::type)
        .orElseThrow();
  }

  private Map<String, Constant> notification(Map<String, String> written) {
    String name = ((Type.RecordOf) ((Type.SeqOf) type("notifications")).element()).name();
    RecordType record =
        model.records().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    Map<String, Constant> fields = new LinkedHashMap<>();
    for (RecordType.Field field : record.fields()) {
      fields.put(
          field.name(), named(field.type(), Objects.requireNonNull(written.get(field.name()))));
    }
    return fields;
  }

  /** A value that the model names by its Java constant, or writes as a literal of Java. */
  private Constant named(Type type, String written) {
    if (type instanceof Type.EnumType enumeration) {
      Enumeration known = model.enumeration(enumeration.name());
      return new Constant(written, known.constant(written).orElseThrow().value());
    }
    return Constant.of(
        type instanceof Type.Bool
            ? new Value.Bool(Boolean.parseBoolean(written))
            : new Value.Int(Integer.parseInt(written)));
  }
}
