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
 * A session of the transport: translates requests of the connection to the server, and messages of
 * the server to facts.
 *
 * <p>A join procedure may take longer than the attempt that began it: a server that many clients
 * lost at once is slow. So the next attempt continues a running procedure, and begins one only if
 * there is none. Each step of a procedure has its own time limit.
 *
 * <p>The public methods schedule a task on the thread that owns the sessions and return. Everything
 * else runs on that thread; facts are reported on the thread for calls.
 */
final class JanusSession implements RoomSession {

  /** Is notified of what is not a fact. On the thread that owns the sessions. */
  interface Owner {
    /** A fault occurred. */
    void fault(JanusFault fault);

    /** The session is closed; its server is being notified. */
    void closed(JanusSession session);
  }

  private final ChannelRequest request;
  private final RoomFacts facts;
  private final Settings settings;
  private final TransportThreads threads;
  private final Owner owner;
  private final Locator locator;
  private final Identity identity;
  private final Roster roster;
  private final EventReader news;
  private final ServerBinding binding;
  private final LeftSessions left;
  private final TakenId takenId;

  /** The token of the client's previous session, which may still exist. */
  private final @Nullable JanusToken earlier;

  /** Whether it resumes a session of an earlier process. */
  private final boolean resumed;

  /** Whether that session can be claimed. */
  private final boolean proven;

  private SessionPhase phase;

  /** The current attempt, which is notified of its end. */
  private @Nullable ReconnectAttempt attempt;

  /** The running join procedure, if there is one. */
  private @Nullable JoinProcedure procedure;

  /**
   * A session.
   *
   * @param resumed whether it resumes a session of an earlier process
   * @param earlier the token of that session; or, for a new session, of the client's previous one
   */
  JanusSession(
      ChannelRequest request,
      RoomFacts facts,
      Settings settings,
      TransportThreads threads,
      LeftSessions left,
      Owner owner,
      boolean resumed,
      @Nullable JanusToken earlier) {
    this.request = request;
    this.facts = facts;
    this.settings = settings;
    this.threads = threads;
    this.owner = owner;
    this.left = left;
    this.earlier = earlier;
    identity = new Identity(request, settings.textIds());
    this.resumed = resumed;
    proven = resumed && earlier != null && identity.takesUp(earlier.who());
    takenId = new TakenId(settings, threads, left, identity);
    locator = new Locator(settings, threads, request);
    roster = new Roster(request, call -> threads.callOut(() -> call.accept(settings.observer())));
    news = new EventReader(settings, roster);
    Runnable unreachable =
        () -> fault(JanusFault.Kind.LINK, "left, but the server could not be notified");
    binding =
        new ServerBinding(settings, threads, left, identity, unreachable, proven ? earlier : null);
    phase = resumed ? SessionPhase.AWAY : SessionPhase.JOINING;
  }

  @Override
  public Optional<SessionToken> token() {
    return binding.token();
  }

  /** Remembers the client's previous sessions, which may still be in the room. */
  void begun() {
    if (earlier != null) {
      if (!proven) {
        left.inherit(earlier, earlier.session(), earlier.handle());
      }
      left.inherit(earlier, earlier.next(), 0);
    }
  }

  void join() {
    threads.run(this::begin);
  }

  @Override
  public void tryToRejoin(ReconnectAttempt next) {
    threads.run(
        () -> {
          if (phase == SessionPhase.ENDED || phase == SessionPhase.CLOSED) {
            threads.callOut(next::failed);
            return;
          }
          phase = SessionPhase.AWAY;
          attempt = next;
          if (procedure == null) {
            begin();
          }
        });
  }

  @Override
  public void stopReconnecting() {
    threads.run(
        () -> {
          if (attempt != null) {
            attempt = null;
            cancelProcedure();
          }
        });
  }

  @Override
  public void announceLeave() {
    threads.run(this::end);
  }

  @Override
  public void close() {
    threads.run(this::end);
  }

  /** Leaves the room. */
  private void end() {
    if (phase != SessionPhase.CLOSED) {
      phase = SessionPhase.CLOSED;
      attempt = null;
      cancelProcedure();
      binding.leave();
      JanusToken unclaimed = binding.inherited();
      if (unclaimed == null) {
        owner.closed(this);
      } else {
        leaveUnclaimed(unclaimed);
      }
    }
  }

  /** Leaves the session of an earlier process whose server is not known yet. */
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
   * The application has another network: another server may be responsible for the room, and a
   * procedure over the old network cannot succeed.
   */
  void networkChanged() {
    if (phase == SessionPhase.AWAY && procedure != null) {
      cancelProcedure();
      binding.dropLink();
      begin();
    } else if (phase == SessionPhase.IN) {
      locator.locate(this::located, why -> fault(JanusFault.Kind.DIRECTORY, why));
    }
  }

  private void located(URI server) {
    Link link = binding.link();
    ServerSession serverSession = binding.serverSession();
    if (phase != SessionPhase.IN || serverSession == null || link == null) {
      return;
    }
    if (server.equals(serverSession.server)) {
      link.probe(serverSession.session());
    } else {
      phase = SessionPhase.AWAY;
      threads.callOut(facts::reDispatched);
    }
  }

  private void begin() {
    takenId.reset();
    procedure =
        new JoinProcedure(
            settings, locator, identity, binding, phase == SessionPhase.JOINING, new Joining());
    procedure.begin();
  }

  private void cancelProcedure() {
    if (procedure != null) {
      procedure.cancel();
      procedure = null;
    }
  }

  /** The procedure failed. */
  private void failed(Runnable ofFirstJoin) {
    cancelProcedure();
    if (phase == SessionPhase.JOINING) {
      ended(ofFirstJoin);
    } else if (attempt != null) {
      threads.callOut(attempt::failed);
      attempt = null;
    }
  }

  /** Reports a fact that ends the session; the connection then closes it. */
  private void ended(Runnable fact) {
    phase = SessionPhase.ENDED;
    attempt = null;
    cancelProcedure();
    threads.callOut(fact);
  }

  private void fault(JanusFault.Kind kind, String text) {
    owner.fault(new JanusFault(request, kind, text));
  }

  /** Receives the results of a join procedure. */
  private final class Joining implements JoinProcedure.JoinListener {
    @Override
    public void directoryFailed(String why) {
      fault(JanusFault.Kind.DIRECTORY, why);
      failed(facts::roomRequestFailed);
    }

    @Override
    public void proxyUsed() {
      threads.callOut(facts::proxyConnecting);
    }

    @Override
    public void connect(JoinProcedure by, ServerSession at) {
      binding.connect(at, new User(by, at));
    }

    @Override
    public void in(JsonNode... present) {
      procedure = null;
      takenId.reset();
      boolean first = phase == SessionPhase.JOINING;
      phase = SessionPhase.IN;
      if (first) {
        threads.callOut(facts::joined);
        goneFromElsewhere();
      } else if (attempt != null) {
        threads.callOut(attempt::succeeded);
        attempt = null;
      }
      roster.whole(identity.id(), present);
    }

    @Override
    public void removed() {
      ended(facts::kicked);
    }

    private void goneFromElsewhere() {
      ServerSession here = binding.serverSession();
      if (here != null && earlier != null && !earlier.who().equals(identity.who())) {
        left.endElsewhere(earlier.who(), here.server);
      }
    }

    @Override
    public void idTaken(Reply reply, Runnable again) {
      ServerSession at = binding.serverSession();
      if (!takenId.isMet()) {
        complain(reply);
      }
      if (at == null || (resumed && !proven)) {
        // A resumed session that cannot be claimed must not remove a user that may be another one.
        failed(facts::sameUserIdElsewhere);
      } else {
        takenId.met(at.server, again, () -> ended(facts::sameUserIdElsewhere));
      }
    }

    private void complain(Reply reply) {
      ServerSession at = binding.serverSession();
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
        binding.lost();
      }
      failed(facts::roomRequestFailed);
    }
  }

  /** Receives the messages of a link. */
  private final class User implements Link.User, EventReader.Reader {
    private final JoinProcedure builder;
    private final ServerSession at;

    User(JoinProcedure builder, ServerSession at) {
      this.builder = builder;
      this.at = at;
    }

    @Override
    public void opened(Link link) {
      builder.opened(link, at);
    }

    @Override
    public void lost(String why) {
      binding.dropLink();
      fault(JanusFault.Kind.LINK, why);
      at.media = false;
      if (phase == SessionPhase.IN) {
        phase = SessionPhase.AWAY;
        threads.callOut(facts::signalLost);
      } else if (procedure != null) {
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
        threads.callOut(facts::mediaLost);
      }
    }

    @Override
    public void slowLink() {
      threads.callOut(() -> settings.observer().slowLink(request));
    }
  }
}
