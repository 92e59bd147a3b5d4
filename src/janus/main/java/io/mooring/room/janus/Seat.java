package io.mooring.room.janus;

import java.net.URI;
import java.security.SecureRandom;

/**
 * What a session has on one server: the server's session, the handle in it, and whether the server
 * has let it into the room. It outlives sockets. On the thread that owns the sessions.
 */
final class Seat {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** As many digits as the server's own numbers have: a double holds each. */
  private static final int BITS = 53;

  /** Who is told what becomes of it. */
  interface Owner {
    /** It is not what it was. */
    void changed();

    /** The server has ended a session. */
    void ended(long session);
  }

  final URI server;
  private final Owner owner;
  private long next;
  private long session;
  private long handle;
  private boolean taken;

  /** Whether the media link was up: its end says something only then. */
  boolean media;

  /**
   * A seat that nobody has yet.
   *
   * @param next the number to ask for: {@link #next()}
   */
  Seat(URI server, long next, Owner owner) {
    this.server = server;
    this.next = next;
    this.owner = owner;
  }

  /** A number that nobody guesses: who knows it may have the session. */
  static long draw() {
    return RANDOM.nextLong() >>> (Long.SIZE - BITS) | 1;
  }

  /**
   * The number that the server is asked to give its next session. It is known before the session is
   * there, so that a token can have it before anybody can be in the room.
   */
  long next() {
    return next;
  }

  /** The server's session; 0 while there is none. */
  long session() {
    return session;
  }

  /** The handle of the VideoRoom; 0 while there is none. */
  long handle() {
    return handle;
  }

  /** Whether the server has said that the user is in the room. */
  boolean isTaken() {
    return taken;
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

  void take() {
    taken = true;
    owner.changed();
  }

  /** What was there before this process: it is still to be claimed. */
  void inherit(JanusToken token) {
    session = token.session();
    handle = token.handle();
    taken = token.taken();
    owner.changed();
  }

  /** The server knows no such session any more. */
  void lost() {
    long ended = session;
    session = 0;
    handle = 0;
    taken = false;
    media = false;
    if (ended != 0) {
      owner.ended(ended);
    }
    owner.changed();
  }

  /** A server's words without the numbers that a session is claimed with. */
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
