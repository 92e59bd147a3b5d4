package io.mooring.codegen.emit;

import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.FunctionExpression;
import io.mooring.codegen.model.Type;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Translates quantifiers, comprehensions and the like to streams. */
final class LoopExpressions {

  private final ExpressionTranslator all;
  private final MapExpressions functions;

  LoopExpressions(ExpressionTranslator all) {
    this.all = all;
    this.functions = new MapExpressions(all, this);
  }

  JavaExpr of(Expression expression, JavaScope scope) {
    if (expression instanceof Expression.ForAll loop) {
      return quantifier("allMatch", loop.binding(), loop.domain(), loop.body(), scope);
    }
    if (expression instanceof Expression.Exists loop) {
      return quantifier("anyMatch", loop.binding(), loop.domain(), loop.body(), scope);
    }
    if (expression instanceof Expression.Filter loop) {
      JavaExpr body = all.of(loop.body(), boxed(scope, loop.binding()));
      return toSet(stream(loop.domain(), scope).method("filter", lambda(loop.binding(), body)));
    }
    if (expression instanceof Expression.MapSet loop) {
      JavaExpr body = all.of(loop.body(), boxed(scope, loop.binding()));
      return toSet(stream(loop.domain(), scope).method("map", lambda(loop.binding(), body)));
    }
    if (expression instanceof Expression.FlatMapSet loop) {
      JavaExpr body = stream(loop.body(), boxed(scope, loop.binding()));
      return toSet(stream(loop.domain(), scope).method("flatMap", lambda(loop.binding(), body)));
    }
    if (expression instanceof Expression.ElementsOf elements) {
      return toSet(stream(elements, scope));
    }
    if (expression instanceof Expression.FilterSequence loop) {
      JavaExpr body = all.of(loop.body(), boxed(scope, loop.binding()));
      return all.of(loop.sequence(), scope)
          .method("stream")
          .method("filter", lambda(loop.binding(), body))
          .method("collect", JavaExpr.primary("Collectors.toList()"));
    }
    if (expression instanceof Expression.MapSequence loop) {
      JavaExpr body = all.of(loop.body(), scope.binding(loop.binding().name(), false));
      return integers(new Expression.IntLiteral(1), loop.length(), scope)
          .method("mapToObj", lambda(loop.binding(), body))
          .method("collect", JavaExpr.primary("Collectors.toList()"));
    }
    return functions.of((FunctionExpression) expression, scope);
  }

  private JavaExpr quantifier(
      String method,
      Expression.Binding binding,
      Expression domain,
      Expression body,
      JavaScope scope) {
    if (domain instanceof Expression.Range range) {
      if (range.low().equals(new Expression.IntLiteral(1))
          && range.high() instanceof Expression.Size size
          && size.collection().type() instanceof Type.SeqOf
          && isElementsOnly(body, binding.name(), size.collection())) {
        return elements(method, binding.name(), size.collection(), body, scope);
      }
      JavaExpr inner = all.of(body, scope.binding(binding.name(), false));
      return integers(range.low(), range.high(), scope).method(method, lambda(binding, inner));
    }
    JavaExpr inner = all.of(body, boxed(scope, binding));
    return stream(domain, scope).method(method, lambda(binding, inner));
  }

  /** A loop over places that only looks at the elements there: a loop over the elements. */
  private JavaExpr elements(
      String method, String index, Expression sequence, Expression body, JavaScope scope) {
    JavaExpr list = all.of(sequence, scope);
    Expression element = new Expression.Element(sequence, new Expression.Local(index, Type.INT));
    if (method.equals("anyMatch") && body instanceof Expression.Equal equal) {
      if (equal.left().equals(element) && !mentions(equal.right(), index)) {
        return list.method("contains", all.of(equal.right(), scope));
      }
      if (equal.right().equals(element) && !mentions(equal.left(), index)) {
        return list.method("contains", all.of(equal.left(), scope));
      }
    }
    String name = scope.fresh(singular(sequence));
    JavaExpr inner = all.of(body, scope.looping(index, sequence, name));
    return list.method("stream").method(method, JavaExpr.lambda(name, inner));
  }

  private static String singular(Expression sequence) {
    return sequence instanceof Expression.Field field && field.field().endsWith("s")
        ? field.field().substring(0, field.field().length() - 1)
        : "each";
  }

  private static boolean isElementsOnly(Expression body, String index, Expression sequence) {
    if (body instanceof Expression.Element element
        && element.sequence().equals(sequence)
        && element.index() instanceof Expression.Local local
        && local.name().equals(index)) {
      return true;
    }
    if (body instanceof Expression.Local local && local.name().equals(index)) {
      return false;
    }
    return parts(body).stream().allMatch(part -> isElementsOnly(part, index, sequence));
  }

  private static boolean mentions(Expression expression, String name) {
    return (expression instanceof Expression.Local local && local.name().equals(name))
        || parts(expression).stream().anyMatch(part -> mentions(part, name));
  }

  /** {@return the direct subexpressions: every kind is a record of its parts} */
  private static List<Expression> parts(Expression expression) {
    List<Expression> parts = new ArrayList<>();
    for (RecordComponent component : expression.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(expression);
        List<?> values =
            value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        for (Object each : values) {
          if (each instanceof Expression part) {
            parts.add(part);
          }
        }
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return parts;
  }

  JavaExpr stream(Expression domain, JavaScope scope) {
    if (domain instanceof Expression.AllOf allOf) {
      return JavaExpr.call("Stream.of", JavaExpr.primary(allOf.enumeration() + ".values()"));
    }
    if (domain instanceof Expression.Range range) {
      return integers(range.low(), range.high(), scope).method("boxed");
    }
    if (domain instanceof Expression.ElementsOf elements) {
      return all.of(elements.sequence(), scope).method("stream");
    }
    return all.of(domain, scope).method("stream");
  }

  private JavaExpr integers(Expression low, Expression high, JavaScope scope) {
    return JavaExpr.call("IntStream.rangeClosed", all.of(low, scope), all.of(high, scope));
  }

  private static JavaExpr toSet(JavaExpr stream) {
    return stream.method("collect", JavaExpr.primary("Collectors.toSet()"));
  }

  static JavaExpr lambda(Expression.Binding binding, JavaExpr body) {
    return JavaExpr.lambda(binding.name(), body);
  }

  static JavaScope boxed(JavaScope scope, Expression.Binding binding) {
    return scope.binding(binding.name(), true);
  }
}
