package io.mooring.prover.smt;

import java.util.List;

/** The sort of a term: how SMT-LIB calls a type. There are no datatypes. */
public sealed interface Sort {

  /** Truth. */
  Sort BOOL = new Plain("Bool");

  /** Integers without bounds. */
  Sort INT = new Plain("Int");

  /** How SMT-LIB writes it. */
  String text();

  /** A sort without parameters. */
  record Plain(String text) implements Sort {}

  /** A total function from indices to values. */
  record Array(Sort index, Sort value) implements Sort {
    @Override
    public String text() {
      return "(Array " + index.text() + " " + value.text() + ")";
    }

    /** An array over several indices, the first one outermost; the value itself if none. */
    static Sort over(List<Sort> indices, Sort value) {
      Sort sort = value;
      for (int i = indices.size() - 1; i >= 0; i--) {
        sort = new Array(indices.get(i), sort);
      }
      return sort;
    }
  }

  /** A sort for the values that all these indices give. */
  static Sort over(List<Sort> indices, Sort value) {
    return Array.over(indices, value);
  }
}
