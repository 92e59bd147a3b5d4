package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Helper;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Property;
import io.mooring.codegen.model.Property.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Translates the properties that a configuration names. */
final class PropertyReader {

  private final SymbolTable symbols;
  private final CheckerOrder order;
  private final JavaNames names = new JavaNames(namesOfAnEnum());
  private final Helpers helpers = new Helpers(names);

  PropertyReader(SymbolTable symbols, CheckerOrder order) {
    this.symbols = symbols;
    this.order = order;
  }

  private static String[] namesOfAnEnum() {
    Set<String> taken =
        new LinkedHashSet<>(
            List.of("holds", "property", "source", "isInvariant", "isAction", "violated"));
    Stream.of(Enum.class.getMethods()).forEach(method -> taken.add(method.getName()));
    taken.addAll(List.of("values", "finalize", "clone"));
    return taken.toArray(String[]::new);
  }

  /** All properties, invariants first. */
  List<Property> read() throws ModelException {
    List<String> invariants = symbols.configuration().invariants();
    List<String> properties = symbols.configuration().properties();
    List<String> javaNames = new ArrayList<>();
    for (String name : symbols.configuration().checked()) {
      javaNames.add(names.take(javaName(name)));
    }
    List<Property> read = new ArrayList<>();
    for (String name : invariants) {
      Definition definition = definition(name);
      read.add(invariant(definition, definition.body(), javaNames.get(read.size())));
    }
    for (String name : properties) {
      read.add(property(definition(name), javaNames.get(read.size())));
    }
    return read;
  }

  /** The definitions that the properties use, complete once they are read. */
  List<Helper> helpers() {
    return helpers.all();
  }

  /** {@code B1_LeaveIsFinalProp} as {@code B1_LEAVE_IS_FINAL}. */
  static String javaName(String name) {
    String stem =
        name.length() > 4 && name.endsWith("Prop")
            ? name.substring(0, name.length() - 4)
            : name.length() > 3 && name.endsWith("Inv")
                ? name.substring(0, name.length() - 3)
                : name;
    return JavaNames.identifier(JavaNames.constant(stem));
  }

  private Definition definition(String name) throws ModelException {
    return definition(symbols.module(), name);
  }

  /** The definition of a property that the configuration of a module names. */
  static Definition definition(ModuleAst module, String name) throws ModelException {
    return module
        .definition(name)
        .orElseThrow(
            () ->
                new ModelException(
                    String.format(
                        Locale.ROOT,
                        "%s.tla: no definition %s, which the configuration names",
                        module.name(),
                        name)));
  }

  private Property property(Definition definition, String javaName) throws ModelException {
    if (definition.body() instanceof Expr.Apply always && always.operator().equals("[]")) {
      Expr inner = always.args().get(0);
      if (inner instanceof Expr.Apply square && square.operator().equals("$SquareAct")) {
        return action(definition, square, javaName);
      }
      if (definition.level() == 3 && isState(inner)) {
        return invariant(definition, inner, javaName);
      }
    }
    return made(definition, javaName, Kind.TEMPORAL, null);
  }

  /** Whether a formula under [] mentions no further temporal operator. */
  private boolean isState(Expr expression) {
    if (expression instanceof Expr.Apply apply) {
      Definition definition = symbols.definition(apply.operator()).orElse(null);
      return !Set.of("[]", "<>", "~>", "$SquareAct", "$WF", "$SF", "-+->", "'")
              .contains(apply.operator())
          && (definition == null || apply.kind() != Expr.Kind.DEFINED || definition.level() <= 1)
          && apply.args().stream().allMatch(this::isState);
    }
    return !(expression instanceof Expr.Quantified quantified) || isState(quantified.body());
  }

  private Property invariant(Definition definition, Expr body, String javaName)
      throws ModelException {
    return translated(
        definition, javaName, Kind.INVARIANT, ExpressionScope.View.INVARIANT, body, null);
  }

  private Property action(Definition definition, Expr.Apply square, String javaName)
      throws ModelException {
    Expr subscript = square.args().get(1);
    return translated(
        definition,
        javaName,
        Kind.ACTION,
        ExpressionScope.View.STEP,
        square.args().get(0),
        isEverything(subscript) ? null : subscript);
  }

  private Property translated(
      Definition definition,
      String javaName,
      Kind kind,
      ExpressionScope.View view,
      Expr body,
      @Nullable Expr subscript)
      throws ModelException {
    try {
      Translator translator = new Translator(symbols, helpers, order);
      ExpressionScope scope = ExpressionScope.of(view);
      TypedExpr draft = translator.condition(body, scope);
      TypedExpr unchanged =
          subscript == null ? null : new Logic(translator).unchanged(subscript, scope);
      Expression built = draft.build();
      return made(
          definition,
          javaName,
          kind,
          unchanged == null ? built : Simplify.or(List.of(unchanged.build(), built)));
    } catch (ModelException refused) {
      throw refused.in(definition.name());
    }
  }

  private Property made(
      Definition definition, String javaName, Kind kind, @Nullable Expression body) {
    return new Property(
        definition.name(),
        javaName,
        kind,
        definition.comment(),
        body,
        SymbolTable.line(definition.span()));
  }

  /** Whether a subscript lists every variable, so that it is unchanged in the same state alone. */
  private boolean isEverything(Expr subscript) {
    Set<String> listed = new LinkedHashSet<>();
    list(subscript, listed);
    return symbols.module().variables().stream().allMatch(each -> listed.contains(each.name()));
  }

  private void list(Expr expression, Set<String> listed) {
    if (expression instanceof Expr.Apply apply) {
      if (apply.kind() == Expr.Kind.VARIABLE) {
        listed.add(apply.operator());
      } else if (apply.operator().equals("$Tuple")) {
        apply.args().forEach(each -> list(each, listed));
      } else if (apply.kind() == Expr.Kind.DEFINED && apply.args().isEmpty()) {
        symbols.definition(apply.operator()).ifPresent(each -> list(each.body(), listed));
      }
    }
  }
}
