package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.room.ChannelRequest;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session of the transport: at most one link at a time, and the seat that it has on a server.
 *
 * <p>The methods hand over to the thread that owns the sessions, and return. Everything else is on
 * that thread; facts are handed over to the thread that calls out.
 */
final class JanusSession implements RoomSession {

  private enum Phase {
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

  private final ChannelRequest request;
  private final RoomFacts facts;
  private final Settings settings;
  private final Loop loop;
  private final Consumer<JanusFault> faults;
  private final Locator locator;
  private final Identity identity;
  private final Roster roster;
  private final News news;

  /** Whether the process in which the session began is another one: ghosts are possible. */
  private final boolean resumed;

  private Phase phase;
  private @Nullable Link link;
  private @Nullable Seat seat;
  private @Nullable ReconnectAttempt attempt;

  /** Which way into the room is under way: what concerns an earlier one is void. */
  private int trial;

  /** Whether a question of this trial is open. */
  private boolean entering;

  /** How often in this episode the server found the user in the room already. */
  private int found;

  JanusSession(
      ChannelRequest request,
      RoomFacts facts,
      Settings settings,
      Loop loop,
      Consumer<JanusFault> faults,
      boolean resumed) {
    this.request = request;
    this.facts = facts;
    this.settings = settings;
    this.loop = loop;
    this.faults = faults;
    this.resumed = resumed;
    identity = new Identity(request, settings.textIds());
    locator = new Locator(settings, loop, request);
    roster = new Roster(request, call -> loop.tell(() -> call.accept(settings.observer())));
    news = new News(settings, roster);
    phase = resumed ? Phase.AWAY : Phase.JOINING;
  }

  // What the connection asks for.

  void join() {
    loop.run(this::begin);
  }

  @Override
  public void tryToRejoin(ReconnectAttempt next) {
    loop.run(
        () -> {
          if (phase == Phase.ENDED || phase == Phase.CLOSED) {
            loop.tell(next::failed);
            return;
          }
          if (entering && link != null) {
            // It has not answered in the time of an attempt.
            link.abort();
            link = null;
          }
          phase = Phase.AWAY;
          attempt = next;
          begin();
        });
  }

  @Override
  public void stopReconnecting() {
    loop.run(
        () -> {
          if (attempt != null) {
            attempt = null;
            trial++;
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

  /** The user is in the room no longer: the server hears of it, as far as it can be reached. */
  private void end() {
    phase = Phase.CLOSED;
    trial++;
    attempt = null;
    Seat left = seat;
    seat = null;
    long session = left == null ? 0 : left.session;
    if (link != null && link.isOpen()) {
      link.closeWith(session);
    } else {
      if (link != null) {
        link.abort();
      }
      if (left != null && session != 0) {
        Farewell.say(settings, loop, left.server, session);
      }
    }
    link = null;
  }

  /** The application has another network. */
  void networkChanged() {
    if (phase != Phase.IN) {
      return;
    }
    locator.locate(
        server -> {
          if (phase != Phase.IN || seat == null || link == null) {
            return;
          }
          if (server.equals(seat.server)) {
            link.probe(seat.session);
          } else {
            phase = Phase.AWAY;
            loop.tell(facts::reDispatched);
          }
        },
        why -> fault(JanusFault.Kind.DIRECTORY, why));
  }

  boolean isClosed() {
    return phase == Phase.CLOSED;
  }

  // The way into the room.

  private void begin() {
    int mine = ++trial;
    entering = true;
    locator.locate(
        server -> {
          if (mine == trial) {
            go(mine, server);
          }
        },
        why -> {
          if (mine == trial) {
            fault(JanusFault.Kind.DIRECTORY, why);
            failed(facts::roomRequestFailed);
          }
        });
  }

  private void go(int mine, URI server) {
    Link open = link;
    Seat before = seat;
    if (open != null && open.isOpen() && before != null && before.server.equals(server)) {
      new Entrance(settings, request, identity, open, before, new Comer(mine)).look();
      return;
    }
    if (open != null) {
      open.closeWith(before == null ? 0 : before.session);
      link = null;
    }
    Seat next = before != null && before.server.equals(server) ? before : new Seat(server);
    seat = next;
    if (phase == Phase.JOINING) {
      locator.usesProxy(
          server,
          proxied -> {
            if (mine == trial) {
              if (proxied) {
                loop.tell(facts::proxyConnecting);
              }
              connect(mine, next);
            }
          });
    } else {
      connect(mine, next);
    }
  }

  private void connect(int mine, Seat next) {
    User user = new User(mine, next);
    user.link = new Link(settings, loop, next.server, user);
    link = user.link;
    user.link.open();
  }

  /** This way has led nowhere. */
  private void failed(Runnable ofFirstJoin) {
    entering = false;
    if (phase == Phase.JOINING) {
      ended(ofFirstJoin);
    } else if (attempt != null) {
      loop.tell(attempt::failed);
      attempt = null;
    }
  }

  /** A fact that ends the session; the connection closes it. */
  private void ended(Runnable fact) {
    phase = Phase.ENDED;
    attempt = null;
    entering = false;
    trial++;
    loop.tell(fact);
  }

  private void fault(JanusFault.Kind kind, String text) {
    faults.accept(new JanusFault(request, kind, text));
  }

  /** Who waits at the entrance. */
  private final class Comer implements Entrance.Guest {
    private final int mine;

    Comer(int mine) {
      this.mine = mine;
    }

    @Override
    public void in(JsonNode... present) {
      if (mine != trial) {
        return;
      }
      entering = false;
      found = 0;
      roster.whole(identity.id(), present);
      boolean first = phase == Phase.JOINING;
      phase = Phase.IN;
      if (first) {
        loop.tell(facts::joined);
      } else if (attempt != null) {
        loop.tell(attempt::succeeded);
        attempt = null;
      }
    }

    @Override
    public void removed() {
      if (mine == trial) {
        ended(facts::kicked);
      }
    }

    @Override
    public void refused(Reply reply) {
      if (mine != trial) {
        return;
      }
      fault(
          JanusFault.Kind.REFUSED,
          "error " + reply.code() + ": " + settings.quoted(reply.reason()));
      boolean first = phase == Phase.JOINING;
      switch (reply.code()) {
        case ServerCode.ID_EXISTS -> {
          // Right after a session was lost it may be its own ghost, which the server removes.
          if (first || (!resumed && ++found > 1)) {
            ended(facts::sameUserIdElsewhere);
          } else {
            failed(facts::sameUserIdElsewhere);
          }
        }
        case ServerCode.NO_SUCH_ROOM -> ended(first ? facts::roomRequestFailed : facts::roomClosed);
        default -> {
          if (reply.code() == ServerCode.NO_SUCH_SESSION && seat != null && link != null) {
            // The link keeps alive what is not there: the next attempt builds its own.
            seat.lost();
            link.abort();
            link = null;
          }
          failed(facts::roomRequestFailed);
        }
      }
    }
  }

  /** What comes over a link. */
  private final class User implements Link.User, News.Reader {
    private final int begun;
    private final Seat at;
    private @Nullable Link link;

    User(int begun, Seat at) {
      this.begun = begun;
      this.at = at;
    }

    private boolean isCurrent() {
      return link != null && link == JanusSession.this.link;
    }

    @Override
    public void opened() {
      if (isCurrent() && begun == trial && link != null) {
        new Entrance(settings, request, identity, link, at, new Comer(begun)).enter();
      }
    }

    @Override
    public void lost(String why) {
      if (!isCurrent()) {
        return;
      }
      JanusSession.this.link = null;
      fault(JanusFault.Kind.LINK, why);
      at.media = false;
      if (phase == Phase.IN) {
        phase = Phase.AWAY;
        loop.tell(facts::signalLost);
      } else if (entering) {
        failed(facts::longLinkFailed);
      }
    }

    @Override
    public void fault(JanusFault.Kind kind, String text) {
      JanusSession.this.fault(kind, text);
    }

    @Override
    public void event(JsonNode message) {
      if (isCurrent() && (phase == Phase.JOINING || phase == Phase.IN || phase == Phase.AWAY)) {
        news.read(message, at, this);
      }
    }

    @Override
    public void kicked() {
      ended(facts::kicked);
    }

    @Override
    public void destroyed() {
      ended(phase == Phase.JOINING ? facts::roomRequestFailed : facts::roomClosed);
    }

    @Override
    public void expired() {
      ended(phase == Phase.JOINING ? facts::longLinkFailed : facts::serviceTimedOut);
    }

    @Override
    public void hungUp() {
      if (phase == Phase.IN) {
        phase = Phase.AWAY;
        loop.tell(facts::mediaLost);
      }
    }

    @Override
    public void slowLink() {
      loop.tell(() -> settings.observer().slowLink(request));
    }
  }
}
