package io.mooring.checker.trace;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.ValueNames;
import java.util.List;

/**
 * A change of one part of a variable's value.
 *
 * @param kind what happened to the part
 * @param place the part as people write it: {@code log["n1"].term}
 * @param path the keys that lead to it from the variable's value: fields, indices, arguments
 * @param value the new value; of what was added or removed, a set, sequence or function of it alone
 * @param at of a sequence, the index of the first element added or removed; else 0
 * @param where the same in words; empty where a value has no order
 * @param names names for the value
 */
record Change(
    Kind kind,
    String place,
    List<TlaValue> path,
    TlaValue value,
    int at,
    String where,
    ValueNames names) {

  private static final TlaValue NOTHING = new TlaValue.Seq(List.of());

  /** What can happen to a part. */
  enum Kind {
    IS(" ="),
    REMOVED(": removed"),
    ADDED(": added"),
    NO_VALUE(": no value");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** Copies the path. */
  Change {
    path = List.copyOf(path);
  }

  static Change noValue(String variable) {
    return new Change(Kind.NO_VALUE, variable, List.of(), NOTHING, 0, "", ValueNames.NONE);
  }

  /** The change on one line. */
  String text() {
    String text = place + kind.word + where;
    return visible(kind == Kind.NO_VALUE ? text : text + " " + names.text(value));
  }

  /** A text without line ends: in a string of TLA+ they are written this way. */
  static String visible(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
  }
}
