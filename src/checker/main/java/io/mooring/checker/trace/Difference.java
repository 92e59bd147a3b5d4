package io.mooring.checker.trace;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.ValueNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two values of a variable: the changed parts alone, unless the whole new
 * value is shorter.
 *
 * @param place the part as people write it
 * @param path the keys that lead to it
 * @param names names of its values
 */
record Difference(String place, List<TlaValue> path, ValueNames names) {

  /** So many changed fields are easier to read one by one than as one value. */
  private static final int FEW = 8;

  private static final int GONE = 4;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

  static Difference of(String variable, ValueNames names) {
    return new Difference(variable, List.of(), names);
  }

  /** The changes that make the old value the new one, in the order in which they do. */
  List<Change> between(@Nullable TlaValue old, TlaValue value) {
    if (value.equals(old)) {
      return List.of();
    }
    List<Change> whole = List.of(change(Change.Kind.IS, value, 0, ""));
    if (old == null || names.constants().containsKey(value)) {
      return whole;
    }
    if (old instanceof TlaValue.SetOf from && value instanceof TlaValue.SetOf to) {
      return shorter(sets(from.elements(), to.elements()), whole);
    }
    if (old instanceof TlaValue.Seq from && value instanceof TlaValue.Seq to) {
      List<Change> best = whole;
      for (List<Change> each :
          new SequenceDifference(this, from.elements(), to.elements()).candidates()) {
        best = shorter(each, best);
      }
      return best;
    }
    boolean functions =
        (old instanceof TlaValue.Rec && value instanceof TlaValue.Rec)
            || (old instanceof TlaValue.Fun && value instanceof TlaValue.Fun);
    return functions ? functions(pairs(old), pairs(value), whole) : whole;
  }

  private static List<Change> shorter(List<Change> parts, List<Change> whole) {
    return effort(parts) < effort(whole) ? parts : whole;
  }

  /** How much there is to read; what is gone is of less interest than what is there. */
  private static int effort(List<Change> changes) {
    int effort = 0;
    for (Change change : changes) {
      int length = change.text().length();
      effort += change.kind() == Change.Kind.REMOVED ? length / GONE : length;
    }
    return effort;
  }

  private List<Change> sets(List<TlaValue> from, List<TlaValue> to) {
    List<Change> changes = new ArrayList<>();
    List<TlaValue> removed = new ArrayList<>(from);
    removed.removeAll(java.util.Set.copyOf(to));
    List<TlaValue> added = new ArrayList<>(to);
    added.removeAll(java.util.Set.copyOf(from));
    if (!removed.isEmpty()) {
      changes.add(change(Change.Kind.REMOVED, new TlaValue.SetOf(removed), 0, ""));
    }
    if (!added.isEmpty()) {
      changes.add(change(Change.Kind.ADDED, new TlaValue.SetOf(added), 0, ""));
    }
    return changes;
  }

  private List<Change> functions(
      Map<TlaValue, TlaValue> from, Map<TlaValue, TlaValue> to, List<Change> whole) {
    Map<TlaValue, TlaValue> removed = new LinkedHashMap<>(from);
    removed.keySet().removeAll(to.keySet());
    Map<TlaValue, TlaValue> added = new LinkedHashMap<>(to);
    added.keySet().removeAll(from.keySet());
    boolean record = whole.get(0).value() instanceof TlaValue.Rec;
    List<Change> changes = new ArrayList<>();
    if (!removed.isEmpty()) {
      changes.add(change(Change.Kind.REMOVED, function(removed, record), 0, ""));
    }
    to.forEach(
        (key, each) -> {
          if (from.containsKey(key)) {
            changes.addAll(part(key, record).between(from.get(key), each));
          }
        });
    if (!added.isEmpty()) {
      changes.add(change(Change.Kind.ADDED, function(added, record), 0, ""));
    }
    boolean sameKeys = removed.isEmpty() && added.isEmpty();
    return sameKeys && changes.size() <= FEW ? changes : shorter(changes, whole);
  }

  private static Map<TlaValue, TlaValue> pairs(TlaValue value) {
    Map<TlaValue, TlaValue> pairs = new LinkedHashMap<>();
    if (value instanceof TlaValue.Rec rec) {
      rec.fields().forEach((field, each) -> pairs.put(new TlaValue.Str(field), each));
    } else {
      ((TlaValue.Fun) value).pairs().forEach(pair -> pairs.put(pair.getKey(), pair.getValue()));
    }
    return pairs;
  }

  private static TlaValue function(Map<TlaValue, TlaValue> pairs, boolean record) {
    if (!record) {
      return new TlaValue.Fun(List.copyOf(pairs.entrySet()));
    }
    TreeMap<String, TlaValue> fields = new TreeMap<>();
    pairs.forEach((key, value) -> fields.put(((TlaValue.Str) key).value(), value));
    return new TlaValue.Rec(fields);
  }

  /** The difference of a field, or of what a function gives for an argument. */
  Difference part(TlaValue key, boolean field) {
    List<TlaValue> longer = new ArrayList<>(path);
    longer.add(key);
    if (field && key instanceof TlaValue.Str name) {
      boolean plain = NAME.matcher(name.value()).matches();
      return new Difference(
          place + (plain ? "." + name.value() : "[" + key + "]"),
          longer,
          names.field(name.value()).or(names.element()));
    }
    return new Difference(place + "[" + key + "]", longer, names.element());
  }

  Change change(Change.Kind kind, TlaValue value, int at, String where) {
    return new Change(kind, place, path, value, at, where, names);
  }
}
