package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.emit.JavaExpr;
import io.mooring.codegen.emit.typescript.ScriptSupport.Function;
import io.mooring.codegen.model.FunctionExpression;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/** Translates expressions about functions and choices to TypeScript. */
final class ScriptFunctions {

  private final Script script;
  private final ScriptExpressions all;

  ScriptFunctions(Script script, ScriptExpressions all) {
    this.script = script;
    this.all = all;
  }

  JavaExpr of(FunctionExpression expression, Moments moments) {
    if (expression instanceof FunctionExpression.ValueAt at) {
      return all.call(
          Function.VALUE_AT, all.of(at.function(), moments), all.of(at.argument(), moments));
    }
    if (expression instanceof FunctionExpression.DomainOf domain) {
      return all.call(Function.DOMAIN_OF, all.of(domain.function(), moments));
    }
    if (expression instanceof FunctionExpression.UnionOf union) {
      return all.call(Function.UNION_OF, all.of(union.sets(), moments));
    }
    if (expression instanceof FunctionExpression.SubsetsOf subsets) {
      return all.call(Function.SUBSETS, all.of(subsets.set(), moments));
    }
    if (expression instanceof FunctionExpression.MapFunction map) {
      return all.call(
          Function.MAP_OF,
          List.of(map.binding().type(), map.body().type()),
          List.of(all.of(map.domain(), moments), all.lambda(map.binding(), map.body(), moments)));
    }
    if (expression instanceof FunctionExpression.With with) {
      List<JavaExpr> arguments =
          List.of(
              all.of(with.function(), moments),
              all.of(with.argument(), moments),
              all.lambda(with.old(), with.value(), moments));
      return with.function().type() instanceof Type.MapOf map
          ? all.call(Function.WITH_VALUE, List.of(map.key(), map.value()), arguments)
          : all.call(Function.WITH_ELEMENT, List.of(with.old().type()), arguments);
    }
    FunctionExpression.Choose choose = (FunctionExpression.Choose) expression;
    return all.call(
        Function.CHOOSE,
        List.of(choose.binding().type()),
        List.of(
            all.of(choose.domain(), moments),
            order(choose.binding().type(), choose.order()),
            all.lambda(choose.binding(), choose.body(), moments),
            JavaExpr.primary(Script.string(choose.line().toString()))));
  }

  /** The order in which the checker tries values of a type. */
  private JavaExpr order(Type type, SortedMap<String, List<String>> known) {
    if (type instanceof Type.SetOf set) {
      return all.call(
          Function.BY_MEMBERS, List.of(set.element()), List.of(order(set.element(), known)));
    }
    if (type instanceof Type.SeqOf sequence) {
      return all.call(
          Function.BY_ELEMENTS,
          List.of(sequence.element()),
          List.of(order(sequence.element(), known)));
    }
    if (type instanceof Type.EnumType named) {
      List<String> constants = Objects.requireNonNull(known.get(named.name()));
      return all.call(
          Function.RANKED,
          List.of(type),
          constants.stream()
              .map(each -> JavaExpr.primary(script.type(type) + "." + each))
              .toList());
    }
    if (type instanceof Type.TupleOf tuple) {
      List<JavaExpr> parts = new ArrayList<>();
      for (int i = 0; i < tuple.elements().size(); i++) {
        parts.add(part(type, "[" + i + "]", tuple.elements().get(i), known));
      }
      return all.call(Function.IN_TURN, List.of(type), parts);
    }
    if (type instanceof Type.RecordOf named) {
      List<JavaExpr> parts = new ArrayList<>();
      for (String field : Objects.requireNonNull(known.get(named.name()))) {
        for (RecordType.Field each : script.lookup().record(named.name()).fields()) {
          if (each.name().equals(field)) {
            parts.add(part(type, "." + field, each.type(), known));
          }
        }
      }
      return all.call(Function.IN_TURN, List.of(type), parts);
    }
    return JavaExpr.primary(all.name(Function.NATURAL));
  }

  private JavaExpr part(
      Type owner, String access, Type type, SortedMap<String, List<String>> known) {
    return all.call(
        Function.BY,
        List.of(owner, type),
        List.of(
            ScriptExpressions.lambda("each", JavaExpr.primary("each" + access)),
            order(type, known)));
  }
}
