package io.mooring.checker.tlc;

/** What some checkers can do and others cannot. */
public enum Feature {
  /** {@code ALIAS} in a configuration: counterexamples show what it names. */
  ALIAS("ALIAS"),
  /** {@code POSTCONDITION} in a configuration: a predicate on the end of a check. */
  POSTCONDITION("POSTCONDITION"),
  /** {@code _POSSIBLE} in a configuration: predicates that something must make true. */
  POSSIBLE("_POSSIBLE"),
  /** Modules with the symbols of mathematics instead of their form in ASCII. */
  UNICODE("Unicode"),
  /** The module TLCExt. */
  TLC_EXT("TLCExt"),
  /** The module Json. */
  JSON("Json");

  private final String text;

  Feature(String text) {
    this.text = text;
  }

  /** The feature as a specification or a configuration writes it. */
  public String text() {
    return text;
  }
}
