package io.mooring.room.janus;

import io.mooring.room.SessionToken;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The binding of a session to a server: at most one link, and the server's session. On the thread
 * that owns the sessions, except for its token.
 */
final class ServerBinding implements ServerSession.Owner {
  private final Settings settings;
  private final TransportThreads threads;
  private final LeftSessions left;
  private final Identity identity;
  private final Runnable unreachable;

  /** The number requested for the first session: the token contains it from the beginning. */
  private final long first = ServerSession.draw();

  /** The token of an earlier process, until the directory has named the server. */
  private @Nullable JanusToken inherited;

  private @Nullable Link link;
  private @Nullable ServerSession serverSession;
  private volatile Optional<SessionToken> token;

  /**
   * A binding to no server yet.
   *
   * @param unreachable runs when a session was left and its server could not be reached
   * @param inherited the session of an earlier process, if there is one to resume
   */
  ServerBinding(
      Settings settings,
      TransportThreads threads,
      LeftSessions left,
      Identity identity,
      Runnable unreachable,
      @Nullable JanusToken inherited) {
    this.settings = settings;
    this.threads = threads;
    this.left = left;
    this.identity = identity;
    this.unreachable = unreachable;
    this.inherited = inherited;
    token = (inherited == null ? current() : inherited).token();
  }

  @Nullable Link link() {
    return link;
  }

  @Nullable ServerSession serverSession() {
    return serverSession;
  }

  /** The token that proves ownership of the server's session. For any thread. */
  Optional<SessionToken> token() {
    return token;
  }

  /** The token of an earlier process, until the session was requested with it. */
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
    ServerSession at = serverSession;
    return at == null
        ? new JanusToken(left.life(), identity.who(), 0, 0, false, first)
        : new JanusToken(
            left.life(), identity.who(), at.session(), at.handle(), at.isJoined(), at.next());
  }

  /** Binds to a server: the session of another server is left, one of this server is kept. */
  ServerSession on(URI server) {
    ServerSession before = serverSession;
    if (before != null && before.server.equals(server)) {
      return before;
    }
    leave();
    ServerSession there =
        new ServerSession(server, before == null ? first : ServerSession.draw(), this);
    serverSession = there;
    if (inherited != null) {
      there.inherit(inherited);
      inherited = null;
    }
    changed();
    return there;
  }

  /** Opens a link; the previous one is aborted. */
  void connect(ServerSession at, Link.User user) {
    dropLink();
    link = new Link(settings, threads, at.server, user);
    link.open();
  }

  /** Leaves the server's session, and notifies the server if it can be reached. */
  void leave() {
    ServerSession before = serverSession;
    Link last = link;
    serverSession = null;
    link = null;
    if (last != null && !last.isOpen()) {
      last.abort();
      last = null;
    }
    if (before != null && before.session() != 0) {
      left.leave(before, identity.who(), last, unreachable);
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

  /** The server has no such session any more; the link that kept it alive is dropped. */
  void lost() {
    if (serverSession != null) {
      serverSession.lost();
      dropLink();
    }
  }
}
