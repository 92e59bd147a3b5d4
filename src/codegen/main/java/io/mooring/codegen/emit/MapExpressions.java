package io.mooring.codegen.emit;

import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.FunctionExpression;
import io.mooring.codegen.model.Type;

/** Translates expressions about functions and choices to Java. */
final class MapExpressions {

  private final ExpressionTranslator all;
  private final LoopExpressions loops;

  MapExpressions(ExpressionTranslator all, LoopExpressions loops) {
    this.all = all;
    this.loops = loops;
  }

  JavaExpr of(FunctionExpression expression, JavaScope scope) {
    if (expression instanceof FunctionExpression.ValueAt at) {
      return JavaExpr.call(
          all.method(RuleSupport.Method.VALUE_AT),
          all.of(at.function(), scope),
          all.of(at.argument(), scope));
    }
    if (expression instanceof FunctionExpression.DomainOf domain) {
      return all.of(domain.function(), scope).method("keySet");
    }
    if (expression instanceof FunctionExpression.UnionOf union) {
      return loops.stream(union.sets(), scope)
          .method("flatMap", JavaExpr.primary("Set::stream"))
          .method("collect", JavaExpr.primary("Collectors.toSet()"));
    }
    if (expression instanceof FunctionExpression.SubsetsOf subsets) {
      return JavaExpr.call(all.method(RuleSupport.Method.SUBSETS), all.of(subsets.set(), scope));
    }
    if (expression instanceof FunctionExpression.MapFunction map) {
      JavaExpr body = all.of(map.body(), LoopExpressions.boxed(scope, map.binding()));
      return JavaExpr.call(
          all.method(RuleSupport.Method.FUNCTION),
          all.of(map.domain(), scope),
          LoopExpressions.lambda(map.binding(), body));
    }
    if (expression instanceof FunctionExpression.With with) {
      boolean sequence = with.function().type() instanceof Type.SeqOf;
      return JavaExpr.call(
          all.method(sequence ? RuleSupport.Method.WITH_ELEMENT : RuleSupport.Method.WITH_VALUE),
          all.of(with.function(), scope),
          all.of(with.argument(), scope),
          all.of(with.value(), scope));
    }
    FunctionExpression.Choose choose = (FunctionExpression.Choose) expression;
    Expression.Binding binding = choose.binding();
    return JavaExpr.call(
        all.method(RuleSupport.Method.CHOOSE),
        all.of(choose.domain(), scope),
        new ChoiceOrder(all, choose.order()).of(binding.type()),
        LoopExpressions.lambda(
            binding, all.of(choose.body(), LoopExpressions.boxed(scope, binding))),
        JavaExpr.primary(JavaTypes.string(choose.line().toString())));
  }
}
