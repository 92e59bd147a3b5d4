package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.model.Moment;

/**
 * The names of the steps that an expression looks at.
 *
 * @param tried how many steps that are only tried surround it
 */
record Moments(String before, String after, String at, int tried) {

  /** The names of a function's parameters. */
  static final Moments PARAMETERS = new Moments("before", "after", "at", 0);

  String step(Moment moment) {
    return switch (moment) {
      case BEFORE -> before;
      case AFTER -> after;
      case AT -> at;
    };
  }

  /** The name of a step that is tried here. */
  String next() {
    return tried == 0 ? "next" : "next" + (tried + 1);
  }

  /** Inside a condition on a step that is tried from a state. */
  Moments trying(String state) {
    return new Moments(state, next(), state, tried + 1);
  }
}
