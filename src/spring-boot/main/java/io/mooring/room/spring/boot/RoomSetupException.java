package io.mooring.room.spring.boot;

/** A connection that cannot be made of what the application gives, and what would help. */
final class RoomSetupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String action;

  /**
   * An exception that ends the start of the application.
   *
   * @param problem what is wrong, as sentences
   * @param action what to do about it, as sentences
   */
  RoomSetupException(String problem, String action) {
    super(problem);
    this.action = action;
  }

  RoomSetupException(String problem, String action, Throwable cause) {
    super(problem, cause);
    this.action = action;
  }

  String action() {
    return action;
  }
}
