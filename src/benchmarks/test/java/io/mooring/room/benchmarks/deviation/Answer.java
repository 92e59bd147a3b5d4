package io.mooring.room.benchmarks.deviation;

import java.util.function.Supplier;

/**
 * What a machine's own interface gave back for an event.
 *
 * @param kind what a caller can make of it
 * @param text what it was
 */
record Answer(Kind kind, String text) {

  enum Kind {
    /** The event was taken, or so it says. */
    YES,
    /** The event was not taken. */
    NO,
    /** Nothing that says one or the other. */
    SILENT,
    /** An exception. */
    THROWN,
    /** The call has not returned. */
    OPEN
  }

  static final Answer NOTHING = new Answer(Kind.SILENT, "nothing");

  static Answer of(Kind kind, Object value) {
    return new Answer(kind, "`" + value + "`");
  }

  /** What a call gave back or has thrown. */
  static Answer to(Supplier<Answer> call) {
    try {
      return call.get();
    } catch (RuntimeException | Error thrown) {
      return new Answer(Kind.THROWN, "throws `" + thrown.getClass().getSimpleName() + "`");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
