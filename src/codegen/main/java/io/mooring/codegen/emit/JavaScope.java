package io.mooring.codegen.emit;

import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Moment;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What names mean at a place of a Java expression.
 *
 * @param steps the Java name of the step for each moment
 * @param elements for the index of a loop over a sequence, the sequence and the name of its element
 * @param boxed names whose Java type is {@code Integer} and not {@code int}
 * @param taken every name that is in use
 */
record JavaScope(
    Map<Moment, String> steps,
    SortedMap<String, ElementName> elements,
    SortedSet<String> boxed,
    SortedSet<String> taken) {

  /** The element of a sequence at the index that a binder introduced. */
  record ElementName(Expression sequence, String name) {}

  /** The scope of a method with the parameters {@code before} and {@code after}, or {@code at}. */
  static JavaScope ofMethod(Set<String> parameters) {
    SortedSet<String> taken = new TreeSet<>(Set.of("before", "after", "at"));
    taken.addAll(parameters);
    return new JavaScope(
        Map.of(Moment.BEFORE, "before", Moment.AFTER, "after", Moment.AT, "at"),
        new TreeMap<>(),
        new TreeSet<>(),
        taken);
  }

  String step(Moment moment) {
    return Objects.requireNonNull(steps.get(moment));
  }

  /** The scope inside a binder. */
  JavaScope binding(String name, boolean isBoxed) {
    SortedSet<String> moreTaken = with(taken, name);
    return new JavaScope(steps, elements, isBoxed ? with(boxed, name) : boxed, moreTaken);
  }

  /** The scope inside a loop over the elements of a sequence. */
  JavaScope looping(String index, Expression sequence, String name) {
    SortedMap<String, ElementName> more = new TreeMap<>(elements);
    more.put(index, new ElementName(sequence, name));
    return new JavaScope(steps, more, with(boxed, name), with(taken, name));
  }

  /** The scope in which a step from a state is tried. */
  JavaScope trying(String state, String step) {
    return new JavaScope(
        Map.of(Moment.BEFORE, state, Moment.AFTER, step, Moment.AT, state),
        elements,
        boxed,
        with(taken, step));
  }

  /** The name of an element, if the expression is one that a loop runs over. */
  Optional<String> elementName(Expression sequence, Expression index) {
    return index instanceof Expression.Local local
        ? Optional.ofNullable(elements.get(local.name()))
            .filter(each -> each.sequence().equals(sequence))
            .map(ElementName::name)
        : Optional.empty();
  }

  /** A name like this one that is not in use. */
  String fresh(String like) {
    String name = like;
    for (int i = 2; taken.contains(name); i++) {
      name = like + i;
    }
    return name;
  }

  private static SortedSet<String> with(SortedSet<String> names, String name) {
    SortedSet<String> more = new TreeSet<>(names);
    more.add(name);
    return more;
  }
}
