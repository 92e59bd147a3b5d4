package io.mooring.checker.tlc;

import java.util.List;

/** The text after a {@code =} in a configuration: a valid value, or not. */
final class ConfigValue {

  private final List<String> tokens;
  private int at;

  ConfigValue(List<String> tokens) {
    this.tokens = tokens;
  }

  /** Whether it is a number, a string, a truth value, a model value or a set of these. */
  boolean isValue() {
    at = 0;
    return !tokens.isEmpty() && one() && at == tokens.size();
  }

  private boolean one() {
    if (at >= tokens.size()) {
      return false;
    }
    String token = tokens.get(at++);
    if (!token.equals("{")) {
      return token.startsWith("\"") ? token.length() > 1 : token.matches("[A-Za-z0-9_!]+");
    }
    if (at < tokens.size() && tokens.get(at).equals("}")) {
      at++;
      return true;
    }
    while (one()) {
      String next = at < tokens.size() ? tokens.get(at++) : "";
      if (!next.equals(",")) {
        return next.equals("}");
      }
    }
    return false;
  }

  /** {@return what it is instead, for a message} */
  String kind() {
    String first = tokens.isEmpty() ? "" : tokens.get(0);
    return switch (first) {
      case "" -> "nothing";
      case "<<" -> "a sequence or tuple";
      case "[" -> tokens.contains("|->") ? "a record or function" : "a function or a set of them";
      case "-" -> tokens.size() == 2 ? "a negative number" : "an expression";
      case "{" -> "a set of something else";
      case "\"" -> "a string that does not end";
      default -> tokens.contains("..") ? "an interval" : "an expression";
    };
  }
}
