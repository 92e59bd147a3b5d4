package io.mooring.room.janus;

import java.net.URI;
import java.security.SecureRandom;

/**
 * A session of one server: its number, the handle in it, and whether its user has joined the room.
 * It outlives sockets. On the thread that owns the sessions.
 */
final class ServerSession {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The size of the server's own numbers, which a double represents exactly. */
  private static final int BITS = 53;

  /** Is notified of changes. */
  interface Owner {
    /** The session changed. */
    void changed();

    /** The server ended a session. */
    void ended(long session);
  }

  final URI server;
  private final Owner owner;
  private long next;
  private long session;
  private long handle;
  private boolean joined;

  /** Whether the media link was up: only then its end is a loss. */
  boolean media;

  /**
   * A session that was not created yet.
   *
   * @param next the number to request: {@link #next()}
   */
  ServerSession(URI server, long next, Owner owner) {
    this.server = server;
    this.next = next;
    this.owner = owner;
  }

  /** A random number: any client that knows it can claim the session. */
  static long draw() {
    return RANDOM.nextLong() >>> (Long.SIZE - BITS) | 1;
  }

  /**
   * The number requested for the next session. It is chosen in advance, so that a token contains it
   * before the user can be in the room.
   */
  long next() {
    return next;
  }

  /** The number of the session; 0 while there is none. */
  long session() {
    return session;
  }

  /** The handle of the VideoRoom; 0 while there is none. */
  long handle() {
    return handle;
  }

  /** Whether the server has confirmed that the user is in the room. */
  boolean isJoined() {
    return joined;
  }

  void created(long number) {
    session = number;
    next = draw();
    owner.changed();
  }

  void attached(long number) {
    handle = number;
    owner.changed();
  }

  void joined() {
    joined = true;
    owner.changed();
  }

  /** Takes over the session of an earlier process, which must still be claimed. */
  void inherit(JanusToken token) {
    session = token.session();
    handle = token.handle();
    joined = token.taken();
    owner.changed();
  }

  /** The server has no such session any more. */
  void lost() {
    long ended = session;
    session = 0;
    handle = 0;
    joined = false;
    media = false;
    if (ended != 0) {
      owner.ended(ended);
    }
    owner.changed();
  }

  /** A text of the server without the numbers that could claim a session. */
  String hidden(String words) {
    String clean = words;
    for (long secret : new long[] {session, handle, next}) {
      if (secret != 0) {
        clean = clean.replace(Long.toString(secret), "(hidden)");
      }
    }
    return clean;
  }
}
