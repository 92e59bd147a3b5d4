package io.mooring.checker.tlc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A total order of values, so that a set is written in one way only.
 *
 * <p>TLA+ knows no such order, and TLC's own depends on which string it met first. Here kinds come
 * in the order of their declaration in {@link TlaValue}; within a kind, booleans, integers and
 * strings in their natural order, structures by size and then element by element.
 */
enum TlaOrder implements Comparator<TlaValue> {
  /** The only one. */
  INSTANCE;

  @Override
  public int compare(TlaValue left, TlaValue right) {
    int kinds = Integer.compare(kind(left), kind(right));
    if (kinds != 0) {
      return kinds;
    }
    if (left instanceof TlaValue.Bool bool) {
      return Boolean.compare(bool.value(), ((TlaValue.Bool) right).value());
    }
    if (left instanceof TlaValue.Int integer) {
      return Integer.compare(integer.value(), ((TlaValue.Int) right).value());
    }
    if (left instanceof TlaValue.Str || left instanceof TlaValue.Model) {
      return left.toString().compareTo(right.toString());
    }
    return compareAll(parts(left), parts(right));
  }

  private int compareAll(List<TlaValue> left, List<TlaValue> right) {
    int sizes = Integer.compare(left.size(), right.size());
    for (int i = 0; sizes == 0 && i < left.size(); i++) {
      sizes = compare(left.get(i), right.get(i));
    }
    return sizes;
  }

  private static List<TlaValue> parts(TlaValue value) {
    if (value instanceof TlaValue.Seq seq) {
      return seq.elements();
    }
    if (value instanceof TlaValue.SetOf set) {
      return set.elements();
    }
    List<TlaValue> parts = new ArrayList<>();
    if (value instanceof TlaValue.Rec rec) {
      for (Map.Entry<String, TlaValue> field : rec.fields().entrySet()) {
        parts.add(new TlaValue.Str(field.getKey()));
        parts.add(field.getValue());
      }
    } else if (value instanceof TlaValue.Fun fun) {
      for (Map.Entry<TlaValue, TlaValue> pair : fun.pairs()) {
        parts.add(pair.getKey());
        parts.add(pair.getValue());
      }
    }
    return parts;
  }

  private static int kind(TlaValue value) {
    if (value instanceof TlaValue.Bool) {
      return 0;
    }
    if (value instanceof TlaValue.Int) {
      return 1;
    }
    if (value instanceof TlaValue.Str) {
      return 2;
    }
    if (value instanceof TlaValue.Seq) {
      return 3;
    }
    if (value instanceof TlaValue.SetOf) {
      return 4;
    }
    if (value instanceof TlaValue.Rec) {
      return 5;
    }
    return value instanceof TlaValue.Fun ? 6 : 7;
  }
}
