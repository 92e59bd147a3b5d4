package io.mooring.mbt.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mooring.checker.tlc.TlaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of TLA+ values, by which JSON is read that could be several of them. It is written as
 * Apalache writes types: {@code Int}, {@code Str}, {@code Bool}, {@code NODE} for model values (any
 * name of capital letters), {@code Set(T)}, {@code Seq(T)}, {@code <<T, U>>}, {@code T -> U} and
 * {@code {name: T, other: U}}.
 */
public final class JsonType {

  private static final Pattern TOKEN = Pattern.compile("\\s*(->|<<|>>|[A-Za-z_]\\w*|[(){},:])\\s*");
  private static final Pattern MODEL = Pattern.compile("[A-Z][A-Z0-9_]+|[A-Z]");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}");

  private final String text;
  private final Reading reading;

  private JsonType(String text, Reading reading) {
    this.text = text;
    this.reading = reading;
  }

  /** Reads JSON of one type. */
  @FunctionalInterface
  private interface Reading {
    TlaValue read(JsonNode node);
  }

  /** JSON is not of the type. */
  private static final class MismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The type of a text.
   *
   * @throws IllegalArgumentException if it is none, in words that follow it
   */
  public static JsonType of(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      matcher.region(matcher.end(), text.length());
    }
    Parser parser = new Parser(tokens);
    Reading reading = matcher.regionStart() == text.length() ? parser.type() : parser.wrong();
    return parser.isAtEnd() ? new JsonType(text, reading) : new JsonType(text, parser.wrong());
  }

  /**
   * The value that JSON is.
   *
   * @throws IllegalArgumentException if it is none of this type
   */
  TlaValue read(JsonNode node) {
    try {
      return reading.read(node);
    } catch (MismatchException other) {
      throw new IllegalArgumentException("is no " + text + ": " + node, other);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonType type && text.equals(type.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new MismatchException();
    }
  }

  private static TlaValue integer(JsonNode node) {
    // A key of an object is text.
    require(
        (node.isIntegralNumber() && node.canConvertToInt())
            || (node.isTextual() && NUMBER.matcher(node.textValue()).matches()));
    long number = node.asLong();
    require(number == (int) number);
    return new TlaValue.Int((int) number);
  }

  private static TlaValue string(JsonNode node) {
    require(node.isTextual() || node.isNumber());
    return new TlaValue.Str(node.asText());
  }

  private static TlaValue model(JsonNode node) {
    require(node.isTextual());
    return new TlaValue.Model(node.textValue());
  }

  private static TlaValue bool(JsonNode node) {
    require(node.isBoolean());
    return new TlaValue.Bool(node.booleanValue());
  }

  private static List<TlaValue> elements(JsonNode node, Reading each) {
    require(node.isArray());
    List<TlaValue> all = new ArrayList<>();
    node.forEach(element -> all.add(each.read(element)));
    return all;
  }

  private static TlaValue tuple(JsonNode node, List<Reading> each) {
    require(node.isArray() && node.size() == each.size());
    List<TlaValue> all = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      all.add(each.get(i).read(node.get(i)));
    }
    return new TlaValue.Seq(all);
  }

  /** An object by its keys, or an array of pairs. */
  private static TlaValue function(JsonNode node, Reading from, Reading to) {
    Map<TlaValue, TlaValue> pairs = new LinkedHashMap<>();
    if (node.isObject()) {
      node.properties()
          .forEach(
              each ->
                  pairs.put(from.read(TextNode.valueOf(each.getKey())), to.read(each.getValue())));
      require(pairs.size() == node.size());
    } else {
      require(node.isArray());
      for (JsonNode pair : node) {
        require(pair.isArray() && pair.size() == 2);
        pairs.put(from.read(pair.get(0)), to.read(pair.get(1)));
      }
      require(pairs.size() == node.size());
    }
    return TlaValue.function(pairs);
  }

  /** Members that the type does not name are left out. */
  private static TlaValue record(JsonNode node, Map<String, Reading> each) {
    SortedMap<String, TlaValue> fields = new TreeMap<>();
    each.forEach(
        (name, type) -> {
          require(node.has(name));
          fields.put(name, type.read(node.get(name)));
        });
    return new TlaValue.Rec(fields);
  }

  private static final class Parser {
    private final List<String> tokens;
    private int next;

    Parser(List<String> tokens) {
      this.tokens = tokens;
    }

    boolean isAtEnd() {
      return next == tokens.size();
    }

    Reading wrong() {
      throw new IllegalArgumentException(
          "is no type; one is Int, Str, Bool, NODE for model values, Set(Int), Seq(Int),"
              + " <<Int, Str>>, NODE -> Int or {name: Str}");
    }

    private String take() {
      return isAtEnd() ? "" : tokens.get(next++);
    }

    private boolean takes(String token) {
      boolean there = !isAtEnd() && tokens.get(next).equals(token);
      next += there ? 1 : 0;
      return there;
    }

    private void expect(String token) {
      if (!takes(token)) {
        wrong();
      }
    }

    Reading type() {
      Reading from = simple();
      if (!takes("->")) {
        return from;
      }
      Reading to = type();
      return node -> function(node, from, to);
    }

    private Reading simple() {
      String token = take();
      return switch (token) {
        case "Int" -> JsonType::integer;
        case "Str" -> JsonType::string;
        case "Bool" -> JsonType::bool;
        case "Set", "Seq", "(" -> inBrackets(token);
        case "<<" -> tuple();
        case "{" -> fields();
        default -> MODEL.matcher(token).matches() ? JsonType::model : wrong();
      };
    }

    private Reading tuple() {
      List<Reading> each = new ArrayList<>(List.of(type()));
      while (takes(",")) {
        each.add(type());
      }
      expect(">>");
      return node -> JsonType.tuple(node, each);
    }

    private Reading inBrackets(String token) {
      if (!token.equals("(")) {
        expect("(");
      }
      Reading each = type();
      expect(")");
      return switch (token) {
        case "Set" -> node -> new TlaValue.SetOf(elements(node, each));
        case "Seq" -> node -> new TlaValue.Seq(elements(node, each));
        default -> each;
      };
    }

    private Reading fields() {
      Map<String, Reading> fields = new LinkedHashMap<>();
      do {
        String name = take();
        expect(":");
        fields.put(name, type());
      } while (takes(","));
      expect("}");
      return node -> record(node, fields);
    }
  }
}
