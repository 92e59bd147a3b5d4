package io.mooring.room;

/**
 * The log of this process: {@code java.util.logging}; where its module is absent, {@link
 * System#err}. Loaded when there is something to write.
 */
final class SystemLog {

  private static final FailureLog LOG = find();

  private SystemLog() {}

  static void write(String message, Throwable cause) {
    LOG.write(message, cause);
  }

  private static FailureLog find() {
    try {
      Class.forName("java.util.logging.Logger", false, SystemLog.class.getClassLoader());
    } catch (ClassNotFoundException absent) {
      return new ErrorStreamLog();
    }
    return JavaLog.create();
  }
}
