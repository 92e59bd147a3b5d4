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
 * The sessions that were left, or whose process died, and that their servers may still have in
 * their rooms: as long as no server has said otherwise, or would have given them up. Who finds
 * their id taken finds out here whether it is by their own past.
 *
 * <p>A number of sessions at most; of more, the oldest are forgotten. On the thread that owns the
 * sessions.
 */
final class LeftSessions {
  private static final int MOST = 10_000;

  /** A server that has ended a session takes its user out of the room a moment later. */
  static final Duration MOMENT = Duration.ofSeconds(3);

  private final Settings settings;
  private final Loop loop;

  /** Runs when nobody is being told anything any more. */
  private final Runnable idle;

  private final String life = UUID.randomUUID().toString();
  private final Map<Long, Left> sessions = new LinkedHashMap<>();
  private long pruned = System.nanoTime();
  private int closing;

  LeftSessions(Settings settings, Loop loop, Runnable idle) {
    this.settings = settings;
    this.loop = loop;
    this.idle = idle;
  }

  /** One of them. */
  private static final class Left {
    final long session;
    final long handle;
    final Identity.Who who;

    /** Where it was; null where only a token says that it was. */
    final @Nullable URI server;

    /** When it is, by the clock of the machine. */
    long forgotten;

    /** Whether the server has said that it is over. */
    boolean ended;

    /** Who waits for the attempt to end it that is under way; null while none is. */
    @Nullable List<Runnable> waiting;

    Left(long session, long handle, Identity.Who who, @Nullable URI server) {
      this.session = session;
      this.handle = handle;
      this.who = who;
      this.server = server;
    }
  }

  /** What the tokens of this transport's sessions have in common. */
  String life() {
    return life;
  }

  /** Whether no server is being told anything. */
  boolean isIdle() {
    return closing == 0;
  }

  /**
   * A session is left: its server hears of it, if it can be reached.
   *
   * @param last its open link, if it has one
   * @param unheard runs if the server could not be reached
   */
  void leave(Seat seat, Identity.Who who, @Nullable Link last, Runnable unheard) {
    Left left = remember(seat.session(), seat.handle(), who, seat.server);
    close(
        left,
        seat.server,
        last,
        result -> {
          if (result == SessionCloser.Result.UNKNOWN) {
            unheard.run();
          }
          return know(left, result);
        });
  }

  /** A server has ended a session. */
  void ended(long session, Identity.Who who) {
    ended(remember(session, 0, who, null));
  }

  private void ended(Left left) {
    left.ended = true;
    left.forgotten = System.nanoTime() + MOMENT.toNanos();
  }

  /**
   * An earlier process may have had this one. What this transport had itself it knows better.
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

  /** Whether a user who is in a room may be one of these. */
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
   * Ends those that may be a user who is in a room of a server.
   *
   * @param then runs when the server has answered, or cannot be reached
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

  /** Its user is elsewhere now: others shall see that where the session still is. */
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

  /** One address does not have it; the one where it was may be another name of it, or not. */
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
        // Remembered until a server says more.
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
   * Tries to end one.
   *
   * @param known takes what came of it; false if it has begun to try once more
   */
  private void close(
      Left left, URI server, @Nullable Link last, Predicate<SessionCloser.Result> known) {
    List<Runnable> waiting = waiting(left);
    closing++;
    SessionCloser.close(
        settings,
        loop,
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
