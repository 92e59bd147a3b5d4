package io.mooring.room.harness;

/**
 * An event list that is not understood; the message names file, line, value and what is allowed.
 */
public final class EventListException extends Exception {
  private static final long serialVersionUID = 1L;

  EventListException(String message) {
    super(message);
  }

  EventListException(String message, Throwable cause) {
    super(message, cause);
  }
}
