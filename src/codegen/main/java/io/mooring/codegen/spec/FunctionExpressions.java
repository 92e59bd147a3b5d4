package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.FunctionExpression;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions: their values, domains and sets, and others that differ from them in one place. */
final class FunctionExpressions {

  private final Translator translator;
  private final SetExpressions sets;
  private final Logic logic;

  FunctionExpressions(Translator translator, SetExpressions sets, Logic logic) {
    this.translator = translator;
    this.sets = sets;
    this.logic = logic;
  }

  /** {@code f[x]}: a place of a tuple, an element of a sequence, a value, or a function's body. */
  TypedExpr apply(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    Expr function = apply.args().get(0);
    Expr argument = apply.args().get(1);
    Definition definition =
        function instanceof Expr.Apply name && name.kind() == Expr.Kind.DEFINED
            ? translator.symbols().definition(name.operator()).orElse(null)
            : null;
    if (definition != null
        && definition.body() instanceof Expr.Quantified body
        && body.bounds().size() == 1
        && body.bounds().get(0).names().size() == 1
        && body.quantifier() == Expr.Quantifier.FUNCTION) {
      ExpressionScope inner =
          new ExpressionScope(Map.of(), scope.view(), scope.primed(), scope.names())
              .with(
                  body.bounds().get(0).names().get(0), new ExpressionScope.Passed(argument, scope));
      return translator.read(body.body(), inner);
    }
    TypedExpr recursive = recursive(apply, scope);
    if (recursive != null) {
      return recursive;
    }
    TypedExpr read = translator.read(function, scope);
    TypeVariable.Kind kind = read.term().kind();
    if (kind == TypeVariable.Kind.MAP) {
      TypedExpr at = translator.read(argument, scope);
      translator.require(at, read.term().parts().get(0), "an argument of the function");
      return new TypedExpr(
          read.term().parts().get(1),
          apply.span(),
          () -> new FunctionExpression.ValueAt(read.build(), at.build()));
    }
    if (kind == TypeVariable.Kind.LISTED || kind == TypeVariable.Kind.TUPLE) {
      if (!(argument instanceof Expr.Num number)
          || number.value() < 1
          || number.value() > read.term().parts().size()) {
        if (kind == TypeVariable.Kind.TUPLE) {
          throw Translator.cannot("a computed place of a tuple", apply.span());
        }
      } else {
        return sets.place(read, number.value(), apply.span());
      }
    }
    TypeVariable element = TypeVariable.unknown();
    translator.require(read, TypeVariable.sequence(element), "a function, a sequence or a tuple");
    TypedExpr index = logic.integer(argument, scope);
    return new TypedExpr(
        element,
        apply.span(),
        () -> new Expression.Element(read.build(), logic.plain(index.build())));
  }

  TypedExpr domain(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr function = translator.read(apply.args().get(0), scope);
    if (function.term().kind() == TypeVariable.Kind.MAP) {
      return new TypedExpr(
          TypeVariable.set(function.term().parts().get(0)),
          apply.span(),
          () -> new FunctionExpression.DomainOf(function.build()));
    }
    translator.require(
        function, TypeVariable.sequence(TypeVariable.unknown()), "a function or a sequence");
    return new TypedExpr(
        TypeVariable.set(TypeVariable.of(Type.INT)),
        apply.span(),
        () -> Shorten.indices(function.build()));
  }

  /** {@code [S -> T]}, of which only membership can be decided. */
  TypedExpr setOf(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr domain = sets.set(apply.args().get(0), scope);
    TypedExpr range = sets.set(apply.args().get(1), scope);
    TypeVariable argument = domain.term().parts().get(0);
    TypeVariable value = range.term().parts().get(0);
    String name = scope.names().take("each");
    if (translator.isSequenceDomain(apply.args().get(0))) {
      return TypedExpr.endless(
          TypeVariable.set(TypeVariable.sequence(value)),
          apply.span(),
          "a set of functions",
          function -> {
            Type type = translator.type(value);
            return Simplify.and(
                List.of(
                    new Expression.Equal(Shorten.indices(function), domain.build()),
                    new Expression.ForAll(
                        new Expression.Binding(name, type),
                        new Expression.ElementsOf(function),
                        range.contains(new Expression.Local(name, type)))));
          });
    }
    return TypedExpr.endless(
        TypeVariable.set(TypeVariable.map(argument, value)),
        apply.span(),
        "a set of functions",
        function -> {
          Type type = translator.type(argument);
          return Simplify.and(
              List.of(
                  new Expression.Equal(new FunctionExpression.DomainOf(function), domain.build()),
                  new Expression.ForAll(
                      new Expression.Binding(name, type),
                      domain.build(),
                      range.contains(
                          new FunctionExpression.ValueAt(
                              function, new Expression.Local(name, type))))));
        });
  }

  /** {@code f[x]} of a definition {@code f[x \in S] == e}, which may use itself; null if not. */
  private @Nullable TypedExpr recursive(Expr.Apply apply, ExpressionScope scope)
      throws ModelException {
    if (!(apply.args().get(0) instanceof Expr.Apply name)
        || scope.meanings().containsKey(name.operator())) {
      return null;
    }
    Definition definition = translator.symbols().definition(name.operator()).orElse(null);
    if (definition == null
        || !(definition.body() instanceof Expr.Quantified body)
        || body.quantifier() != Expr.Quantifier.RECURSIVE_FUNCTION) {
      return null;
    }
    List<String> parameters = new ArrayList<>();
    body.bounds().forEach(each -> parameters.addAll(each.names()));
    if (parameters.size() > 1) {
      throw Translator.cannot("a recursive function of several arguments", apply.span());
    }
    return translator.call(
        new Definition(
            definition.name(),
            parameters,
            body.body(),
            definition.comment(),
            definition.span(),
            definition.definedIn(),
            definition.local(),
            definition.level()),
        new Expr.Apply(
            definition.name(),
            Expr.Kind.DEFINED,
            definition.definedIn(),
            List.of(apply.args().get(1)),
            apply.span()),
        scope);
  }

  /** {@code [f EXCEPT ![a] = e, !.b[c] = @ + 1]}. */
  TypedExpr except(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr changed = translator.read(apply.args().get(0), scope);
    for (Expr each : apply.args().subList(1, apply.args().size())) {
      Expr.Apply pair = (Expr.Apply) each;
      List<Expr> path = ((Expr.Apply) pair.args().get(0)).args();
      changed = changed(changed, path, pair, scope);
    }
    return changed;
  }

  /** A value that differs where a path leads to; there it is what stands on the right. */
  private TypedExpr changed(TypedExpr old, List<Expr> path, Expr.Apply pair, ExpressionScope scope)
      throws ModelException {
    if (path.isEmpty()) {
      TypedExpr value =
          translator.read(
              pair.args().get(1), scope.with(Translator.AT, new ExpressionScope.Bound(old)));
      translator.same(value, old, pair.span());
      return value;
    }
    if (old.term().known() instanceof Type.RecordOf && path.get(0) instanceof Expr.Str field) {
      TypedExpr part = translator.records().select(old, field.value(), pair.span());
      TypedExpr inner = changed(part, path.subList(1, path.size()), pair, scope);
      return translator.records().with(old, field.value(), inner, pair.span());
    }
    if (Type.OUTPUTS.equals(old.term().known())) {
      throw Translator.cannot("EXCEPT of the outputs", pair.span());
    }
    if (old.term().kind() == TypeVariable.Kind.MAP) {
      TypedExpr at = translator.read(path.get(0), scope);
      translator.require(at, old.term().parts().get(0), "an argument of the function");
      TypedExpr part =
          new TypedExpr(
              old.term().parts().get(1),
              pair.span(),
              () -> new FunctionExpression.ValueAt(old.build(), at.build()));
      TypedExpr inner = changed(part, path.subList(1, path.size()), pair, scope);
      return new TypedExpr(
          old.term(),
          pair.span(),
          () -> new FunctionExpression.With(old.build(), at.build(), inner.build()));
    }
    TypeVariable element = TypeVariable.unknown();
    translator.require(old, TypeVariable.sequence(element), "a function, a sequence or a record");
    TypedExpr index = logic.integer(path.get(0), scope);
    TypedExpr part =
        new TypedExpr(
            element,
            pair.span(),
            () -> new Expression.Element(old.build(), logic.plain(index.build())));
    TypedExpr inner = changed(part, path.subList(1, path.size()), pair, scope);
    return new TypedExpr(
        old.term(),
        pair.span(),
        () -> new FunctionExpression.With(old.build(), logic.plain(index.build()), inner.build()));
  }
}
