package io.mooring.checker.trace;

import io.mooring.checker.tlc.TlaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader does who has a value and the changes that are shown: makes the next value. */
final class AppliedChanges {

  private AppliedChanges() {}

  static TlaValue to(@Nullable TlaValue before, List<Change> changes) {
    TlaValue value = before;
    for (Change change : changes) {
      value = at(value, change.path(), change);
    }
    if (value == null) {
      throw new AssertionError("no value");
    }
    return value;
  }

  private static TlaValue at(@Nullable TlaValue value, List<TlaValue> path, Change change) {
    if (path.isEmpty()) {
      return applied(value, change);
    }
    Map<TlaValue, TlaValue> pairs = pairs(value);
    TlaValue key = path.get(0);
    if (!pairs.containsKey(key)) {
      throw new AssertionError(change + " is about a part that is not there");
    }
    pairs.put(key, at(pairs.get(key), path.subList(1, path.size()), change));
    return TlaValues.canonical(pairs);
  }

  private static TlaValue applied(@Nullable TlaValue value, Change change) {
    if (change.kind() == Change.Kind.IS) {
      return change.value();
    }
    boolean added = change.kind() == Change.Kind.ADDED;
    if (value instanceof TlaValue.SetOf set) {
      List<TlaValue> elements = new ArrayList<>(set.elements());
      List<TlaValue> some = ((TlaValue.SetOf) change.value()).elements();
      assertOnly(added ? elements.stream().noneMatch(some::contains) : elements.containsAll(some));
      if (added) {
        elements.addAll(some);
      } else {
        elements.removeAll(some);
      }
      return new TlaValue.SetOf(elements);
    }
    if (change.at() > 0 && value instanceof TlaValue.Seq seq) {
      List<TlaValue> elements = new ArrayList<>(seq.elements());
      List<TlaValue> some = ((TlaValue.Seq) change.value()).elements();
      int begin = change.at() - 1;
      if (added) {
        elements.addAll(begin, some);
      } else {
        List<TlaValue> part = elements.subList(begin, begin + some.size());
        assertOnly(part.equals(some));
        part.clear();
      }
      return new TlaValue.Seq(elements);
    }
    Map<TlaValue, TlaValue> pairs = pairs(value);
    Map<TlaValue, TlaValue> some = pairs(change.value());
    if (added) {
      assertOnly(pairs.keySet().stream().noneMatch(some::containsKey));
      pairs.putAll(some);
    } else {
      assertOnly(pairs.entrySet().containsAll(some.entrySet()));
      pairs.keySet().removeAll(some.keySet());
    }
    return TlaValues.canonical(pairs);
  }

  private static void assertOnly(boolean holds) {
    if (!holds) {
      throw new AssertionError("what is removed is not there, or what is added is");
    }
  }

  private static Map<TlaValue, TlaValue> pairs(@Nullable TlaValue value) {
    Map<TlaValue, TlaValue> pairs = new LinkedHashMap<>();
    if (value instanceof TlaValue.Rec rec) {
      rec.fields().forEach((field, each) -> pairs.put(new TlaValue.Str(field), each));
    } else if (value instanceof TlaValue.Seq seq) {
      for (int i = 0; i < seq.elements().size(); i++) {
        pairs.put(new TlaValue.Int(i + 1), seq.elements().get(i));
      }
    } else if (value instanceof TlaValue.Fun fun) {
      fun.pairs().forEach(pair -> pairs.put(pair.getKey(), pair.getValue()));
    } else {
      throw new AssertionError(value + " has no parts");
    }
    return pairs;
  }
}
