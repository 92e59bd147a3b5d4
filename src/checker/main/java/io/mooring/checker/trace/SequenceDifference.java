package io.mooring.checker.trace;

import io.mooring.checker.tlc.TlaValue;
import java.util.ArrayList;
import java.util.List;

/** The ways to describe how one sequence becomes another. */
record SequenceDifference(Difference whole, List<TlaValue> from, List<TlaValue> to) {

  /** All of them; which is the best one depends on the length of their text. */
  List<List<Change>> candidates() {
    List<List<Change>> all = new ArrayList<>();
    int common = Math.min(from.size(), to.size());
    all.add(elements(common));
    int prefix = 0;
    while (prefix < common && from.get(prefix).equals(to.get(prefix))) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < common - prefix
        && from.get(from.size() - 1 - suffix).equals(to.get(to.size() - 1 - suffix))) {
      suffix++;
    }
    all.add(replaced(prefix, from.size() - suffix, to.size() - suffix));
    for (int first = 1; first < from.size(); first++) {
      int kept = Math.min(from.size() - first, to.size());
      if (kept > 0 && from.subList(first, first + kept).equals(to.subList(0, kept))) {
        all.add(moved(first, kept));
        break;
      }
    }
    return all;
  }

  /** Elements changed where they are, and the end cut off or continued. */
  private List<Change> elements(int common) {
    List<Change> changes = new ArrayList<>(replaced(common, from.size(), common));
    for (int i = 0; i < common; i++) {
      changes.addAll(whole.part(new TlaValue.Int(i + 1), false).between(from.get(i), to.get(i)));
    }
    add(changes, common, to.size());
    return changes;
  }

  /** A middle part replaced by another one. */
  private List<Change> replaced(int begin, int oldEnd, int newEnd) {
    List<Change> changes = new ArrayList<>();
    remove(changes, begin, oldEnd);
    add(changes, begin, newEnd);
    return changes;
  }

  /** Like a queue: taken from the front, put in at the end. */
  private List<Change> moved(int first, int kept) {
    List<Change> changes = new ArrayList<>();
    remove(changes, first + kept, from.size());
    remove(changes, 0, first);
    add(changes, kept, to.size());
    return changes;
  }

  private void remove(List<Change> changes, int begin, int end) {
    if (begin < end) {
      String where =
          begin == 0 ? " at the front" : end == from.size() ? " at the end" : at(begin, end);
      changes.add(change(Change.Kind.REMOVED, from.subList(begin, end), begin, where));
    }
  }

  private void add(List<Change> changes, int begin, int end) {
    if (begin < end) {
      String where =
          end == to.size() ? " at the end" : begin == 0 ? " at the front" : at(begin, end);
      changes.add(change(Change.Kind.ADDED, to.subList(begin, end), begin, where));
    }
  }

  private Change change(Change.Kind kind, List<TlaValue> elements, int begin, String where) {
    return whole.change(kind, new TlaValue.Seq(elements), begin + 1, where);
  }

  private static String at(int begin, int end) {
    return end == begin + 1 ? " at " + end : " at " + (begin + 1) + " to " + end;
  }
}
