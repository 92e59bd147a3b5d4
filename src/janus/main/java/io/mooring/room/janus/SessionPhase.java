package io.mooring.room.janus;

/** The phase of a session. */
enum SessionPhase {
  /** The first join is in progress. */
  JOINING,
  /** In the room. */
  IN,
  /** Lost the room; rejoining, or about to. */
  AWAY,
  /** The end of the session was reported; it is about to be closed. */
  ENDED,
  /** Closed. */
  CLOSED
}
