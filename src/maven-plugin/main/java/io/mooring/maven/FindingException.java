package io.mooring.maven;

/** What a goal has found fails the build; the message has the file and the line. */
final class FindingException extends Exception {

  private static final long serialVersionUID = 1L;

  FindingException(String message) {
    super(message);
  }
}
