package io.mooring.checker.tlc;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How people write the values of a set: by the names of the constants that a module lists as its
 * elements, also inside records, sequences, sets and functions.
 *
 * @param constants names of the values that have one
 * @param fields names of the values of a record's fields
 * @param elements names of what a sequence or set holds, and of what a function gives
 */
public record ValueNames(
    Map<TlaValue, String> constants,
    Map<String, ValueNames> fields,
    Optional<ValueNames> elements) {

  /** Names nothing. */
  public static final ValueNames NONE = new ValueNames(Map.of(), Map.of(), Optional.empty());

  /** Copies the names. */
  public ValueNames {
    constants = Map.copyOf(constants);
    fields = Map.copyOf(fields);
  }

  /** Names of a union's values: what this set names, and else what the other one does. */
  public ValueNames or(ValueNames other) {
    Map<TlaValue, String> allConstants = new java.util.HashMap<>(other.constants);
    allConstants.putAll(constants);
    Map<String, ValueNames> allFields = new TreeMap<>(other.fields);
    fields.forEach((field, names) -> allFields.merge(field, names, (old, ours) -> ours.or(old)));
    Optional<ValueNames> allElements =
        elements.isPresent() && other.elements.isPresent()
            ? Optional.of(elements.get().or(other.elements.get()))
            : elements.or(() -> other.elements);
    return new ValueNames(allConstants, allFields, allElements);
  }

  /** Names of the values of one field. */
  public ValueNames field(String name) {
    return fields.getOrDefault(name, NONE);
  }

  /** Names of what a sequence or set holds, and of what a function gives. */
  public ValueNames element() {
    return elements.orElse(NONE);
  }

  /** A value as TLA+ text, with the names. */
  public String text(TlaValue value) {
    String name = constants.get(value);
    if (name != null) {
      return name;
    }
    if (value instanceof TlaValue.Seq seq) {
      return seq.elements().stream()
          .map(element()::text)
          .collect(Collectors.joining(", ", "<<", ">>"));
    }
    if (value instanceof TlaValue.SetOf set) {
      return set.elements().stream()
          .map(element()::text)
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof TlaValue.Rec rec) {
      return rec.fields().entrySet().stream()
          .map(field -> field.getKey() + " |-> " + fieldText(field.getKey(), field.getValue()))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof TlaValue.Fun fun) {
      return fun.pairs().stream()
          .map(pair -> pair.getKey() + " :> " + element().text(pair.getValue()))
          .collect(Collectors.joining(" @@ ", "(", ")"));
    }
    return value.toString();
  }

  /** A function over strings is a record. */
  private String fieldText(String field, TlaValue value) {
    return field(field).or(element()).text(value);
  }
}
