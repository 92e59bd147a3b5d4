package io.mooring.room.janus;

/** How far a session has come. */
enum SessionPhase {
  /** The first join is under way. */
  JOINING,
  /** In the room. */
  IN,
  /** Was in the room, and is getting back, or is about to. */
  AWAY,
  /** What ends the session was told; it is about to be closed. */
  ENDED,
  /** Closed. */
  CLOSED
}
