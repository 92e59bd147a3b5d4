package io.mooring.checker.mutate;

import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of a configuration that decide what is behaviour and what is requirement.
 *
 * @param behaviour names of the specification, or of the initial predicate and the next-state
 *     relation
 * @param initial name of the initial predicate, if it is given apart; empty otherwise
 * @param law names of the invariants and properties, and of what bounds the model
 * @param properties names of the invariants and properties alone
 * @param replacements definitions and constants that others stand in for
 * @param numbers constants that are integers
 */
record ConfigEntries(
    List<String> behaviour,
    String initial,
    List<String> law,
    List<String> properties,
    Map<String, String> replacements,
    Map<String, Integer> numbers) {

  private static final List<String> BOUNDS =
      List.of(
          "CONSTRAINT",
          "CONSTRAINTS",
          "ACTION_CONSTRAINT",
          "ACTION_CONSTRAINTS",
          "VIEW",
          "SYMMETRY",
          "ALIAS",
          "POSTCONDITION");

  static ConfigEntries read(Path config) throws TlcException {
    Map<String, List<String>> statements = ConfigFile.statements(config);
    List<String> behaviour = named(statements, "SPECIFICATION", "INIT", "NEXT");
    if (behaviour.isEmpty()) {
      throw new TlcException(
          config
              + ": names no SPECIFICATION, and no INIT and NEXT; there is no behaviour to mutate");
    }
    List<String> properties =
        named(statements, "INVARIANT", "INVARIANTS", "PROPERTY", "PROPERTIES");
    List<String> law = new ArrayList<>(properties);
    law.addAll(named(statements, BOUNDS.toArray(String[]::new)));
    Map<String, String> replacements = new LinkedHashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    List<String> constants = named(statements, "CONSTANT", "CONSTANTS");
    for (int i = 1; i + 1 < constants.size(); i++) {
      String name = constants.get(i - 1);
      String value = constants.get(i + 1);
      if (constants.get(i).equals("<-")) {
        replacements.put(name, value);
      } else if (constants.get(i).equals("=") && value.matches("[0-9]{1,9}")) {
        numbers.put(name, Integer.parseInt(value));
      }
    }
    List<String> initial = named(statements, "INIT");
    return new ConfigEntries(
        behaviour, initial.isEmpty() ? "" : initial.get(0), law, properties, replacements, numbers);
  }

  private static List<String> named(Map<String, List<String>> statements, String... keywords) {
    List<String> names = new ArrayList<>();
    for (String keyword : keywords) {
      names.addAll(statements.getOrDefault(keyword, List.of()));
    }
    return names;
  }
}
