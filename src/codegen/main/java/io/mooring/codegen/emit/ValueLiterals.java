package io.mooring.codegen.emit;

import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Values of variables as Java expressions, immutable and in one order. */
final class ValueLiterals {

  private final ModelLookup names;

  ValueLiterals(ModelLookup names) {
    this.names = names;
  }

  /** A value of a type. */
  String of(Type type, Value value) {
    if (type instanceof Type.EnumType enumeration) {
      return enumeration.name() + "." + names.constant(enumeration.name(), value);
    }
    if (value instanceof Value.Bool || value instanceof Value.Int) {
      return value.toString().toLowerCase(Locale.ROOT);
    }
    if (value instanceof Value.Str text) {
      return JavaTypes.string(text.value());
    }
    if (type instanceof Type.SetOf kind) {
      return all("Values.set(", kind.element(), ((Value.SetOf) value).elements());
    }
    if (type instanceof Type.SeqOf kind) {
      return all("List.of(", kind.element(), ((Value.Seq) value).elements());
    }
    if (type instanceof Type.MapOf kind) {
      return Value.pairs(value).stream()
          .map(each -> pair(kind, each))
          .collect(Collectors.joining(", ", "Values.map(", ")"));
    }
    RecordType struct = names.record(((Type.RecordOf) type).name());
    List<String> fields = new ArrayList<>();
    for (RecordType.Field field : struct.fields()) {
      Value part = ((Value.Rec) value).fields().get(field.name());
      fields.add(of(field.type(), Objects.requireNonNull(part)));
    }
    return "new " + struct.name() + "(" + String.join(", ", fields) + ")";
  }

  private String all(String open, Type type, List<Value> values) {
    return values.stream().map(each -> of(type, each)).collect(Collectors.joining(", ", open, ")"));
  }

  private String pair(Type.MapOf type, Map.Entry<Value, Value> pair) {
    return "Values.entry("
        + of(type.key(), pair.getKey())
        + ", "
        + of(type.value(), pair.getValue())
        + ")";
  }

  /** Whether a value of the type could be changed by who made it. */
  static boolean isCollection(Type type) {
    return type instanceof Type.SetOf || type instanceof Type.SeqOf || type instanceof Type.MapOf;
  }

  /** A copy of a component. */
  static String copy(RecordType.Field field) {
    return (field.type() instanceof Type.SeqOf ? "List.copyOf(" : "Values.copy(")
        + field.name()
        + ")";
  }

  /** The imports for fields of these types, after an empty line; empty if none is needed. */
  static String imports(List<Type> types) {
    String text = types.stream().map(JavaTypes::name).collect(Collectors.joining(" "));
    List<String> imports =
        JavaTypes.imports(text, List.of("java.util.List", "java.util.Map", "java.util.Set"));
    return imports.isEmpty() ? "" : "\n" + String.join("\n", imports);
  }
}
