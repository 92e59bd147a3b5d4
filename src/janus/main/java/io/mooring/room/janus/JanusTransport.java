package io.mooring.room.janus;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ChannelRequest;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import io.mooring.room.SessionToken;
import io.mooring.room.spec.Timing;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Rooms of a Janus WebRTC server: its VideoRoom over WebSocket.
 *
 * <p>It joins as a publisher that publishes nothing: it is in the room, others see it, and no media
 * flow. That is what bots, probes and load tests need; what it can say of media links stands in
 * {@code src/docs/guide/janus.md}, with what each answer of the server comes to.
 *
 * <p>One transport serves any number of connections. Safe for use by any thread; the package says
 * which threads it has.
 */
public final class JanusTransport implements RoomTransport, AutoCloseable {
  private final Settings settings;
  private final Loop loop;
  private final JanusSession.Owner owner = new Owner();
  private final AtomicLong faults = new AtomicLong();

  /** On the thread that owns the sessions. */
  private final Set<JanusSession> sessions = new HashSet<>();

  /** What servers may still have of earlier ones; on the same thread. */
  private final LeftSessions left;

  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private volatile boolean closed;

  private JanusTransport(Builder builder) {
    loop = new Loop(this::broken);
    settings = Settings.of(builder, loop);
    left = new LeftSessions(settings, loop, this::finish);
  }

  /** Begins a transport to the servers that a directory knows. */
  public static Builder builder(RoomDirectory directory) {
    return new Builder(requireNonNull(directory, "directory"));
  }

  /** Begins a transport to one server, {@code ws://host:port/path} or {@code wss://...}. */
  public static Builder builder(URI server) {
    return builder(RoomDirectory.of(requireNonNull(server, "server")));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the server cannot have such a room or user: without
   *     {@link Builder#textIds} a room's name is a number, and a user id less than 2 to the 63rd
   * @throws IllegalStateException when the transport is closed
   */
  @Override
  public RoomSession open(ChannelRequest request, RoomFacts facts) {
    return open(request, Optional.empty(), facts);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Where the client's own past is in the way it is ended: {@link Builder#ownSessionPatience}.
   */
  @Override
  public RoomSession open(ChannelRequest request, Optional<SessionToken> ghost, RoomFacts facts) {
    JanusSession session = session(request, facts, false, ghost);
    session.join();
    return session;
  }

  /**
   * {@inheritDoc}
   *
   * <p>With the token that the session gave, its server's session is claimed: it may still be in
   * the room. If the server has ended it meanwhile, the way back is a new join. Without a token
   * nothing can be claimed; as long as the server has the old one in the room, it refuses, and
   * attempts fail.
   */
  @Override
  public Optional<RoomSession> resume(
      ChannelRequest request, Optional<SessionToken> token, RoomFacts facts) {
    return Optional.of(session(request, facts, true, token));
  }

  private JanusSession session(
      ChannelRequest request, RoomFacts facts, boolean resumed, Optional<SessionToken> token) {
    if (closed) {
      throw new IllegalStateException("This transport is closed.");
    }
    JanusToken earlier = token.flatMap(JanusToken::of).orElse(null);
    JanusSession session =
        new JanusSession(request, facts, settings, loop, left, owner, resumed, earlier);
    loop.run(
        () -> {
          sessions.add(session);
          if (token.isPresent() && earlier == null) {
            owner.fault(
                new JanusFault(
                    request, JanusFault.Kind.GARBAGE, "a token that is none of this transport"));
          }
          session.begun();
        });
    return session;
  }

  /**
   * Says that the network has changed, for example from Wi-Fi to mobile. Each session that is in
   * its room asks the directory again: with another address it is dispatched anew; with the same
   * one it asks its server for a sign of life at once.
   */
  public void networkChanged() {
    loop.run(() -> Set.copyOf(sessions).forEach(JanusSession::networkChanged));
  }

  /** How many faults there were, of all kinds and sessions. */
  public long faults() {
    return faults.get();
  }

  /**
   * Ends all sessions: the servers hear of it, the connections are told nothing, so leave the rooms
   * first. It returns without waiting: see {@link #closed()}. The threads end when there is nothing
   * more to do.
   */
  @Override
  public void close() {
    closed = true;
    loop.run(
        () -> {
          sessions.forEach(JanusSession::close);
          finish();
        });
  }

  /**
   * When this was closed and the servers have heard of all who left, or could not be reached for
   * some seconds. A process that ends before may leave users in their rooms, until the servers miss
   * them.
   */
  public CompletionStage<Void> closed() {
    return over.minimalCompletionStage();
  }

  private void finish() {
    if (closed && sessions.isEmpty() && left.isIdle()) {
      loop.tell(() -> over.complete(null));
    }
  }

  private final class Owner implements JanusSession.Owner {
    @Override
    public void fault(JanusFault fault) {
      faults.incrementAndGet();
      loop.tell(() -> settings.observer().fault(fault));
    }

    @Override
    public void closed(JanusSession session) {
      sessions.remove(session);
      finish();
    }
  }

  private void broken(Throwable thrown) {
    faults.incrementAndGet();
    System.getLogger("io.mooring.room.janus")
        .log(System.Logger.Level.ERROR, "A task of the Janus transport failed", thrown);
  }

  /** For example {@code JanusTransport[3 faults]}. */
  @Override
  public String toString() {
    return "JanusTransport[" + faults + " faults]";
  }

  /** What a transport is made of. Not safe for use by several threads. */
  public static final class Builder {
    private static final int LARGEST_MESSAGE = 1 << 20;
    private static final int DEEPEST_MESSAGE = 32;

    final RoomDirectory directory;
    JanusObserver observer = new JanusObserver() {};
    @Nullable String display;
    @Nullable Secret pin;
    @Nullable Secret token;
    @Nullable Secret apiSecret;
    boolean textIds;
    @Nullable ProxySelector proxy;
    @Nullable Authenticator authenticator;
    @Nullable SSLContext sslContext;
    Duration connectTimeout = Duration.ofSeconds(5);
    Duration directoryTimeout = Duration.ofSeconds(5);
    Duration keepAlive = Duration.ofSeconds(3);
    Duration silence = Duration.ofSeconds(8);
    int largestMessage = LARGEST_MESSAGE;
    int deepestMessage = DEEPEST_MESSAGE;
    Duration ownSessionPatience = Duration.ofSeconds(20);
    Duration takenIdPatience = Duration.ZERO;
    Duration sessionTimeout = Duration.ofHours(1);

    private Builder(RoomDirectory directory) {
      this.directory = directory;
    }

    /** Who hears of participants and faults. By default faults go to the system's log. */
    public Builder observer(JanusObserver newObserver) {
      this.observer = requireNonNull(newObserver, "newObserver");
      return this;
    }

    /** The name that others see. By default none. */
    public Builder display(String name) {
      this.display = requireNonNull(name, "name");
      return this;
    }

    /** The pin of the rooms. By default none. */
    public Builder pin(Secret newPin) {
      this.pin = requireNonNull(newPin, "newPin");
      return this;
    }

    /** The token of the user, for servers that ask for one, and for rooms. By default none. */
    public Builder token(Secret newToken) {
      this.token = requireNonNull(newToken, "newToken");
      return this;
    }

    /** The secret of the server's interface. By default none. */
    public Builder apiSecret(Secret secret) {
      this.apiSecret = requireNonNull(secret, "secret");
      return this;
    }

    /**
     * Says that rooms and users have texts as ids: the VideoRoom's {@code string_ids}. By default
     * they have numbers.
     */
    public Builder textIds() {
      this.textIds = true;
      return this;
    }

    /**
     * Which HTTP proxy leads to a server; a connection learns of it as {@code proxyConnecting}. By
     * default none is used. It is asked on a thread of its own and may take its time.
     */
    public Builder proxy(ProxySelector selector) {
      this.proxy = requireNonNull(selector, "selector");
      return this;
    }

    /**
     * The credentials for the proxy. The JDK uses basic credentials for a tunnel only if the system
     * property {@code jdk.http.auth.tunneling.disabledSchemes} allows it.
     */
    public Builder authenticator(Authenticator newAuthenticator) {
      this.authenticator = requireNonNull(newAuthenticator, "newAuthenticator");
      return this;
    }

    /** Which certificates are trusted for {@code wss}. By default those that the JDK trusts. */
    public Builder sslContext(SSLContext context) {
      this.sslContext = requireNonNull(context, "context");
      return this;
    }

    /**
     * How long building a link may take. By default 5 s.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = Settings.positive(timeout, "connectTimeout");
      return this;
    }

    /**
     * How long the directory may take. By default 5 s.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public Builder directoryTimeout(Duration timeout) {
      this.directoryTimeout = Settings.positive(timeout, "directoryTimeout");
      return this;
    }

    /**
     * How often the server is asked for a sign of life, and how long it may be silent until the
     * link counts as lost. By default every 3 s, and 8 s. The server ends sessions that it does not
     * hear of, by default after 60 s.
     *
     * @param every shorter than {@code silent}
     * @param silent at most {@link Timing#DETECTION_AT_MOST}
     * @throws IllegalArgumentException when the arguments contradict this
     */
    public Builder keepAlive(Duration every, Duration silent) {
      Settings.requireBeats(every, silent);
      this.keepAlive = every;
      this.silence = silent;
      return this;
    }

    /**
     * How long a join or an attempt waits where the server has the user in the room already and it
     * may be the client's own past: a session that was left while its server could not be reached,
     * or one of an earlier process that a token names. It is ended as soon as the server can be
     * told. After this time the connection is told {@code sameUserIdElsewhere}. By default 20 s; a
     * connection's own time limits rule.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Builder ownSessionPatience(Duration patience) {
      this.ownSessionPatience = Settings.notNegative(patience, "ownSessionPatience");
      return this;
    }

    /**
     * How long a join or an attempt waits where the server has the user in the room already and
     * nothing says that it is the client's own past. By default zero: somebody else is told at
     * once. It is for those who know that nobody else has their user id: a process that died, and
     * left no snapshot, waits so for the server to miss it.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Builder takenIdPatience(Duration patience) {
      this.takenIdPatience = Settings.notNegative(patience, "takenIdPatience");
      return this;
    }

    /**
     * How long a server may keep a session that it hears nothing of: at least its {@code
     * session_timeout}. So long the transport remembers sessions that were left while their server
     * could not be reached, 10,000 at most. By default an hour.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public Builder sessionTimeout(Duration timeout) {
      this.sessionTimeout = Settings.positive(timeout, "sessionTimeout");
      return this;
    }

    /**
     * What the server may send. What is beyond is dropped, counted and reported. By default
     * 1,048,576 characters, and 32 levels of nesting.
     *
     * @throws IllegalArgumentException when one is not positive
     */
    public Builder limits(int characters, int levels) {
      Settings.requireLimits(characters, levels);
      this.largestMessage = characters;
      this.deepestMessage = levels;
      return this;
    }

    /** A transport of these parts. It has threads only while there is something to do. */
    public JanusTransport build() {
      return new JanusTransport(this);
    }
  }
}
