package io.mooring.room.janus;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where a session is: at most one link, and the seat that it has on a server. On the thread that
 * owns the sessions.
 */
final class Place {
  private final Settings settings;
  private final Loop loop;
  private @Nullable Link link;
  private @Nullable Seat seat;

  Place(Settings settings, Loop loop) {
    this.settings = settings;
    this.loop = loop;
  }

  @Nullable Link link() {
    return link;
  }

  @Nullable Seat seat() {
    return seat;
  }

  /** Goes to a server: another one is left, and a seat that there was on this one is kept. */
  Seat on(URI server) {
    Seat before = seat;
    if (before != null && before.server.equals(server)) {
      return before;
    }
    var unusedParting = leave();
    Seat next = new Seat(server);
    seat = next;
    return next;
  }

  /** Builds a link; one that there was is cut off. */
  void connect(Seat at, Link.User user) {
    dropLink();
    link = new Link(settings, loop, at.server, user);
    link.open();
  }

  /**
   * Leaves: the server hears of it, as far as it can be reached. What it gives completes when that
   * is over.
   */
  CompletableFuture<Void> leave() {
    Seat left = seat;
    Link last = link;
    seat = null;
    long session = left == null ? 0 : left.session;
    if (last != null && last.isOpen()) {
      last.closeWith(session);
      link = null;
      return last.gone();
    }
    dropLink();
    return left == null || session == 0
        ? CompletableFuture.completedFuture(null)
        : Farewell.say(settings, loop, left.server, session);
  }

  void dropLink() {
    if (link != null) {
      link.abort();
      link = null;
    }
  }

  /** The server knows the session no more, and a link that keeps it alive is of no use. */
  void lost() {
    if (seat != null) {
      seat.lost();
      dropLink();
    }
  }
}
