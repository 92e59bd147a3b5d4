package io.mooring.codegen.spec;

import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How values are written within Java constants; no two values of one simple type are the same. */
final class ValueWords {

  private static final String AND = "_AND_";
  private static final String WITH = "_WITH_";
  private static final String THEN = "_THEN_";
  private static final String NO_ELEMENTS = "NONE";
  private static final String EMPTY = "EMPTY";

  private final SymbolTable symbols;

  ValueWords(SymbolTable symbols) {
    this.symbols = symbols;
  }

  /**
   * A value of a type: of an enumeration its constant, of a set its elements ({@code 1_AND_3},
   * {@code NONE}), of a sequence its elements ({@code A_THEN_B}, {@code EMPTY}), of a record its
   * fields ({@code DATA_1}), of a function to booleans the arguments where it is true, of another
   * function its pairs ({@code C1_READ_AND_C2_NONE}).
   */
  String of(Type type, Value value) {
    if (type instanceof Type.EnumType named) {
      return symbols
          .constant(named.name(), ModelValues.tla(value))
          .map(Expression.EnumConstant::constant)
          .orElseGet(() -> untyped(value));
    }
    if (type instanceof Type.SetOf kind && value instanceof Value.SetOf set) {
      return join(
          set.elements().stream().map(each -> within(kind.element(), each)).toList(),
          AND,
          NO_ELEMENTS);
    }
    if (type instanceof Type.SeqOf kind && value instanceof Value.Seq sequence) {
      return join(
          sequence.elements().stream().map(each -> of(kind.element(), each)).toList(), THEN, EMPTY);
    }
    if (type instanceof Type.RecordOf kind && value instanceof Value.Rec rec) {
      List<String> parts = new ArrayList<>();
      for (RecordType.Field field : symbols.record(kind.name()).orElseThrow().fields()) {
        parts.add(of(field.type(), Objects.requireNonNull(rec.fields().get(field.name()))));
      }
      return String.join("_", parts);
    }
    if (type instanceof Type.MapOf kind) {
      return pairs(kind, Value.pairs(value));
    }
    return untyped(value);
  }

  /** An element of a set; of a set within a set the elements belong together: {@code A_WITH_B}. */
  private String within(Type type, Value value) {
    if (type instanceof Type.SetOf kind && value instanceof Value.SetOf set) {
      return join(
          set.elements().stream().map(each -> of(kind.element(), each)).toList(),
          WITH,
          NO_ELEMENTS);
    }
    return of(type, value);
  }

  private String pairs(Type.MapOf type, List<Map.Entry<Value, Value>> pairs) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Value, Value> pair : pairs) {
      String key = of(type.key(), pair.getKey());
      if (!(pair.getValue() instanceof Value.Bool bool)) {
        parts.add(key + "_" + of(type.value(), pair.getValue()));
      } else if (bool.value()) {
        parts.add(key);
      }
    }
    return join(parts, AND, NO_ELEMENTS);
  }

  private static String join(List<String> parts, String between, String nothing) {
    return parts.isEmpty() ? nothing : String.join(between, parts);
  }

  /** A value whose type is not known. */
  static String untyped(Value value) {
    if (value instanceof Value.SetOf set) {
      return join(set.elements().stream().map(ValueWords::untyped).toList(), AND, NO_ELEMENTS);
    }
    if (value instanceof Value.Seq sequence) {
      return join(sequence.elements().stream().map(ValueWords::untyped).toList(), THEN, EMPTY);
    }
    if (value instanceof Value.Rec || value instanceof Value.Fun) {
      return join(
          Value.pairs(value).stream()
              .map(each -> untyped(each.getKey()) + "_" + untyped(each.getValue()))
              .toList(),
          AND,
          NO_ELEMENTS);
    }
    return JavaNames.constant(value.word().replaceAll("^-", "MINUS_"));
  }
}
