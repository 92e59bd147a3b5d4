package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The events of a module: the actions below its next-state relation, with values for parameters.
 */
final class Events {

  private final ModuleAst module;
  private final Configuration configuration;
  private final Constants constants;
  private final Types types;
  private final List<Event> events = new ArrayList<>();

  Events(ModuleAst module, Configuration configuration, Constants constants, Types types) {
    this.module = module;
    this.configuration = configuration;
    this.constants = constants;
    this.types = types;
  }

  /** Name of the next-state relation. */
  String next() throws ModelException {
    if (!configuration.next().isEmpty()) {
      return configuration.next();
    }
    Definition specification =
        module
            .definition(configuration.specification())
            .orElseThrow(
                () ->
                    new ModelException(
                        module.name() + ".cfg: no SPECIFICATION, so nothing can be generated"));
    Expr square = square(specification.body());
    if (square instanceof Expr.Apply apply
        && apply.args().get(0) instanceof Expr.Apply name
        && name.kind() == Expr.Kind.DEFINED) {
      return name.operator();
    }
    throw new ModelException(
        SymbolTable.line(specification.span()),
        specification.name() + " must be Init /\\ [][Next]_vars, with Next a definition");
  }

  private Expr square(Expr expression) {
    if (expression instanceof Expr.Apply apply) {
      if (apply.operator().equals("$SquareAct")) {
        return apply;
      }
      for (Expr each : apply.args()) {
        Expr found = square(each);
        if (found != each || isSquare(found)) {
          return found;
        }
      }
      Definition definition = module.definition(apply.operator()).orElse(null);
      if (definition != null && apply.kind() == Expr.Kind.DEFINED && definition.level() == 3) {
        Expr found = square(definition.body());
        if (isSquare(found)) {
          return found;
        }
      }
    }
    return expression;
  }

  private static boolean isSquare(Expr expression) {
    return expression instanceof Expr.Apply apply && apply.operator().equals("$SquareAct");
  }

  /** The events, in the order of the next-state relation. */
  List<Event> read(String next) throws ModelException {
    Definition definition = module.definition(next).orElseThrow();
    disjunct(definition.body(), Map.of());
    return events;
  }

  private void disjunct(Expr expression, Map<String, Choice> bound) throws ModelException {
    if (expression instanceof Expr.Quantified quantified
        && quantified.quantifier() == Expr.Quantifier.EXISTS) {
      Map<String, Choice> inner = new LinkedHashMap<>(bound);
      exists(quantified, 0, 0, inner);
      return;
    }
    if (expression instanceof Expr.Apply apply) {
      if (apply.operator().equals("$DisjList") || apply.operator().equals("\\lor")) {
        for (Expr each : apply.args()) {
          disjunct(each, bound);
        }
        return;
      }
      Definition action = module.definition(apply.operator()).orElse(null);
      if (apply.kind() == Expr.Kind.DEFINED && action != null) {
        if (action.parameters().isEmpty() && isDisjunctionOfActions(action.body())) {
          disjunct(action.body(), bound);
        } else {
          event(action, apply, bound);
        }
        return;
      }
    }
    throw new ModelException(
        SymbolTable.line(expression.span()),
        "each disjunct of the next-state relation must be a named action; define Name == ... and write Name here");
  }

  /** A value of a parameter, with its name in Java. */
  private record Choice(TlaValue value, String name) {}

  private void exists(Expr.Quantified quantified, int bound, int name, Map<String, Choice> choices)
      throws ModelException {
    if (bound == quantified.bounds().size()) {
      disjunct(quantified.body(), choices);
      return;
    }
    Expr.Bound current = quantified.bounds().get(bound);
    if (current.set() == null || current.tuple()) {
      throw new ModelException(
          SymbolTable.line(quantified.span()), "a parameter of an event must range over a set");
    }
    if (name == current.names().size()) {
      exists(quantified, bound + 1, 0, choices);
      return;
    }
    for (TlaValue value : constants.elements(Objects.requireNonNull(current.set()))) {
      if (value instanceof TlaValue.Model) {
        types.of(current.set(), "the parameter " + current.names().get(name)); // has its constant
      }
      Map<String, Choice> more = new LinkedHashMap<>(choices);
      more.put(current.names().get(name), new Choice(value, javaName(value, current.set())));
      exists(quantified, bound, name + 1, more);
    }
  }

  /** A value in a Java constant: by the name of the operator that the set lists, if it does. */
  private String javaName(TlaValue value, Expr set) throws ModelException {
    Expr listed = set;
    while (listed instanceof Expr.Apply apply && module.definition(apply.operator()).isPresent()) {
      listed = module.definition(apply.operator()).orElseThrow().body();
    }
    if (listed instanceof Expr.Apply apply && apply.operator().equals("$SetEnumerate")) {
      for (Expr each : apply.args()) {
        if (each instanceof Expr.Apply named
            && named.kind() == Expr.Kind.DEFINED
            && named.args().isEmpty()
            && constants.value(named).equals(value)) {
          return JavaNames.constant(named.operator());
        }
      }
    }
    return name(value);
  }

  /** A value in a Java constant. */
  static String name(TlaValue value) {
    return ValueWords.untyped(ModelValues.of(value));
  }

  private boolean isDisjunctionOfActions(Expr body) {
    if (body instanceof Expr.Quantified quantified) {
      return quantified.quantifier() == Expr.Quantifier.EXISTS
          && (isAction(quantified.body()) || isDisjunctionOfActions(quantified.body()));
    }
    if (!(body instanceof Expr.Apply apply)) {
      return false;
    }
    if (apply.operator().equals("$DisjList") || apply.operator().equals("\\lor")) {
      return apply.args().stream().allMatch(each -> isAction(each) || isDisjunctionOfActions(each));
    }
    return false;
  }

  private boolean isAction(Expr expression) {
    return expression instanceof Expr.Apply apply
        && apply.kind() == Expr.Kind.DEFINED
        && apply.args().stream().allMatch(Events::isBoundName)
        && module.definition(apply.operator()).map(each -> each.level() == 2).orElse(false);
  }

  private static boolean isBoundName(Expr expression) {
    return expression instanceof Expr.Apply apply && apply.kind() == Expr.Kind.PARAMETER;
  }

  private void event(Definition action, Expr.Apply use, Map<String, Choice> bound)
      throws ModelException {
    SourceLine line = SymbolTable.line(action.span());
    Map<String, Value> parameters = new LinkedHashMap<>();
    StringBuilder name = new StringBuilder(JavaNames.constant(action.name()));
    for (int i = 0; i < use.args().size(); i++) {
      Expr argument = use.args().get(i);
      Choice choice = argument instanceof Expr.Apply apply ? bound.get(apply.operator()) : null;
      if (choice == null) {
        TlaValue value = constants.value(argument);
        choice = new Choice(value, name(value));
      }
      String parameter = action.parameters().get(i);
      parameters.put(
          parameter,
          ModelValues.simple(choice.value(), line, action.name() + "'s parameter " + parameter));
      name.append('_').append(choice.name());
    }
    events.add(
        new Event(
            name.toString(),
            action.name(),
            parameters,
            isIn("Command", action.name()),
            isIn(SymbolTable.ATTEMPT_FACT, action.name()),
            action.comment(),
            line));
  }

  /** Whether the module has this set of actions, and an action is in it. */
  private boolean isIn(String set, String action) throws ModelException {
    Optional<Definition> definition = module.definition(set);
    return definition.isPresent()
        && constants.elements(definition.get().body()).contains(new TlaValue.Str(action));
  }
}
