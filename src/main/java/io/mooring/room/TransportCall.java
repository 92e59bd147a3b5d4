package io.mooring.room;

/** The calls of the transport that carry out effects. */
enum TransportCall {
  OPEN("open"),
  TRY_TO_REJOIN("tryToRejoin"),
  STOP_RECONNECTING("stopReconnecting"),
  ANNOUNCE_LEAVE("announceLeave"),
  CLOSE("close");

  /** The number in place of a call while there is none. */
  static final int NONE = 0;

  private static final TransportCall[] VALUES = values();

  /** The name of the method that is called. */
  final String method;

  TransportCall(String method) {
    this.method = method;
  }

  /** A number above {@link #NONE}: unlike a reference it costs a garbage collector nothing. */
  @SuppressWarnings("EnumOrdinal") // never leaves the process
  int number() {
    return ordinal() + 1;
  }

  static TransportCall of(int number) {
    return VALUES[number - 1];
  }
}
