package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.emit.ModelLookup;
import io.mooring.codegen.emit.Template;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What every part of a module needs: the model, its names, and how types and values are written.
 */
final class Script {

  /** How wide a line may be. */
  static final int WIDTH = 100;

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Model model;
  private final Language language;
  private final ModelLookup lookup;
  private final ScriptNames names;

  Script(Model model, Language language) {
    this.model = model;
    this.language = language;
    this.lookup = new ModelLookup(model);
    this.names = new ScriptNames(model);
  }

  Model model() {
    return model;
  }

  Language language() {
    return language;
  }

  ModelLookup lookup() {
    return lookup;
  }

  ScriptNames names() {
    return names;
  }

  /** A template in the module's language. */
  Template template(String text) {
    return Template.of(language.of(text));
  }

  /** A type in TypeScript. */
  String type(Type type) {
    if (type instanceof Type.Bool) {
      return "boolean";
    }
    if (type instanceof Type.Int || type instanceof Type.IntRange) {
      return "number";
    }
    if (type instanceof Type.Str) {
      return "string";
    }
    if (type instanceof Type.EnumType named) {
      return names.type(named.name());
    }
    if (type instanceof Type.RecordOf named) {
      return names.type(named.name());
    }
    if (type instanceof Type.SetOf set) {
      return "ReadonlySet<" + type(set.element()) + ">";
    }
    if (type instanceof Type.SeqOf sequence) {
      String element = type(sequence.element());
      return IDENTIFIER.matcher(element).matches()
          ? "readonly " + element + "[]"
          : "ReadonlyArray<" + element + ">";
    }
    if (type instanceof Type.MapOf map) {
      return "ReadonlyMap<" + type(map.key()) + ", " + type(map.value()) + ">";
    }
    if (type instanceof Type.TupleOf tuple) {
      return tuple.elements().stream()
          .map(this::type)
          .collect(Collectors.joining(", ", "readonly [", "]"));
    }
    return "Step";
  }

  /** Types as arguments, which JavaScript does not have. */
  String arguments(Type... types) {
    List<String> texts = new ArrayList<>();
    for (Type each : types) {
      texts.add(type(each));
    }
    return language.types("<" + String.join(", ", texts) + ">");
  }

  /** A value of a type; constants of enumerations are their names. */
  String value(Type type, Value value) {
    if (type instanceof Type.EnumType named) {
      return string(lookup.constant(named.name(), value));
    }
    if (type instanceof Type.SetOf set) {
      return "new Set"
          + arguments(set.element())
          + "("
          + list(set.element(), ((Value.SetOf) value).elements())
          + ")";
    }
    if (type instanceof Type.SeqOf sequence) {
      return list(sequence.element(), ((Value.Seq) value).elements());
    }
    if (type instanceof Type.MapOf map) {
      return Value.pairs(value).stream()
          .map(
              pair ->
                  "["
                      + value(map.key(), pair.getKey())
                      + ", "
                      + value(map.value(), pair.getValue())
                      + "]")
          .collect(
              Collectors.joining(", ", "new Map" + arguments(map.key(), map.value()) + "([", "])"));
    }
    if (type instanceof Type.RecordOf named) {
      return lookup.record(named.name()).fields().stream()
          .map(field -> field.name() + ": " + value(field.type(), part(value, field)))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return plain(value);
  }

  private static Value part(Value value, RecordType.Field field) {
    return Objects.requireNonNull(((Value.Rec) value).fields().get(field.name()));
  }

  private String list(Type type, List<Value> values) {
    return values.stream()
        .map(each -> value(type, each))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A value of which no type is known: a model value is its name. */
  static String plain(Value value) {
    if (value instanceof Value.Bool || value instanceof Value.Int) {
      return value.toString().toLowerCase(Locale.ROOT);
    }
    if (value instanceof Value.SetOf set) {
      return "new Set(" + plain(set.elements()) + ")";
    }
    if (value instanceof Value.Seq sequence) {
      return plain(sequence.elements());
    }
    if (value instanceof Value.Rec rec) {
      return rec.fields().entrySet().stream()
          .map(each -> string(each.getKey()) + ": " + plain(each.getValue()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    if (value instanceof Value.Fun fun) {
      return fun.pairs().stream()
          .map(each -> "[" + plain(each.getKey()) + ", " + plain(each.getValue()) + "]")
          .collect(Collectors.joining(", ", "new Map([", "])"));
    }
    return string(value.word());
  }

  private static String plain(List<Value> values) {
    return values.stream().map(Script::plain).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A value of a notification's field as the model writes it. */
  static String field(Type type, String text) {
    return type instanceof Type.EnumType ? string(text) : text;
  }

  /** A string literal. */
  static String string(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '"', '\\' -> literal.append('\\').append(each);
        case '\n' -> literal.append("\\n");
        case '\t' -> literal.append("\\t");
        default ->
            literal.append(
                each < ' ' || each == '\u2028' || each == '\u2029'
                    ? String.format(Locale.ROOT, "\\u%04x", (int) each)
                    : String.valueOf(each));
      }
    }
    return literal.append('"').toString();
  }

  /** Names as a list of strings. */
  static String strings(List<String> names) {
    return names.stream().map(Script::string).collect(Collectors.joining(", ", "[", "]"));
  }

  /** The name of a parameter, marked as one that is there for its place if it is not mentioned. */
  static String parameter(String name, String body) {
    return Pattern.compile("\\b" + name + "\\b").matcher(body).find() ? name : "_" + name;
  }
}
