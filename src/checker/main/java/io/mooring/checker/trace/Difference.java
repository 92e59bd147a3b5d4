package io.mooring.checker.trace;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.ValueNames;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs between two values of a variable. */
final class Difference {

  private Difference() {}

  static void add(
      String name, ValueNames names, @Nullable TlaValue old, TlaValue value, List<String> changes) {
    if (value.equals(old)) {
      return;
    }
    if (names.constants().containsKey(value)) {
      changes.add(name + " = " + names.text(value));
    } else if (old instanceof TlaValue.Rec from
        && value instanceof TlaValue.Rec to
        && from.fields().keySet().equals(to.fields().keySet())) {
      to.fields()
          .forEach(
              (field, each) ->
                  add(
                      name + "." + field,
                      names.field(field).or(names.element()),
                      from.fields().get(field),
                      each,
                      changes));
    } else if (old instanceof TlaValue.Fun from
        && value instanceof TlaValue.Fun to
        && keys(from).equals(keys(to))) {
      for (int i = 0; i < to.pairs().size(); i++) {
        add(
            name + "[" + to.pairs().get(i).getKey() + "]",
            names.element(),
            from.pairs().get(i).getValue(),
            to.pairs().get(i).getValue(),
            changes);
      }
    } else {
      changes.add(name + " = " + names.text(value));
    }
  }

  private static List<TlaValue> keys(TlaValue.Fun function) {
    return function.pairs().stream().map(Map.Entry::getKey).toList();
  }
}
