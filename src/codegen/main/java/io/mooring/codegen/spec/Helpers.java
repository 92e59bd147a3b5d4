package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Helper;
import io.mooring.codegen.model.Helper.Level;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Moment;
import io.mooring.codegen.model.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The definitions that properties use, each once for each combination of types that it is used
 * with.
 */
final class Helpers {

  private final Map<Key, Helper> helpers = new LinkedHashMap<>();
  private final JavaNames names;
  private final Deque<Open> open = new ArrayDeque<>();

  /** The identity of a helper. */
  private record Key(String definition, List<Type> parameters, Type result) {}

  /** A definition whose body is being read, which may use itself. */
  private static final class Open {
    private final String definition;
    private final List<TypeVariable> parameters = new ArrayList<>();
    private final TypeVariable result = TypeVariable.unknown();
    private boolean method;
    private String javaName = "";

    Open(String definition) {
      this.definition = definition;
    }
  }

  /**
   * No helpers yet.
   *
   * @param names the names that the generated rules have already taken
   */
  Helpers(JavaNames names) {
    this.names = names;
  }

  /** All helpers, each after those that it calls. */
  List<Helper> all() {
    return List.copyOf(helpers.values());
  }

  /** Reads a use of a definition. */
  TypedExpr call(
      Translator translator, Definition definition, Expr.Apply use, ExpressionScope scope)
      throws ModelException {
    if (definition.level() > 2) {
      throw Translator.cannot("a temporal formula inside of a property", use.span());
    }
    for (Open each : open) {
      if (each.definition.equals(definition.name())) {
        return again(translator, each, definition, use, scope);
      }
    }
    boolean inline = use.args().stream().anyMatch(Expr.OperatorArgument.class::isInstance);
    List<TypedExpr> arguments = new ArrayList<>();
    for (Expr each : inline ? List.<Expr>of() : use.args()) {
      arguments.add(translator.read(each, scope));
    }
    open.push(new Open(definition.name()));
    try {
      return inline
          ? translator.inline(
              definition,
              use.args(),
              scope,
              new ExpressionScope(Map.of(), scope.view(), scope.primed(), scope.names()))
          : method(translator, definition, use, arguments, scope);
    } finally {
      open.pop();
    }
  }

  /** A use of a definition within itself: of the same types, at the states that it looks at. */
  private static TypedExpr again(
      Translator translator,
      Open outer,
      Definition definition,
      Expr.Apply use,
      ExpressionScope scope)
      throws ModelException {
    if (!outer.method || use.args().isEmpty() || scope.primed()) {
      throw Translator.cannot("a definition that uses itself: " + definition.name(), use.span());
    }
    List<TypedExpr> arguments = new ArrayList<>();
    for (int i = 0; i < use.args().size(); i++) {
      TypedExpr argument = translator.read(use.args().get(i), scope);
      translator.require(argument, outer.parameters.get(i), "an argument as outside");
      arguments.add(argument);
    }
    Level level = level(definition);
    Moment at = level == Level.STATE ? scope.moment() : null;
    return new TypedExpr(
        outer.result,
        use.span(),
        () ->
            new Expression.Call(
                outer.javaName,
                level,
                at,
                SetExpressions.build(arguments),
                translator.type(outer.result)));
  }

  private static Level level(Definition definition) {
    return definition.level() == 0
        ? Level.CONSTANT
        : definition.level() == 1 ? Level.STATE : Level.ACTION;
  }

  private TypedExpr method(
      Translator translator,
      Definition definition,
      Expr.Apply use,
      List<TypedExpr> arguments,
      ExpressionScope scope)
      throws ModelException {
    Level level = level(definition);
    Moment at = level == Level.STATE ? scope.moment() : null;
    Open self = Objects.requireNonNull(open.peek());
    boolean sees =
        level == Level.CONSTANT
            || (level == Level.STATE && at != null)
            || (level == Level.ACTION
                && scope.view() == ExpressionScope.View.STEP
                && !scope.primed());
    if (!sees) {
      throw Translator.cannot(
          definition.name() + " where there is no " + (level == Level.STATE ? "state" : "step"),
          use.span());
    }
    ExpressionScope inner =
        ExpressionScope.of(
            switch (level) {
              case CONSTANT -> ExpressionScope.View.CONSTANT;
              case STATE -> ExpressionScope.View.STATE;
              case ACTION -> ExpressionScope.View.STEP;
            });
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < use.args().size(); i++) {
      TypedExpr argument = arguments.get(i);
      String name = inner.names().take(JavaNames.member(definition.parameters().get(i)));
      parameters.add(name);
      self.parameters.add(argument.term());
      inner =
          inner.with(
              definition.parameters().get(i),
              new ExpressionScope.Parameter(
                  new TypedExpr(
                      argument.term(),
                      argument.span(),
                      () -> new Expression.Local(name, translator.type(argument.term())))));
    }
    self.method = true;
    TypedExpr body = translator.read(definition.body(), inner);
    if (!translator.unify(self.result, body.term())) {
      throw Translator.cannot(definition.name() + ", whose value is of several types,", use.span());
    }
    if (body.membership() != null || body.fields() != null) {
      return translator.inline(
          definition,
          use.args(),
          scope,
          new ExpressionScope(Map.of(), scope.view(), scope.primed(), scope.names()));
    }
    return new TypedExpr(
        body.term(),
        use.span(),
        () -> {
          List<Expression.Binding> bindings = new ArrayList<>();
          List<Type> types = new ArrayList<>();
          for (int i = 0; i < parameters.size(); i++) {
            Type type = translator.type(arguments.get(i).term());
            types.add(type);
            bindings.add(new Expression.Binding(parameters.get(i), type));
          }
          Type result = translator.type(body.term());
          Key key = new Key(definition.name(), types, result);
          if (!helpers.containsKey(key)) {
            self.javaName = name(definition, level, result);
            Expression built = body.build();
            helpers.put(
                key,
                new Helper(
                    definition.name(),
                    self.javaName,
                    level,
                    bindings,
                    built,
                    definition.comment(),
                    SymbolTable.line(definition.span())));
          }
          Helper helper = Objects.requireNonNull(helpers.get(key));
          return new Expression.Call(
              helper.javaName(), level, at, SetExpressions.build(arguments), result);
        });
  }

  private String name(Definition definition, Level level, Type result) {
    if (level != Level.CONSTANT || !definition.parameters().isEmpty()) {
      return names.take(JavaNames.member(definition.name()));
    }
    String name = JavaNames.identifier(JavaNames.constant(definition.name()));
    if (names.isFree(name)) {
      return names.take(name);
    }
    String kind =
        result instanceof Type.SetOf ? "_SET" : result instanceof Type.SeqOf ? "_LIST" : "_VALUE";
    return names.take(name + kind);
  }
}
