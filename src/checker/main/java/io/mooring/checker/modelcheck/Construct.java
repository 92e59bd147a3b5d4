package io.mooring.checker.modelcheck;

import java.util.Optional;
import java.util.stream.Stream;

/** A way of writing TLA+ that some release of TLC evaluates wrongly. */
enum Construct {
  /** {@code [[x \in S |-> e] EXCEPT ![a] = b]}, also through a definition or a parameter. */
  EXCEPT_OF_CONSTRUCTOR(
      "except of constructor", "EXCEPT on a function that is not kept in a variable"),
  /** {@code [x \in [S -> T] |-> e]} together with an indexed {@code EXCEPT}. */
  EXCEPT_OVER_LARGE_DOMAIN(
      "except over large domain", "EXCEPT with functions over sets of functions, SUBSET or Seq"),
  /** {@code [S -> T] = U}. */
  FUNCTION_SETS_COMPARED("function sets compared", "= or # on a set of functions");

  private final String key;
  private final String text;

  Construct(String key, String text) {
    this.key = key;
    this.text = text;
  }

  /** The construct as a person would name it. */
  String text() {
    return text;
  }

  /** The construct that a list of canaries names this way. */
  static Optional<Construct> of(String key) {
    return Stream.of(values()).filter(each -> each.key.equals(key)).findFirst();
  }
}
