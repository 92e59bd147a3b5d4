package io.mooring.codegen.emit;

import io.mooring.codegen.model.Type;
import java.util.List;
import java.util.regex.Pattern;

/** How types and values of a model are written in Java. */
final class JavaTypes {

  private JavaTypes() {}

  /** The type; names of the library are left to be imported. */
  static String name(Type type) {
    if (type instanceof Type.Bool) {
      return "boolean";
    }
    if (type instanceof Type.Int || type instanceof Type.IntRange) {
      return "int";
    }
    return boxed(type);
  }

  /** The type as an argument of a generic one. */
  static String boxed(Type type) {
    if (type instanceof Type.Bool) {
      return "Boolean";
    }
    if (type instanceof Type.Int || type instanceof Type.IntRange) {
      return "Integer";
    }
    if (type instanceof Type.Str) {
      return "String";
    }
    if (type instanceof Type.EnumType enumeration) {
      return enumeration.name();
    }
    if (type instanceof Type.RecordOf struct) {
      return struct.name();
    }
    if (type instanceof Type.Outputs) {
      return "Step";
    }
    if (type instanceof Type.SetOf set) {
      return "Set<" + boxed(set.element()) + ">";
    }
    if (type instanceof Type.SeqOf sequence) {
      return "List<" + boxed(sequence.element()) + ">";
    }
    if (type instanceof Type.MapOf map) {
      return "Map<" + boxed(map.key()) + ", " + boxed(map.value()) + ">";
    }
    throw new IllegalArgumentException("No separate Java type: " + type);
  }

  /** A value of a record's field as the model writes it, in Java. */
  static String fieldLiteral(Type type, String text) {
    return type instanceof Type.EnumType enumeration ? enumeration.name() + "." + text : text;
  }

  /** A string literal. */
  static String string(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + '"';
  }

  /** An import for each of these classes that the text mentions. */
  static List<String> imports(String text, List<String> classes) {
    return classes.stream()
        .filter(each -> mentions(text, each.substring(each.lastIndexOf('.') + 1)))
        .map(each -> "import " + each + ";")
        .sorted()
        .toList();
  }

  /** Whether a Java text mentions a name. */
  static boolean mentions(String text, String name) {
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text).find();
  }
}
