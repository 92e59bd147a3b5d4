package io.mooring.mbt.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mooring.codegen.model.Value;
import io.mooring.mbt.machine.Constant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one member may have as its value: things of the specification, known by name or by value.
 *
 * @param <T> what is known
 */
final class KnownWords<T> {
  private static final int SMALL = 1024;

  private final String name;

  /** By name, or by a string. */
  private final NameTable<T> names = new NameTable<>();

  /** By a boolean, or by a number. */
  private final Map<Object, T> values = new HashMap<>();

  /** The same, by a small number: most are. */
  private final List<@Nullable T> small = new ArrayList<>();

  /** Words as a message lists them. */
  private final Map<String, T> listed = new HashMap<>();

  KnownWords(String name) {
    this.name = name;
  }

  /** A thing with a name alone. */
  void learn(String word, T thing) {
    names.add(word, thing);
    listed.putIfAbsent(word, thing);
  }

  /** A thing that is a constant of the specification. */
  void learn(Constant constant, T thing) {
    Value value = constant.value();
    names.add(constant.name(), thing);
    if (value instanceof Value.Bool bool) {
      values.putIfAbsent(bool.value(), thing);
    } else if (value instanceof Value.Int number) {
      values.putIfAbsent(number.value(), thing);
    } else {
      names.add(value.word(), thing);
    }
    if (value instanceof Value.Int number && number.value() >= 0 && number.value() < SMALL) {
      while (small.size() <= number.value()) {
        small.add(null);
      }
      small.set(number.value(), thing);
    }
    listed.putIfAbsent(value instanceof Value.Str text ? text.value() : constant.name(), thing);
  }

  boolean isEmpty() {
    return listed.isEmpty();
  }

  /** The thing that the value names. */
  T known(JsonParser parser) throws IOException, TraceFormatException {
    T known = parser.currentToken() == JsonToken.VALUE_STRING ? named(parser) : null;
    if (known == null) {
      throw unknown(parser.getText());
    }
    return known;
  }

  private @Nullable T named(JsonParser parser) throws IOException {
    return names.get(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /**
   * What the text or the small number names that the parser is at; null if it is another value, or
   * names nothing.
   */
  @Nullable T common(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return named(parser);
    }
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      return null;
    }
    double number = parser.getDoubleValue();
    return number >= 0 && number < small.size() ? small.get((int) number) : null;
  }

  /**
   * The value that the parser is at: a name, a boolean or a code.
   *
   * @throws TraceFormatException if it is none of these
   */
  Object word(JsonParser parser) throws IOException, TraceFormatException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> {
        double number = MemberValues.number(name, parser);
        if (number != (int) number) {
          throw new TraceFormatException("has a " + name + " that is no code: " + number);
        }
        yield (int) number;
      }
    };
  }

  /**
   * What a value names; null if it is a code that is not known.
   *
   * @throws TraceFormatException if it is a name that is not known
   */
  @Nullable T coded(Object word) throws TraceFormatException {
    T known = values.get(word);
    if (known == null && word instanceof String text) {
      throw unknown(text);
    }
    return known;
  }

  TraceFormatException unknown(Object word) {
    return new TraceFormatException(
        "has the "
            + name
            + " "
            + word
            + ", which the specification does not know; it knows "
            + listed.keySet().stream().sorted().collect(Collectors.joining(", ")));
  }
}
