package io.mooring.room.janus;

import java.net.URI;

/**
 * What a session has on one server: the server's session, the handle in it, and whether the server
 * has let it into the room. It outlives sockets. On the thread that owns the sessions.
 */
final class Seat {
  final URI server;

  /** The server's session; 0 while there is none. */
  long session;

  /** The handle of the VideoRoom; 0 while there is none. */
  long handle;

  /** Whether the server has said that the user is in the room. */
  boolean taken;

  /** Whether the media link was up: its end says something only then. */
  boolean media;

  Seat(URI server) {
    this.server = server;
  }

  /** The server knows no such session any more. */
  void lost() {
    session = 0;
    handle = 0;
    taken = false;
    media = false;
  }
}
