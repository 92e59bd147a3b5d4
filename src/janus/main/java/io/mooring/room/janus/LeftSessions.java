package io.mooring.room.janus;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that were left, or whose process died, and that may still be in their rooms: until a
 * server denies it or has timed them out. A client whose id is in use learns here whether a session
 * of its own uses it.
 *
 * <p>The number of sessions is bounded; the oldest are removed first. On the thread that owns the
 * sessions.
 */
final class LeftSessions {
  private static final int MOST = 10_000;

  /** The delay between the end of a session and the removal of its user from the room. */
  static final Duration MOMENT = Duration.ofSeconds(3);

  private final Settings settings;
  private final TransportThreads threads;

  /** Runs when no server is being notified any more. */
  private final Runnable idle;

  private final String life = UUID.randomUUID().toString();
  private final Map<Long, Left> sessions = new LinkedHashMap<>();
  private long pruned = System.nanoTime();
  private int closing;

  LeftSessions(Settings settings, TransportThreads threads, Runnable idle) {
    this.settings = settings;
    this.threads = threads;
    this.idle = idle;
  }

  /** A session that was left. */
  private static final class Left {
    final long session;
    final long handle;
    final Identity.Who who;

    /** Its server; null if only a token names the session. */
    final @Nullable URI server;

    /** When it is removed, in nanoseconds of the system. */
    long forgotten;

    /** Whether the server confirmed its end. */
    boolean ended;

    /** Run after the current attempt to end it; null if there is none. */
    @Nullable List<Runnable> waiting;

    Left(long session, long handle, Identity.Who who, @Nullable URI server) {
      this.session = session;
      this.handle = handle;
      this.who = who;
      this.server = server;
    }
  }

  /** The identifier of this transport in the tokens of its sessions. */
  String life() {
    return life;
  }

  /** Whether no server is being notified. */
  boolean isIdle() {
    return closing == 0;
  }

  /**
   * Leaves a session, and notifies its server if it can be reached.
   *
   * @param last its open link, if it has one
   * @param unreachable runs if the server could not be reached
   */
  void leave(
      ServerSession serverSession, Identity.Who who, @Nullable Link last, Runnable unreachable) {
    Left left =
        remember(serverSession.session(), serverSession.handle(), who, serverSession.server);
    close(
        left,
        serverSession.server,
        last,
        result -> {
          if (result == SessionCloser.Result.UNKNOWN) {
            unreachable.run();
          }
          return know(left, result);
        });
  }

  /** A server ended a session. */
  void ended(long session, Identity.Who who) {
    ended(remember(session, 0, who, null));
  }

  private void ended(Left left) {
    left.ended = true;
    left.forgotten = System.nanoTime() + MOMENT.toNanos();
  }

  /**
   * Adds a session of an earlier process. Sessions of this transport are ignored.
   *
   * @param session its number; 0 for none
   */
  void inherit(JanusToken from, long session, long handle) {
    if (session != 0 && !from.life().equals(life) && !sessions.containsKey(session)) {
      remember(session, handle, from.who(), null);
    }
  }

  private Left remember(long session, long handle, Identity.Who who, @Nullable URI server) {
    Left left = new Left(session, handle, who, server);
    left.forgotten = System.nanoTime() + settings.sessionTimeout().toNanos();
    sessions.remove(session);
    sessions.put(session, left);
    if (System.nanoTime() - pruned > MOMENT.toNanos()) {
      prune();
    }
    if (sessions.size() > MOST) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    return left;
  }

  /** Whether a user in a room may be one of these. */
  boolean mayBe(Identity.Who who) {
    return !of(who).isEmpty();
  }

  private List<Left> of(Identity.Who who) {
    prune();
    List<Left> found = new ArrayList<>();
    for (Left left : sessions.values()) {
      if (left.who.equals(who)) {
        found.add(left);
      }
    }
    return found;
  }

  private void prune() {
    long now = System.nanoTime();
    sessions.values().removeIf(left -> left.forgotten - now <= 0);
    pruned = now;
  }

  /**
   * Ends the sessions that may be a given user in a room of a server.
   *
   * @param then runs when the server has responded, or cannot be reached
   */
  void end(Identity.Who who, URI server, Runnable then) {
    List<Left> open = of(who).stream().filter(left -> !left.ended).toList();
    if (open.isEmpty()) {
      then.run();
      return;
    }
    int[] awaited = {open.size()};
    for (Left left : open) {
      if (left.waiting == null) {
        close(left, server, null, result -> knowAt(server, left, result));
      }
      waiting(left)
          .add(
              () -> {
                if (--awaited[0] == 0) {
                  then.run();
                }
              });
    }
  }

  /** Ends the sessions of a user that is on another server now. */
  void endElsewhere(Identity.Who who, URI server) {
    for (Left left : of(who)) {
      if (!left.ended && left.waiting == null) {
        URI there = left.server == null ? server : left.server;
        close(
            left,
            there,
            null,
            result ->
                (left.server == null && result == SessionCloser.Result.NOT_THERE)
                    || know(left, result));
      }
    }
  }

  /** If this address has no such session, tries the address where it was opened. */
  private boolean knowAt(URI server, Left left, SessionCloser.Result result) {
    URI there = left.server;
    if (result == SessionCloser.Result.NOT_THERE && there != null && !there.equals(server)) {
      close(left, there, null, known -> know(left, known));
      return false;
    }
    return know(left, result);
  }

  private boolean know(Left left, SessionCloser.Result result) {
    switch (result) {
      case OUT_OF_THE_ROOM -> sessions.remove(left.session, left);
      case ENDED, NOT_THERE -> ended(left);
      case UNKNOWN -> {
        // Kept until a server responds.
      }
    }
    return true;
  }

  private static List<Runnable> waiting(Left left) {
    List<Runnable> waiting = left.waiting;
    if (waiting == null) {
      waiting = new ArrayList<>();
      left.waiting = waiting;
    }
    return waiting;
  }

  /**
   * Tries to end a session.
   *
   * @param known receives the result; false if it has begun another try
   */
  private void close(
      Left left, URI server, @Nullable Link last, Predicate<SessionCloser.Result> known) {
    List<Runnable> waiting = waiting(left);
    closing++;
    SessionCloser.close(
        settings,
        threads,
        server,
        left.session,
        left.handle,
        last,
        result -> {
          if (known.test(result)) {
            left.waiting = null;
            waiting.forEach(Runnable::run);
          }
          closing--;
          idle.run();
        });
  }
}
