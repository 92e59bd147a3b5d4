package io.mooring.flink;

/** Lines of one session of a room, at seconds. */
final class Lines {
  private static final long MILLIS = 1_000;

  private Lines() {}

  static Callback joining(String session, long second) {
    return callback(session, second, second + 1, "CONNECTING", "JOIN_CHANNEL");
  }

  static Callback joined(String session, long second) {
    return callback(session, second, second + 1, "CONNECTED", "JOIN_SUCCEED");
  }

  static Callback lost(String session, long second) {
    return callback(session, second, second + 1, "RECONNECTING", "SIGNAL_DISCONNECTED");
  }

  static Callback left(String session, long second) {
    return callback(session, second, second + 1, "DISCONNECTED", "LEAVE_CHANNEL");
  }

  static Callback callback(String session, long second, long number, String state, String reason) {
    String line =
        "{\"time\":"
            + second * MILLIS
            + ",\"session\":\""
            + session
            + "\",\"state\":\""
            + state
            + "\",\"reason\":\""
            + reason
            + "\"}";
    return new Callback(session, second * MILLIS, number, "1.0", "eu", line);
  }

  /** The same without a time of its own. */
  static Callback untimed(Callback callback) {
    return new Callback(
        callback.session(),
        Callback.NONE,
        callback.sequence(),
        callback.version(),
        callback.region(),
        callback.line());
  }
}
