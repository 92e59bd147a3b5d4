package io.mooring.flink.job;

/** A call that cannot be carried out, in one sentence that says what to do. */
final class WrongCallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongCallException(String message) {
    super(message);
  }
}
