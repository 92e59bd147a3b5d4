package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.room.ChannelRequest;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.SessionToken;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session of the transport: what the connection asks for, what the server says, and which fact
 * comes of it.
 *
 * <p>A way back into the room may take longer than the attempt that it was begun for: many clients
 * that lost the same server find it slow. So the next attempt takes over a way that is under way,
 * and begins one only where there is none. Each step of a way has a limit of its own.
 *
 * <p>The methods hand over to the thread that owns the sessions, and return. Everything else is on
 * that thread; facts are handed over to the thread that calls out.
 */
final class JanusSession implements RoomSession {

  /** Whom the transport's sessions tell what is no fact. On the thread that owns them. */
  interface Owner {
    /** Something is not as it should be. */
    void fault(JanusFault fault);

    /** The session is closed, and its server is being told. */
    void closed(JanusSession session);
  }

  private final ChannelRequest request;
  private final RoomFacts facts;
  private final Settings settings;
  private final Loop loop;
  private final Owner owner;
  private final Locator locator;
  private final Identity identity;
  private final Roster roster;
  private final News news;
  private final Place place;
  private final LeftSessions left;
  private final TakenId takenId;

  /** What the client had before this session, if it may still be there. */
  private final @Nullable JanusToken earlier;

  /** Whether the session is of an earlier process. */
  private final boolean resumed;

  /** Whether it can be claimed. */
  private final boolean proven;

  private SessionPhase phase;

  /** Who is to hear how the way back ends, while somebody is. */
  private @Nullable ReconnectAttempt attempt;

  /** The way into the room that is under way, while there is one; earlier ones are void. */
  private @Nullable Way way;

  /**
   * A session.
   *
   * @param resumed whether it is one of an earlier process
   * @param earlier what proves that one; or, for a new session, the client's latest before it
   */
  JanusSession(
      ChannelRequest request,
      RoomFacts facts,
      Settings settings,
      Loop loop,
      LeftSessions left,
      Owner owner,
      boolean resumed,
      @Nullable JanusToken earlier) {
    this.request = request;
    this.facts = facts;
    this.settings = settings;
    this.loop = loop;
    this.owner = owner;
    this.left = left;
    this.earlier = earlier;
    identity = new Identity(request, settings.textIds());
    this.resumed = resumed;
    proven = resumed && earlier != null && identity.takesUp(earlier.who());
    takenId = new TakenId(settings, loop, left, identity);
    locator = new Locator(settings, loop, request);
    roster = new Roster(request, call -> loop.tell(() -> call.accept(settings.observer())));
    news = new News(settings, roster);
    Runnable unheard =
        () -> fault(JanusFault.Kind.LINK, "left, and the server has not heard of it");
    place = new Place(settings, loop, left, identity, unheard, proven ? earlier : null);
    phase = resumed ? SessionPhase.AWAY : SessionPhase.JOINING;
  }

  // What the connection asks for.

  @Override
  public Optional<SessionToken> token() {
    return place.token();
  }

  /** The client's past is known, should it be in the way. */
  void begun() {
    if (earlier != null) {
      if (!proven) {
        left.inherit(earlier, earlier.session(), earlier.handle());
      }
      left.inherit(earlier, earlier.next(), 0);
    }
  }

  void join() {
    loop.run(this::begin);
  }

  @Override
  public void tryToRejoin(ReconnectAttempt next) {
    loop.run(
        () -> {
          if (phase == SessionPhase.ENDED || phase == SessionPhase.CLOSED) {
            loop.tell(next::failed);
            return;
          }
          phase = SessionPhase.AWAY;
          attempt = next;
          if (way == null) {
            begin();
          }
        });
  }

  @Override
  public void stopReconnecting() {
    loop.run(
        () -> {
          if (attempt != null) {
            attempt = null;
            giveUpWay();
          }
        });
  }

  @Override
  public void announceLeave() {
    loop.run(this::end);
  }

  @Override
  public void close() {
    loop.run(this::end);
  }

  /** The user is in the room no longer. */
  private void end() {
    if (phase != SessionPhase.CLOSED) {
      phase = SessionPhase.CLOSED;
      attempt = null;
      giveUpWay();
      place.leave();
      JanusToken unclaimed = place.inherited();
      if (unclaimed == null) {
        owner.closed(this);
      } else {
        leaveUnclaimed(unclaimed);
      }
    }
  }

  /** The session of an earlier process is left before anybody knew where it is. */
  private void leaveUnclaimed(JanusToken token) {
    left.inherit(token, token.session(), token.handle());
    locator.locate(
        server -> {
          left.endElsewhere(token.who(), server);
          owner.closed(this);
        },
        why -> owner.closed(this));
  }

  /**
   * The application has another network: whoever is in the room may have to go elsewhere, and a way
   * back that was begun over the old network leads nowhere.
   */
  void networkChanged() {
    if (phase == SessionPhase.AWAY && way != null) {
      giveUpWay();
      place.dropLink();
      begin();
    } else if (phase == SessionPhase.IN) {
      locator.locate(this::located, why -> fault(JanusFault.Kind.DIRECTORY, why));
    }
  }

  private void located(URI server) {
    Link link = place.link();
    Seat seat = place.seat();
    if (phase != SessionPhase.IN || seat == null || link == null) {
      return;
    }
    if (server.equals(seat.server)) {
      link.probe(seat.session());
    } else {
      phase = SessionPhase.AWAY;
      loop.tell(facts::reDispatched);
    }
  }

  private void begin() {
    takenId.reset();
    way =
        new Way(settings, locator, identity, place, phase == SessionPhase.JOINING, new Traveller());
    way.begin();
  }

  private void giveUpWay() {
    if (way != null) {
      way.giveUp();
      way = null;
    }
  }

  /** The way has led nowhere. */
  private void failed(Runnable ofFirstJoin) {
    giveUpWay();
    if (phase == SessionPhase.JOINING) {
      ended(ofFirstJoin);
    } else if (attempt != null) {
      loop.tell(attempt::failed);
      attempt = null;
    }
  }

  /** A fact that ends the session; the connection closes it. */
  private void ended(Runnable fact) {
    phase = SessionPhase.ENDED;
    attempt = null;
    giveUpWay();
    loop.tell(fact);
  }

  private void fault(JanusFault.Kind kind, String text) {
    owner.fault(new JanusFault(request, kind, text));
  }

  /** Who is on the way into the room. */
  private final class Traveller implements Way.Traveller {
    @Override
    public void lostAtTheDirectory(String why) {
      fault(JanusFault.Kind.DIRECTORY, why);
      failed(facts::roomRequestFailed);
    }

    @Override
    public void proxied() {
      loop.tell(facts::proxyConnecting);
    }

    @Override
    public void connect(Way by, Seat at) {
      place.connect(at, new User(by, at));
    }

    @Override
    public void in(JsonNode... present) {
      way = null;
      takenId.reset();
      boolean first = phase == SessionPhase.JOINING;
      phase = SessionPhase.IN;
      if (first) {
        loop.tell(facts::joined);
        goneFromElsewhere();
      } else if (attempt != null) {
        loop.tell(attempt::succeeded);
        attempt = null;
      }
      roster.whole(identity.id(), present);
    }

    @Override
    public void removed() {
      ended(facts::kicked);
    }

    private void goneFromElsewhere() {
      Seat here = place.seat();
      if (here != null && earlier != null && !earlier.who().equals(identity.who())) {
        left.endElsewhere(earlier.who(), here.server);
      }
    }

    @Override
    public void taken(Reply reply, Runnable again) {
      Seat at = place.seat();
      if (!takenId.isMet()) {
        complain(reply);
      }
      if (at == null || (resumed && !proven)) {
        // Who was in the room takes whom the server has there for themselves.
        failed(facts::sameUserIdElsewhere);
      } else {
        takenId.met(at.server, again, () -> ended(facts::sameUserIdElsewhere));
      }
    }

    private void complain(Reply reply) {
      Seat at = place.seat();
      String words = at == null ? reply.reason() : at.hidden(reply.reason());
      fault(JanusFault.Kind.REFUSED, "error " + reply.code() + ": " + settings.quoted(words));
    }

    @Override
    public void refused(Reply reply) {
      complain(reply);
      boolean first = phase == SessionPhase.JOINING;
      if (reply.code() == ServerCode.NO_SUCH_ROOM) {
        ended(first ? facts::roomRequestFailed : facts::roomClosed);
        return;
      }
      if (reply.code() == ServerCode.NO_SUCH_SESSION) {
        place.lost();
      }
      failed(facts::roomRequestFailed);
    }
  }

  /** What comes over a link. */
  private final class User implements Link.User, News.Reader {
    private final Way builder;
    private final Seat at;

    User(Way builder, Seat at) {
      this.builder = builder;
      this.at = at;
    }

    @Override
    public void opened(Link link) {
      builder.opened(link, at);
    }

    @Override
    public void lost(String why) {
      place.dropLink();
      fault(JanusFault.Kind.LINK, why);
      at.media = false;
      if (phase == SessionPhase.IN) {
        phase = SessionPhase.AWAY;
        loop.tell(facts::signalLost);
      } else if (way != null) {
        failed(facts::longLinkFailed);
      }
    }

    @Override
    public void fault(JanusFault.Kind kind, String text) {
      JanusSession.this.fault(kind, text);
    }

    @Override
    public void event(JsonNode message) {
      if (phase == SessionPhase.JOINING || phase == SessionPhase.IN || phase == SessionPhase.AWAY) {
        news.read(message, at, this);
      }
    }

    @Override
    public void kicked() {
      ended(facts::kicked);
    }

    @Override
    public void destroyed() {
      ended(phase == SessionPhase.JOINING ? facts::roomRequestFailed : facts::roomClosed);
    }

    @Override
    public void expired() {
      ended(phase == SessionPhase.JOINING ? facts::longLinkFailed : facts::serviceTimedOut);
    }

    @Override
    public void hungUp() {
      if (phase == SessionPhase.IN) {
        phase = SessionPhase.AWAY;
        loop.tell(facts::mediaLost);
      }
    }

    @Override
    public void slowLink() {
      loop.tell(() -> settings.observer().slowLink(request));
    }
  }
}
