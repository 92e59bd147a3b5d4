package io.mooring.room.janus;

import io.mooring.room.SessionToken;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a session is: at most one link, and the seat that it has on a server. On the thread that
 * owns the sessions, but for its token.
 */
final class Place implements Seat.Owner {
  private final Settings settings;
  private final Loop loop;
  private final LeftSessions left;
  private final Identity identity;
  private final Runnable unheard;

  /** The number that the first session is asked to have: a token names it from the beginning. */
  private final long first = Seat.draw();

  /** What an earlier process had, until it is known which server to ask for it. */
  private @Nullable JanusToken inherited;

  private @Nullable Link link;
  private @Nullable Seat seat;
  private volatile Optional<SessionToken> token;

  /**
   * A place that is nowhere yet.
   *
   * @param unheard runs when a seat was left, and its server could not be reached
   * @param inherited the seat of an earlier process, if there is one to take up
   */
  Place(
      Settings settings,
      Loop loop,
      LeftSessions left,
      Identity identity,
      Runnable unheard,
      @Nullable JanusToken inherited) {
    this.settings = settings;
    this.loop = loop;
    this.left = left;
    this.identity = identity;
    this.unheard = unheard;
    this.inherited = inherited;
    token = (inherited == null ? current() : inherited).token();
  }

  @Nullable Link link() {
    return link;
  }

  @Nullable Seat seat() {
    return seat;
  }

  /** What proves that the seat is this session's. Any thread may ask. */
  Optional<SessionToken> token() {
    return token;
  }

  /** What an earlier process had, as long as nobody could be asked for it. */
  @Nullable JanusToken inherited() {
    return inherited;
  }

  @Override
  public void changed() {
    token = current().token();
  }

  @Override
  public void ended(long session) {
    left.ended(session, identity.who());
  }

  private JanusToken current() {
    Seat at = seat;
    return at == null
        ? new JanusToken(left.life(), identity.who(), 0, 0, false, first)
        : new JanusToken(
            left.life(), identity.who(), at.session(), at.handle(), at.isTaken(), at.next());
  }

  /** Goes to a server: another one is left, and a seat that there was on this one is kept. */
  Seat on(URI server) {
    Seat before = seat;
    if (before != null && before.server.equals(server)) {
      return before;
    }
    leave();
    Seat there = new Seat(server, before == null ? first : Seat.draw(), this);
    seat = there;
    if (inherited != null) {
      there.inherit(inherited);
      inherited = null;
    }
    changed();
    return there;
  }

  /** Builds a link; one that there was is cut off. */
  void connect(Seat at, Link.User user) {
    dropLink();
    link = new Link(settings, loop, at.server, user);
    link.open();
  }

  /** Leaves: the server hears of it, as far as it can be reached. */
  void leave() {
    Seat before = seat;
    Link last = link;
    seat = null;
    link = null;
    if (last != null && !last.isOpen()) {
      last.abort();
      last = null;
    }
    if (before != null && before.session() != 0) {
      left.leave(before, identity.who(), last, unheard);
    } else if (last != null) {
      last.close();
    }
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
