package io.mooring.codegen.spec;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.model.Variable;
import java.util.ArrayList;
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
 * Names of locations: the constant of the first enumeration among the variables, and what
 * distinguishes those apart that share it.
 */
final class LocationNames {

  private final SymbolTable symbols;
  private final @Nullable Variable main;

  LocationNames(SymbolTable symbols) {
    this.symbols = symbols;
    this.main =
        symbols.variables().stream()
            .filter(each -> each.type() instanceof Type.EnumType)
            .findFirst()
            .orElse(null);
  }

  /** The locations with their names, in the order given. */
  List<Location> name(List<SortedMap<String, TlaValue>> valuations) throws ModelException {
    Map<String, List<SortedMap<String, TlaValue>>> groups = new LinkedHashMap<>();
    for (SortedMap<String, TlaValue> each : valuations) {
      groups.computeIfAbsent(stem(each), stem -> new ArrayList<>()).add(each);
    }
    List<Location> locations = new ArrayList<>();
    for (SortedMap<String, TlaValue> each : valuations) {
      String stem = stem(each);
      List<String> words = new ArrayList<>();
      if (!stem.isEmpty()) {
        words.add(stem);
      }
      for (Variable variable : symbols.variables()) {
        if (!variable.equals(main)
            && (stem.isEmpty() || differs(variable, groups.getOrDefault(stem, List.of())))) {
          String word = word(variable, valueOf(variable, each), stem.isEmpty());
          if (!word.isEmpty()) {
            words.add(word);
          }
        }
      }
      locations.add(new Location(String.join("_", words), values(each)));
    }
    return locations;
  }

  private SortedMap<String, Value> values(SortedMap<String, TlaValue> valuation)
      throws ModelException {
    SortedMap<String, Value> values = new TreeMap<>();
    for (Variable each : symbols.variables()) {
      values.put(each.name(), ModelValues.of(valueOf(each, valuation), each.line(), each.name()));
    }
    return values;
  }

  private String stem(SortedMap<String, TlaValue> values) throws ModelException {
    return main == null ? "" : text(main, valueOf(main, values));
  }

  private static TlaValue valueOf(Variable variable, SortedMap<String, TlaValue> values) {
    return Objects.requireNonNull(values.get(variable.name()));
  }

  private static boolean differs(Variable variable, List<SortedMap<String, TlaValue>> group) {
    Set<TlaValue> values = new HashSet<>();
    group.forEach(each -> values.add(valueOf(variable, each)));
    return values.size() > 1;
  }

  private String word(Variable variable, TlaValue value, boolean whole) throws ModelException {
    String name = JavaNames.constant(variable.name());
    if (!whole && value instanceof TlaValue.Bool bool) {
      return bool.value() ? name : "";
    }
    return name + "_" + text(variable, value);
  }

  private String text(Variable variable, TlaValue value) throws ModelException {
    if (variable.type() instanceof Type.EnumType named) {
      return symbols
          .constant(named.name(), value)
          .orElseThrow(
              () ->
                  new ModelException(
                      variable.line(),
                      String.format(
                          Locale.ROOT,
                          "%s is %s, which is not an element of %s",
                          variable.name(),
                          value,
                          named.name())))
          .constant();
    }
    return Events.name(value);
  }
}
