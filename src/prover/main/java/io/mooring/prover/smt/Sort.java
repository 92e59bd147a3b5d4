package io.mooring.prover.smt;

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
  }
}
