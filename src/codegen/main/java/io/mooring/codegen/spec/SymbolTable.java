package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The symbols of a machine module: all that its properties refer to.
 *
 * @param module the parsed module
 * @param configuration its configuration for TLC
 * @param enumerations the enumerations except {@code Event}
 * @param constants for each operator that is an enumeration's constant, that constant
 * @param records the record types except the type of the outputs
 * @param variables the variables except {@code out}
 * @param outputName name of the operator that defines the set of outputs
 * @param outputs its fields
 * @param events the events
 */
public record SymbolTable(
    ModuleAst module,
    Configuration configuration,
    List<Enumeration> enumerations,
    Map<String, Expression.EnumConstant> constants,
    List<RecordType> records,
    List<Variable> variables,
    String outputName,
    List<RecordType.Field> outputs,
    List<Event> events) {

  /** Name of the variable that holds the outputs of the last step. */
  public static final String OUT = "out";

  /** Name of the enumeration of all events. */
  public static final String EVENT = "Event";

  /** Name of the set of facts that answer one attempt. */
  static final String ATTEMPT_FACT = "AttemptFact";

  /** Name of the enumeration of all timers. */
  static final String TIMER = "Timer";

  /** Name of the set of records that says what arms and cancels each timer. */
  static final String TIMER_TABLE = "TimerTable";

  /** Name of the set of facts that only a timer tells. */
  static final String TIMER_FACT = "TimerFact";

  /** Name of the definition that names the locations. */
  static final String LOCATION_NAME = "LocationName";

  /** Name of the set of records with the outcomes of accepted commands. */
  static final String ANSWER_TABLE = "AnswerTable";

  /** Copies the collections. */
  public SymbolTable {
    enumerations = List.copyOf(enumerations);
    constants = Map.copyOf(constants);
    records = List.copyOf(records);
    variables = List.copyOf(variables);
    outputs = List.copyOf(outputs);
    events = List.copyOf(events);
  }

  Optional<Enumeration> enumeration(String name) {
    return enumerations.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  Optional<RecordType> record(String name) {
    return records.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  Optional<Variable> variable(String name) {
    return variables.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  Optional<Definition> definition(String name) {
    return module.definition(name);
  }

  Optional<RecordType.Field> output(String field) {
    return outputs.stream().filter(each -> each.name().equals(field)).findFirst();
  }

  /** Whether the constants of an enumeration are integers. */
  boolean coded(String enumeration) {
    return enumeration(enumeration).map(Enumeration::coded).orElse(false);
  }

  /** Whether some action has parameters, so that an action's name is not yet an event. */
  boolean parametrized() {
    return events.stream().anyMatch(each -> !each.parameters().isEmpty());
  }

  /** The constant of an enumeration for a value that a line of the module must have there. */
  Expression.EnumConstant constant(Type.EnumType type, TlaValue value, SourceLine line)
      throws ModelException {
    return constant(type.name(), value)
        .orElseThrow(
            () ->
                new ModelException(
                    line,
                    String.format(Locale.ROOT, "%s is not an element of %s", value, type.name())));
  }

  /** The constant of an enumeration, or of {@code Event}, for a value. */
  Optional<Expression.EnumConstant> constant(String enumeration, TlaValue value) {
    if (enumeration.equals(EVENT)) {
      return events.stream()
          .filter(each -> new TlaValue.Str(each.action()).equals(value))
          .findFirst()
          .map(each -> new Expression.EnumConstant(EVENT, each.name()));
    }
    return enumeration(enumeration)
        .flatMap(
            found ->
                found.constants().stream()
                    .filter(each -> ModelValues.tla(each.value()).equals(value))
                    .findFirst())
        .map(each -> new Expression.EnumConstant(enumeration, each.name()));
  }

  /** {@return the position of a part of the module} */
  static SourceLine line(SourceSpan span) {
    return new SourceLine(span.module() + ".tla", span.beginLine());
  }

  /** The constant of the enumeration that has a model value; empty if none has it. */
  Optional<Expression.EnumConstant> modelValue(TlaValue.Model value) {
    return enumerations.stream()
        .map(each -> constant(each.name(), value))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The type that an expression of a variable's or field's type has. */
  static Type expressionType(Type type) {
    if (type instanceof Type.SetOf set) {
      return new Type.SetOf(expressionType(set.element()));
    }
    if (type instanceof Type.SeqOf sequence) {
      return new Type.SeqOf(expressionType(sequence.element()));
    }
    if (type instanceof Type.MapOf map) {
      return new Type.MapOf(expressionType(map.key()), expressionType(map.value()));
    }
    return type instanceof Type.IntRange ? Type.INT : type;
  }
}
