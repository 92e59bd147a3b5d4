package io.mooring.room;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes to {@code java.util.logging}. Loaded only where the module {@code java.logging} is. */
final class JavaLog implements FailureLog {

  /** Kept, because the log manager forgets a logger that has no other reference. */
  private final Logger logger = Logger.getLogger("io.mooring.room");

  private JavaLog() {}

  /** The type of the result keeps a verifier from loading this class before it is needed. */
  static FailureLog create() {
    return new JavaLog();
  }

  @Override
  public void write(String message, Throwable cause) {
    logger.log(Level.SEVERE, message, cause);
  }
}
