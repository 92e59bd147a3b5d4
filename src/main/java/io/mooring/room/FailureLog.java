package io.mooring.room;

/** The log of the library. */
@FunctionalInterface
interface FailureLog {

  /** The log of this process; looked for when there is something to write. */
  FailureLog SYSTEM = (message, cause) -> Found.LOG.write(message, cause);

  /** Writes a message and the stack trace of its cause. */
  void write(String message, Throwable cause);

  /** {@code java.util.logging}; where its module is absent, {@link System#err}. */
  final class Found {
    private static final FailureLog LOG = find();

    private Found() {}

    private static FailureLog find() {
      try {
        Class.forName("java.util.logging.Logger", false, Found.class.getClassLoader());
      } catch (ClassNotFoundException absent) {
        return new ErrorStreamLog();
      }
      return JavaLog.create();
    }
  }
}
