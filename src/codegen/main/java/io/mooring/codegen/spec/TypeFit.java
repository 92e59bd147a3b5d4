package io.mooring.codegen.spec;

import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a value has the type that the module declares: TLC checks only what is configured. */
final class TypeFit {

  private final SymbolTable symbols;

  TypeFit(SymbolTable symbols) {
    this.symbols = symbols;
  }

  /** The innermost part of a value that is not of its type; null if the value fits. */
  @Nullable Value odd(Type type, Value value) {
    if (type instanceof Type.SetOf kind && value instanceof Value.SetOf set) {
      return first(kind.element(), set.elements());
    }
    if (type instanceof Type.SeqOf kind && value instanceof Value.Seq sequence) {
      return first(kind.element(), sequence.elements());
    }
    if (type instanceof Type.MapOf kind && isFunction(value)) {
      List<Map.Entry<Value, Value>> pairs = Value.pairs(value);
      @Nullable Value key = first(kind.key(), pairs.stream().map(Map.Entry::getKey).toList());
      return key != null
          ? key
          : first(kind.value(), pairs.stream().map(Map.Entry::getValue).toList());
    }
    if (type instanceof Type.RecordOf kind && value instanceof Value.Rec rec) {
      List<RecordType.Field> fields = symbols.record(kind.name()).orElseThrow().fields();
      if (!rec.fields()
          .keySet()
          .equals(fields.stream().map(f -> f.name()).collect(Collectors.toSet()))) {
        return value;
      }
      for (RecordType.Field field : fields) {
        Value odd = odd(field.type(), Objects.requireNonNull(rec.fields().get(field.name())));
        if (odd != null) {
          return odd;
        }
      }
      return null;
    }
    return isSimple(type, value) ? null : value;
  }

  private @Nullable Value first(Type type, List<Value> values) {
    for (Value each : values) {
      Value odd = odd(type, each);
      if (odd != null) {
        return odd;
      }
    }
    return null;
  }

  private boolean isSimple(Type type, Value value) {
    if (type instanceof Type.EnumType named) {
      return symbols.constant(named.name(), ModelValues.tla(value)).isPresent();
    }
    return type instanceof Type.Bool
        ? value instanceof Value.Bool
        : type instanceof Type.Str
            ? value instanceof Value.Str
            : (type instanceof Type.Int || type instanceof Type.IntRange)
                && value instanceof Value.Int;
  }

  private static boolean isFunction(Value value) {
    return value instanceof Value.Seq || value instanceof Value.Rec || value instanceof Value.Fun;
  }

  /** A type as TLA+ would write the set of its values. */
  static String words(Type type) {
    if (type instanceof Type.EnumType named) {
      return named.name();
    }
    if (type instanceof Type.RecordOf named) {
      return named.name();
    }
    if (type instanceof Type.SetOf set) {
      return "SUBSET " + words(set.element());
    }
    if (type instanceof Type.SeqOf sequence) {
      return "Seq(" + words(sequence.element()) + ")";
    }
    if (type instanceof Type.MapOf map) {
      return "[" + words(map.key()) + " -> " + words(map.value()) + "]";
    }
    if (type instanceof Type.IntRange range) {
      return range.low() + ".." + range.high();
    }
    return type instanceof Type.Bool ? "BOOLEAN" : type instanceof Type.Str ? "STRING" : "Int";
  }
}
