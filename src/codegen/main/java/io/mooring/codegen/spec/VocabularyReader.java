package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the facts of a machine module: what its names mean. */
final class VocabularyReader {

  private static final String TYPES = "TypeOK";
  private static final List<String> OUTPUTS =
      List.of("event", "outcome", "code", "notifications", "effects");

  private final ModuleAst module;
  private final Configuration configuration;
  private final Constants constants;
  private final Types types;
  private final Map<String, Expr> domains = new LinkedHashMap<>();

  VocabularyReader(ModuleAst module, Configuration configuration) {
    this.module = module;
    this.configuration = configuration;
    this.constants = new Constants(module, configuration);
    this.types = new Types(module, constants);
  }

  SymbolTable read() throws ModelException {
    Definition typeOk = definition(TYPES, "the conjuncts v \\in S, one for each variable");
    domains(typeOk.body());
    definition(SymbolTable.EVENT, "the set of the names of all actions");
    List<Variable> variables = new ArrayList<>();
    for (ModuleAst.Declaration each : module.variables()) {
      if (!each.name().equals(SymbolTable.OUT)) {
        Type type = types.of(domain(each, typeOk), "the variable " + each.name());
        variables.add(
            new Variable(
                each.name(),
                JavaNames.identifier(each.name()),
                type,
                each.comment(),
                SymbolTable.line(each.span())));
      }
    }
    ModuleAst.Declaration out =
        module.variables().stream()
            .filter(each -> each.name().equals(SymbolTable.OUT))
            .findFirst()
            .orElseThrow(
                () ->
                    new ModelException(
                        module.name()
                            + ".tla: no variable out; a machine module must have one that holds the outputs of the last step"));
    Definition outputs = outputs(domain(out, typeOk));
    List<RecordType.Field> fields = fields(outputs);
    if (module.definition(SymbolTable.TIMER_TABLE).isPresent()) {
      types
          .enumerations()
          .of(
              definition(
                  SymbolTable.TIMER,
                  "the set of the timers that " + SymbolTable.TIMER_TABLE + " lists"));
    }
    Events reader = new Events(module, configuration, constants, types);
    String next = reader.next();
    List<Event> events = reader.read(next);
    checkEvents(events);
    checkAttemptFacts(events);
    Configuration complete =
        new Configuration(
            configuration.constants(),
            configuration.replacements(),
            configuration.specification(),
            next,
            configuration.invariants(),
            configuration.properties());
    return new SymbolTable(
        module,
        complete,
        types.enumerations().independent(),
        types.enumerations().owners(),
        types.records(),
        variables.stream().map(this::settled).toList(),
        outputs.name(),
        types.settled(fields),
        events);
  }

  private Variable settled(Variable variable) {
    return new Variable(
        variable.name(),
        variable.javaName(),
        types.settled(variable.type()),
        variable.doc(),
        variable.line());
  }

  private Definition definition(String name, String what) throws ModelException {
    return module
        .definition(name)
        .orElseThrow(
            () ->
                new ModelException(
                    String.format(
                        Locale.ROOT,
                        "%s.tla: no definition %s; a machine module must define it as %s",
                        module.name(),
                        name,
                        what)));
  }

  private void domains(Expr expression) {
    if (!(expression instanceof Expr.Apply apply)) {
      return;
    }
    switch (apply.operator()) {
      case "$ConjList", "\\land" -> apply.args().forEach(this::domains);
      case "\\in" -> {
        if (apply.args().get(0) instanceof Expr.Apply variable
            && variable.kind() == Expr.Kind.VARIABLE) {
          domains.putIfAbsent(variable.operator(), apply.args().get(1));
        }
      }
      case "\\subseteq" -> {
        if (apply.args().get(0) instanceof Expr.Apply variable
            && variable.kind() == Expr.Kind.VARIABLE) {
          domains.putIfAbsent(
              variable.operator(),
              new Expr.Apply(
                  "SUBSET",
                  Expr.Kind.BUILTIN,
                  null,
                  List.of(apply.args().get(1)),
                  apply.args().get(1).span()));
        }
      }
      default -> {
        if (apply.kind() == Expr.Kind.DEFINED && apply.args().isEmpty()) {
          module.definition(apply.operator()).ifPresent(each -> domains(each.body()));
        }
      }
    }
  }

  private Expr domain(ModuleAst.Declaration variable, Definition typeOk) throws ModelException {
    Expr domain = domains.get(variable.name());
    if (domain == null) {
      throw new ModelException(
          SymbolTable.line(typeOk.span()),
          String.format(
              Locale.ROOT,
              "%s has no conjunct for the variable %s; add %s \\in S",
              TYPES,
              variable.name(),
              variable.name()));
    }
    return domain;
  }

  private Definition outputs(Expr domain) throws ModelException {
    Definition definition =
        domain instanceof Expr.Apply apply
            ? module.definition(apply.operator()).orElse(null)
            : null;
    if (definition == null
        || !(definition.body() instanceof Expr.Apply body)
        || !body.operator().equals("$SetOfRcds")) {
      throw new ModelException(
          SymbolTable.line(domain.span()),
          "out must be an element of a named set of records: Output == [event : Event, outcome : Outcome, effects : Seq(Effect)]");
    }
    return definition;
  }

  private List<RecordType.Field> fields(Definition outputs) throws ModelException {
    Map<String, Expr> sets = new LinkedHashMap<>();
    for (Expr each : ((Expr.Apply) outputs.body()).args()) {
      Expr.Apply pair = (Expr.Apply) each;
      sets.put(((Expr.Str) pair.args().get(0)).value(), pair.args().get(1));
    }
    for (String field : sets.keySet()) {
      if (!OUTPUTS.contains(field)) {
        throw new ModelException(
            SymbolTable.line(outputs.span()),
            String.format(
                Locale.ROOT,
                "%s has the field %s; only %s have a meaning",
                outputs.name(),
                field,
                String.join(", ", OUTPUTS)));
      }
    }
    List<RecordType.Field> fields = new ArrayList<>();
    for (String field : OUTPUTS) {
      Expr set = sets.get(field);
      if (set != null) {
        fields.add(new RecordType.Field(field, outputType(field, set)));
      } else if (Set.of("event", "outcome", "effects").contains(field)) {
        throw new ModelException(
            SymbolTable.line(outputs.span()),
            String.format(Locale.ROOT, "%s has no field %s", outputs.name(), field));
      }
    }
    return fields;
  }

  private Type outputType(String field, Expr set) throws ModelException {
    String role = "the output " + field;
    return switch (field) {
      case "event" -> named(set, SymbolTable.EVENT, role);
      case "outcome" -> {
        Type type = named(set, "Outcome", role);
        for (TlaValue value : constants.elements(set)) {
          if (!(value instanceof TlaValue.Str text) || Outcome.find(text.value()).isEmpty()) {
            throw new ModelException(
                SymbolTable.line(set.span()),
                String.format(
                    Locale.ROOT,
                    "Outcome has the element %s; it may have \"taken\", \"ignored\" and \"refused\"",
                    value));
          }
        }
        yield type;
      }
      case "notifications" -> notifications(set, role);
      case "effects" -> new Type.SeqOf(named(element(set, role), "Effect", role));
      default -> {
        Type type = types.of(set, role);
        if (!(type instanceof Type.EnumType)) {
          throw new ModelException(
              SymbolTable.line(set.span()), role + " must be an element of an enumeration");
        }
        yield type;
      }
    };
  }

  private Type notifications(Expr set, String role) throws ModelException {
    Type.RecordOf type = types.recordOf(element(set, role), role);
    for (RecordType record : types.records()) {
      for (RecordType.Field field : record.fields()) {
        boolean simple =
            field.type() instanceof Type.EnumType
                || field.type() instanceof Type.Bool
                || SymbolTable.expressionType(field.type()) instanceof Type.Int;
        if (record.name().equals(type.name()) && !simple) {
          throw new ModelException(
              record.line(),
              String.format(
                  Locale.ROOT,
                  "the field %s of the notification %s must be of an enumeration, BOOLEAN or a..b; tell its parts in fields of their own",
                  field.name(),
                  record.name()));
        }
      }
    }
    return new Type.SeqOf(type);
  }

  private Type named(Expr set, String name, String role) throws ModelException {
    Type type = types.of(set, role);
    if (!type.equals(new Type.EnumType(name))) {
      throw new ModelException(
          SymbolTable.line(set.span()), role + " must be an element of " + name);
    }
    return type;
  }

  private static Expr element(Expr set, String role) throws ModelException {
    if (set instanceof Expr.Apply apply && apply.operator().equals("Seq")) {
      return apply.args().get(0);
    }
    throw new ModelException(
        SymbolTable.line(set.span()), role + " must be an element of Seq(S), S a named set");
  }

  private void checkEvents(List<Event> events) throws ModelException {
    Definition named = module.definition(SymbolTable.EVENT).orElseThrow();
    List<TlaValue> names = constants.elements(named.body());
    for (Event event : events) {
      if (!names.contains(new TlaValue.Str(event.action()))) {
        throw new ModelException(
            event.line(),
            String.format(
                Locale.ROOT,
                "the action %s is not in Event (%s); add \"%s\" there",
                event.action(),
                SymbolTable.line(named.span()),
                event.action()));
      }
    }
    for (TlaValue name : names) {
      if (events.stream().noneMatch(each -> new TlaValue.Str(each.action()).equals(name))) {
        throw new ModelException(
            SymbolTable.line(named.span()),
            String.format(
                Locale.ROOT,
                "Event has the element %s, which is no action of the next-state relation",
                name));
      }
    }
  }

  private void checkAttemptFacts(List<Event> events) throws ModelException {
    Definition set = module.definition(SymbolTable.ATTEMPT_FACT).orElse(null);
    if (set == null) {
      return;
    }
    for (TlaValue name : constants.elements(set.body())) {
      if (events.stream()
          .noneMatch(each -> !each.command() && new TlaValue.Str(each.action()).equals(name))) {
        throw new ModelException(
            SymbolTable.line(set.span()),
            String.format(
                Locale.ROOT, "%s has the element %s, which is no fact", set.name(), name));
      }
    }
  }
}
