package io.mooring.maven;

/** A goal that cannot be carried out as it is configured; the message says what to change. */
final class CallException extends Exception {

  private static final long serialVersionUID = 1L;

  CallException(String message) {
    super(message);
  }
}
