package io.mooring.codegen.spec;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Names of locations: those that the module gives by {@code LocationName}; without it the constant
 * of the first enumeration among the variables, and what distinguishes those apart that share it.
 */
final class LocationNames {

  private final SymbolTable symbols;
  private final ValueWords words;
  private final @Nullable Variable main;

  LocationNames(SymbolTable symbols) {
    this.symbols = symbols;
    this.words = new ValueWords(symbols);
    this.main =
        symbols.variables().stream()
            .filter(each -> each.type() instanceof Type.EnumType)
            .findFirst()
            .orElse(null);
  }

  /**
   * The locations with their names, in the order given.
   *
   * @param given the value of {@code LocationName} in each of them; empty if the module has none
   */
  List<Location> name(
      List<SortedMap<String, TlaValue>> valuations,
      Map<SortedMap<String, TlaValue>, TlaValue> given)
      throws ModelException {
    List<SortedMap<String, Value>> all = new ArrayList<>();
    for (SortedMap<String, TlaValue> each : valuations) {
      all.add(values(each));
    }
    Map<String, List<Variable>> telling = given.isEmpty() ? telling(all) : Map.of();
    List<Location> locations = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      TlaValue name = given.get(valuations.get(i));
      locations.add(
          new Location(
              name == null ? name(all.get(i), telling) : given(ModelValues.of(name)), all.get(i)));
    }
    return locations;
  }

  /** A given name: its parts one after the other, if it is a tuple. */
  private static String given(Value name) {
    return name instanceof Value.Seq parts
        ? String.join("_", parts.elements().stream().map(ValueWords::untyped).toList())
        : ValueWords.untyped(name);
  }

  /** For each constant of the first enumeration the variables that differ among its locations. */
  private Map<String, List<Variable>> telling(List<SortedMap<String, Value>> all) {
    Map<String, List<SortedMap<String, Value>>> groups = new LinkedHashMap<>();
    all.forEach(each -> groups.computeIfAbsent(stem(each), stem -> new ArrayList<>()).add(each));
    Map<String, List<Variable>> telling = new HashMap<>();
    groups.forEach(
        (stem, group) ->
            telling.put(
                stem,
                symbols.variables().stream()
                    .filter(each -> !each.equals(main) && (main == null || differs(each, group)))
                    .toList()));
    return telling;
  }

  private static boolean differs(Variable variable, List<SortedMap<String, Value>> group) {
    Set<Value> values = new HashSet<>();
    group.forEach(each -> values.add(valueOf(variable, each)));
    return values.size() > 1;
  }

  private String name(SortedMap<String, Value> values, Map<String, List<Variable>> telling) {
    String stem = stem(values);
    List<String> parts = new ArrayList<>();
    if (!stem.isEmpty()) {
      parts.add(stem);
    }
    for (Variable variable : telling.getOrDefault(stem, List.of())) {
      String name = JavaNames.constant(variable.name());
      Value value = valueOf(variable, values);
      if (main == null || !(value instanceof Value.Bool bool)) {
        parts.add(name + "_" + words.of(variable.type(), value));
      } else if (bool.value()) {
        parts.add(name);
      }
    }
    return String.join("_", parts);
  }

  private String stem(SortedMap<String, Value> values) {
    return main == null ? "" : words.of(main.type(), valueOf(main, values));
  }

  private SortedMap<String, Value> values(SortedMap<String, TlaValue> valuation)
      throws ModelException {
    SortedMap<String, Value> values = new TreeMap<>();
    for (Variable each : symbols.variables()) {
      Value value = ModelValues.of(Objects.requireNonNull(valuation.get(each.name())));
      Value odd = new TypeFit(symbols).odd(each.type(), value);
      if (odd != null) {
        throw new ModelException(
            each.line(),
            String.format(
                Locale.ROOT,
                "%s is %s%s, which is not an element of %s",
                each.name(),
                value,
                odd.equals(value) ? "" : " with " + odd + " in it",
                TypeFit.words(each.type())));
      }
      values.put(each.name(), value);
    }
    return values;
  }

  private static Value valueOf(Variable variable, SortedMap<String, Value> values) {
    return Objects.requireNonNull(values.get(variable.name()));
  }
}
