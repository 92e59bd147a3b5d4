package io.mooring.codegen.emit;

import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/** The order in which the checker tries the elements of a set, as a Java {@code Comparator}. */
final class ChoiceOrder {

  private final ExpressionTranslator all;
  private final SortedMap<String, List<String>> order;

  /**
   * An order.
   *
   * @param order for each enumeration and record type the order of its constants or fields
   */
  ChoiceOrder(ExpressionTranslator all, SortedMap<String, List<String>> order) {
    this.all = all;
    this.order = order;
  }

  JavaExpr of(Type type) {
    if (type instanceof Type.SetOf set) {
      return JavaExpr.call(all.method(RuleSupport.Method.BY_MEMBERS), of(set.element()));
    }
    if (type instanceof Type.SeqOf sequence) {
      return JavaExpr.call(all.method(RuleSupport.Method.BY_ELEMENTS), of(sequence.element()));
    }
    if (type instanceof Type.EnumType named) {
      List<JavaExpr> constants =
          Objects.requireNonNull(order.get(named.name())).stream()
              .map(each -> JavaExpr.primary(named.name() + "." + each))
              .toList();
      return JavaExpr.call(Layout.text(all.method(RuleSupport.Method.RANKED)), constants);
    }
    if (type instanceof Type.TupleOf tuple) {
      List<JavaExpr> parts = new ArrayList<>();
      for (int i = 0; i < tuple.elements().size(); i++) {
        parts.add(part(all.tuple(tuple), RuleSupport.place(i), tuple.elements().get(i)));
      }
      return chain(parts);
    }
    if (type instanceof Type.RecordOf named) {
      RecordType struct = all.record(named.name());
      List<JavaExpr> parts = new ArrayList<>();
      for (String field : Objects.requireNonNull(order.get(named.name()))) {
        struct.fields().stream()
            .filter(each -> each.name().equals(field))
            .forEach(each -> parts.add(part(named.name(), field, each.type())));
      }
      return chain(parts);
    }
    return JavaExpr.primary("Comparator.<" + JavaTypes.boxed(type) + ">naturalOrder()");
  }

  private JavaExpr part(String owner, String accessor, Type type) {
    return JavaExpr.call(
        "Comparator.comparing", JavaExpr.primary(owner + "::" + accessor), of(type));
  }

  private static JavaExpr chain(List<JavaExpr> parts) {
    JavaExpr order = parts.get(0);
    for (JavaExpr each : parts.subList(1, parts.size())) {
      order = order.method("thenComparing", each);
    }
    return order;
  }
}
