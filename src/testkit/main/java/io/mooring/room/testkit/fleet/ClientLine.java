package io.mooring.room.testkit.fleet;

/**
 * What a client writes on one line, beside who it is.
 *
 * @param time in milliseconds since the client began
 * @param state of a callback; empty if it is none
 * @param reason of a callback
 * @param event that caused it, or that notified of nothing; empty if it is not written
 * @param members other members, as JSON with a comma before each
 */
record ClientLine(long time, String state, String reason, String event, String members) {

  static ClientLine callback(long time, String state, String reason) {
    return new ClientLine(time, state, reason, "", "");
  }

  boolean isCallback(String wantedState, String wantedReason) {
    return state.equals(wantedState) && reason.equals(wantedReason);
  }

  ClientLine at(long when) {
    return new ClientLine(when, state, reason, event, members);
  }

  /** As JSON. */
  void append(StringBuilder text) {
    if (!state.isEmpty()) {
      text.append(",\"state\":\"")
          .append(state)
          .append("\",\"reason\":\"")
          .append(reason)
          .append('"');
    }
    if (!event.isEmpty()) {
      text.append(",\"event\":\"").append(event).append('"');
    }
    text.append(members);
  }
}
