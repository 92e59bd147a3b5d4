package io.mooring.codegen.spec;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements of a TLC configuration about a machine module.
 *
 * @param constants values of the declared constants
 * @param replacements definitions that others replace ({@code Name <- Other})
 * @param specification name of the specification, or empty if the configuration gives INIT and NEXT
 * @param next name of the next-state relation, if it is given apart
 * @param invariants names, in order
 * @param properties names, in order
 */
public record Configuration(
    Map<String, TlaValue> constants,
    Map<String, String> replacements,
    String specification,
    String next,
    List<String> invariants,
    List<String> properties) {

  private static final Set<String> KEYWORDS =
      Set.of(
          "CONSTANT",
          "CONSTANTS",
          "INIT",
          "NEXT",
          "SPECIFICATION",
          "INVARIANT",
          "INVARIANTS",
          "PROPERTY",
          "PROPERTIES",
          "CHECK_DEADLOCK");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\\\*[^\\n]*|\\(\\*.*?\\*\\)|\"[^\"\\n]*\"|-?[A-Za-z0-9_!]+|<-|[^\\s]",
          Pattern.DOTALL);

  /** Copies the collections. */
  public Configuration {
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    replacements = Map.copyOf(replacements);
    invariants = List.copyOf(invariants);
    properties = List.copyOf(properties);
  }

  /** The names of what is checked, invariants first. */
  List<String> checked() {
    return Stream.concat(invariants.stream(), properties.stream()).toList();
  }

  /**
   * Reads a configuration that TLC has accepted.
   *
   * @throws ModelException if it cannot be read, or contains what a machine module may not have
   */
  public static Configuration read(Path file) throws ModelException {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException failure) {
      throw new ModelException(file + ": cannot be read", failure);
    }
    return new Reading(file.getFileName().toString(), tokens(text)).configuration();
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      if (!matcher.group().startsWith("\\*") && !matcher.group().startsWith("(*")) {
        tokens.add(matcher.group());
      }
    }
    return tokens;
  }

  /** One pass over the words of a configuration. */
  private static final class Reading {
    private final String file;
    private final List<String> tokens;
    private final Map<String, TlaValue> constants = new LinkedHashMap<>();
    private final Map<String, String> replacements = new LinkedHashMap<>();
    private final Map<String, List<String>> named = new LinkedHashMap<>();
    private int at;

    Reading(String file, List<String> tokens) {
      this.file = file;
      this.tokens = tokens;
    }

    Configuration configuration() throws ModelException {
      String keyword = "";
      while (at < tokens.size()) {
        String token = tokens.get(at++);
        if (KEYWORDS.contains(token)) {
          keyword = token;
        } else if (keyword.startsWith("CONSTANT")) {
          assignment(token);
        } else {
          named.computeIfAbsent(keyword, key -> new ArrayList<>()).add(token);
        }
      }
      List<String> invariants = new ArrayList<>(named.getOrDefault("INVARIANT", List.of()));
      invariants.addAll(named.getOrDefault("INVARIANTS", List.of()));
      List<String> properties = new ArrayList<>(named.getOrDefault("PROPERTY", List.of()));
      properties.addAll(named.getOrDefault("PROPERTIES", List.of()));
      return new Configuration(
          constants,
          replacements,
          first("SPECIFICATION"),
          first("NEXT"),
          invariants.stream().distinct().toList(),
          properties.stream().distinct().toList());
    }

    private String first(String keyword) {
      List<String> names = named.getOrDefault(keyword, List.of());
      return names.isEmpty() ? "" : names.get(0);
    }

    private void assignment(String name) throws ModelException {
      String operator = next(name);
      if (operator.equals("<-")) {
        replacements.put(name, next(name));
      } else if (operator.equals("=")) {
        constants.put(name, value(name));
      } else {
        throw new ModelException(file + ": no value for the constant " + name);
      }
    }

    private TlaValue value(String name) throws ModelException {
      String token = next(name);
      if (token.equals("{")) {
        List<TlaValue> elements = new ArrayList<>();
        while (!tokens.get(at).equals("}")) {
          elements.add(value(name));
          if (tokens.get(at).equals(",")) {
            at++;
          }
        }
        at++;
        return new TlaValue.SetOf(elements);
      }
      if (token.equals("TRUE") || token.equals("FALSE")) {
        return new TlaValue.Bool(token.equals("TRUE"));
      }
      if (token.startsWith("\"")) {
        return new TlaValue.Str(token.substring(1, token.length() - 1));
      }
      if (token.matches("-?[0-9]+")) {
        return new TlaValue.Int(Integer.parseInt(token));
      }
      return new TlaValue.Model(token);
    }

    private String next(String name) throws ModelException {
      if (at >= tokens.size()) {
        throw new ModelException(file + ": ends within the constant " + name);
      }
      return tokens.get(at++);
    }
  }
}
