package io.mooring.checker.trace;

import io.mooring.checker.tlc.TlaValue;

/** The reason why an expression has no value, in the place of the value. */
record NoValue(String reason) {

  private static final String WORDS = "no value: ";

  /** No configuration can name a model value this way. */
  TlaValue asValue() {
    return new TlaValue.Model(WORDS + reason);
  }

  static boolean is(TlaValue value) {
    return value instanceof TlaValue.Model model && model.name().startsWith(WORDS);
  }

  static String reason(TlaValue value) {
    return value.toString().substring(WORDS.length());
  }
}
