package io.mooring.room;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes its first message to {@link System#err} and drops the others: where there is no log, a
 * failure must not be invisible, and a failure in every call must not fill a stream.
 */
final class ErrorStreamLog implements FailureLog {

  private final AtomicBoolean written = new AtomicBoolean();

  @Override
  public void write(String message, Throwable cause) {
    if (written.compareAndSet(false, true)) {
      System.err.println(
          message
              + "\nThe module java.logging is absent: further failures are not written."
              + " RoomConnection.Builder.onFailure receives all of them.");
      cause.printStackTrace();
    }
  }
}
