package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Expr;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.FunctionExpression;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Quantifiers, and sets and sequences made by a rule. */
final class Binders {

  private final Translator translator;

  /** A Java name with what it ranges over. */
  private record Level(String name, TypeVariable element, TypedExpr domain) {}

  Binders(Translator translator) {
    this.translator = translator;
  }

  TypedExpr read(Expr.Quantified quantified, ExpressionScope scope) throws ModelException {
    for (Expr.Bound bound : quantified.bounds()) {
      if (bound.set() == null) {
        throw Translator.cannot(
            quantified.quantifier() == Expr.Quantifier.CHOOSE
                ? "CHOOSE without a set"
                : "an unbounded quantifier",
            quantified.span());
      }
    }
    return switch (quantified.quantifier()) {
      case FOR_ALL, EXISTS -> condition(quantified, scope);
      case FILTER -> filter(quantified, scope);
      case MAP -> map(quantified, scope);
      case FUNCTION -> function(quantified, scope);
      case CHOOSE -> choice(quantified, scope);
      case RECURSIVE_FUNCTION ->
          throw Translator.cannot("a recursive function as a value", quantified.span());
    };
  }

  /** The levels of nesting for the bounds; extends the scope by what they bind. */
  private ExpressionScope open(List<Expr.Bound> bounds, ExpressionScope scope, List<Level> levels)
      throws ModelException {
    ExpressionScope inner = scope;
    for (Expr.Bound bound : bounds) {
      Expr set = java.util.Objects.requireNonNull(bound.set());
      if (bound.tuple()
          && set instanceof Expr.Apply product
          && product.operator().equals("$CartesianProd")
          && product.args().size() == bound.names().size()) {
        for (int i = 0; i < bound.names().size(); i++) {
          inner = open(bound.names().get(i), domain(product.args().get(i), scope), inner, levels);
        }
      } else if (bound.tuple()) {
        inner = openPattern(bound, domain(set, scope), inner, levels);
      } else {
        for (String name : bound.names()) {
          inner = open(name, domain(set, scope), inner, levels);
        }
      }
    }
    return inner;
  }

  private TypedExpr domain(Expr set, ExpressionScope scope) throws ModelException {
    TypedExpr domain = translator.read(set, scope);
    translator.require(domain, TypeVariable.set(TypeVariable.unknown()), "a set");
    return domain;
  }

  private ExpressionScope open(
      String name, TypedExpr domain, ExpressionScope scope, List<Level> levels) {
    String javaName = scope.names().take(JavaNames.member(name));
    TypeVariable element = domain.term().parts().get(0);
    levels.add(new Level(javaName, element, domain));
    TypedExpr local =
        new TypedExpr(
            element, domain.span(), () -> new Expression.Local(javaName, translator.type(element)));
    translator.origins().from(local, List.of(domain));
    return scope.with(name, new ExpressionScope.Bound(local));
  }

  private ExpressionScope openPattern(
      Expr.Bound bound, TypedExpr domain, ExpressionScope scope, List<Level> levels)
      throws ModelException {
    String javaName = scope.names().take("row");
    List<TypeVariable> places = new ArrayList<>();
    bound.names().forEach(name -> places.add(TypeVariable.unknown()));
    TypeVariable tuple = domain.term().parts().get(0);
    if (!translator.unify(TypeVariable.listed(places), tuple)) {
      throw new ModelException(
          SymbolTable.line(domain.span()),
          String.format(
              Locale.ROOT,
              "the pattern <<%s>> does not fit %s",
              String.join(", ", bound.names()),
              tuple.describe()));
    }
    levels.add(new Level(javaName, tuple, domain));
    ExpressionScope inner = scope;
    for (int i = 0; i < places.size(); i++) {
      int place = i;
      TypedExpr local =
          new TypedExpr(
              places.get(i),
              domain.span(),
              () -> {
                Type type = translator.type(tuple);
                Expression row = new Expression.Local(javaName, type);
                return type instanceof Type.SeqOf
                    ? new Expression.Element(row, new Expression.IntLiteral(place + 1))
                    : new Expression.Place(row, place, translator.type(places.get(place)));
              });
      translator.origins().from(local, List.of(domain));
      inner = inner.with(bound.names().get(i), new ExpressionScope.Bound(local));
    }
    return inner;
  }

  private Expression.Binding binding(Level level) {
    return new Expression.Binding(level.name(), translator.type(level.element()));
  }

  private TypedExpr condition(Expr.Quantified quantified, ExpressionScope scope)
      throws ModelException {
    List<Level> levels = new ArrayList<>();
    ExpressionScope inner = open(quantified.bounds(), scope, levels);
    TypedExpr body = translator.condition(quantified.body(), inner);
    boolean all = quantified.quantifier() == Expr.Quantifier.FOR_ALL;
    return new TypedExpr(
        body.term(),
        quantified.span(),
        () -> {
          Expression result = body.build();
          for (int i = levels.size() - 1; i >= 0; i--) {
            Expression.Binding binding = binding(levels.get(i));
            Expression domain = levels.get(i).domain().build();
            result =
                all
                    ? Shorten.forAll(new Expression.ForAll(binding, domain, result), scope.names())
                    : Shorten.exists(new Expression.Exists(binding, domain, result), scope.names());
          }
          return result;
        });
  }

  /** What {@code x \in S : P} binds, and the condition. */
  private record Chosen(Level level, TypedExpr condition) {}

  /** Reads {@code x \in S : P}, and refuses several variables as a construct. */
  private Chosen chosen(Expr.Quantified quantified, ExpressionScope scope, String severalNamed)
      throws ModelException {
    List<Level> levels = new ArrayList<>();
    ExpressionScope inner = open(quantified.bounds(), scope, levels);
    TypedExpr body = translator.condition(quantified.body(), inner);
    if (levels.size() > 1) {
      throw Translator.cannot(severalNamed, quantified.span());
    }
    return new Chosen(levels.get(0), body);
  }

  /** {@code CHOOSE x \in S : P}: the element that TLC finds first. */
  private TypedExpr choice(Expr.Quantified quantified, ExpressionScope scope)
      throws ModelException {
    Chosen chosen = chosen(quantified, scope, "CHOOSE <<x, y>> \\in S \\X T");
    Level level = chosen.level();
    TypedExpr body = chosen.condition();
    translator.origins().choice(level.domain(), quantified.span());
    return new TypedExpr(
        level.element(),
        quantified.span(),
        () -> {
          Expression domain = level.domain().build();
          Expression.Binding binding = binding(level);
          return new FunctionExpression.Choose(
              binding,
              domain,
              body.build(),
              translator.order().within(translator.symbols(), binding.type(), quantified.span()),
              SymbolTable.line(quantified.span()));
        });
  }

  private TypedExpr filter(Expr.Quantified quantified, ExpressionScope scope)
      throws ModelException {
    Chosen chosen = chosen(quantified, scope, "{<<x, y>> \\in S \\X T : P}");
    Level level = chosen.level();
    TypedExpr body = chosen.condition();
    return new TypedExpr(
        level.domain().term(),
        quantified.span(),
        () -> new Expression.Filter(binding(level), level.domain().build(), body.build()));
  }

  private TypedExpr map(Expr.Quantified quantified, ExpressionScope scope) throws ModelException {
    List<Level> levels = new ArrayList<>();
    ExpressionScope inner = open(quantified.bounds(), scope, levels);
    TypedExpr body = translator.read(quantified.body(), inner);
    TypedExpr map = mapped(quantified, levels, body);
    translator.origins().from(map, List.of(body));
    return map;
  }

  private TypedExpr mapped(Expr.Quantified quantified, List<Level> levels, TypedExpr body) {
    return new TypedExpr(
        TypeVariable.set(body.term()),
        quantified.span(),
        () -> {
          int last = levels.size() - 1;
          Expression result =
              Shorten.map(
                  new Expression.MapSet(
                      binding(levels.get(last)), levels.get(last).domain().build(), body.build()));
          for (int i = last - 1; i >= 0; i--) {
            result =
                new Expression.FlatMapSet(
                    binding(levels.get(i)), levels.get(i).domain().build(), result);
          }
          return result;
        },
        null,
        body.membership() == null
            ? null
            : value -> {
              Expression result = body.contains(value);
              for (int i = levels.size() - 1; i >= 0; i--) {
                result =
                    new Expression.Exists(
                        binding(levels.get(i)), levels.get(i).domain().build(), result);
              }
              return result;
            },
        null);
  }

  /** {@code [x \in S |-> e]}: a sequence if {@code S} is {@code 1..n}. */
  private TypedExpr function(Expr.Quantified quantified, ExpressionScope scope)
      throws ModelException {
    List<Level> levels = new ArrayList<>();
    ExpressionScope inner = open(quantified.bounds(), scope, levels);
    TypedExpr body = translator.read(quantified.body(), inner);
    Level level = levels.get(0);
    if (levels.size() > 1) {
      throw Translator.cannot("a function of several arguments", quantified.span());
    }
    if (!translator.isSequenceDomain(
        java.util.Objects.requireNonNull(quantified.bounds().get(0).set()))) {
      return new TypedExpr(
          TypeVariable.map(level.element(), body.term()),
          quantified.span(),
          () ->
              new FunctionExpression.MapFunction(
                  binding(level), level.domain().build(), body.build()));
    }
    return new TypedExpr(
        TypeVariable.sequence(body.term()),
        quantified.span(),
        () -> {
          if (level.domain().build() instanceof Expression.Range range) {
            return new Expression.MapSequence(binding(level), range.high(), body.build());
          }
          throw Translator.cannot("a function over this domain", quantified.span());
        });
  }
}
