package io.mooring.room.harness.model;

/** A call by the connection that may not return for a while. */
public enum BlockingCall {
  /** The call of a listener. */
  CALLBACK("callback"),
  /** A call of the transport, for any effect in a session. */
  TRANSPORT("transport");

  private final String word;

  BlockingCall(String word) {
    this.word = word;
  }

  /** The word for it in the text format. */
  public String word() {
    return word;
  }
}
