package io.mooring.room;

/** A log of the library. */
@FunctionalInterface
interface FailureLog {

  /** Writes a message and the stack trace of its cause. */
  void write(String message, Throwable cause);
}
