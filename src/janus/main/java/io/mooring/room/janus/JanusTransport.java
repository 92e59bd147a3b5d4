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
 * A transport over the VideoRoom of a Janus WebRTC server, by WebSocket.
 *
 * <p>It joins as a publisher that publishes nothing: other participants see it, but no media flow.
 * That is sufficient for bots, probes and load tests. The guide page {@code janus.md} lists the
 * effect of each response of the server, and what is known of media links.
 *
 * <p>One transport serves any number of connections. Safe for use by several threads; the package
 * describes its own threads.
 */
public final class JanusTransport implements RoomTransport, AutoCloseable {
  private final Settings settings;
  private final TransportThreads threads;
  private final JanusSession.Owner owner = new Owner();
  private final AtomicLong faults = new AtomicLong();

  /** On the thread that owns the sessions. */
  private final Set<JanusSession> sessions = new HashSet<>();

  /** Sessions that were left and may still exist; on the same thread. */
  private final LeftSessions left;

  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private volatile boolean closed;

  private JanusTransport(Builder builder) {
    threads = new TransportThreads(this::failed);
    settings = Settings.of(builder, threads);
    left = new LeftSessions(settings, threads, this::finish);
  }

  /** A builder of a transport to the servers of a directory. */
  public static Builder builder(RoomDirectory directory) {
    return new Builder(requireNonNull(directory, "directory"));
  }

  /** A builder of a transport to one server, {@code ws://host:port/path} or {@code wss://...}. */
  public static Builder builder(URI server) {
    return builder(RoomDirectory.of(requireNonNull(server, "server")));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the server cannot have such a room or user: without {@link
   *     Builder#textIds} a room's name is a number, and a user id less than 2 to the 63rd
   * @throws IllegalStateException if the transport is closed
   */
  @Override
  public RoomSession open(ChannelRequest request, RoomFacts facts) {
    return open(request, Optional.empty(), facts);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A previous session of the client that is still in the room is ended: {@link
   * Builder#ownSessionPatience}.
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
   * <p>With the token of the session, the session of the server is claimed, which may still be in
   * the room; if the server has ended it, the client joins again. Without a token nothing can be
   * claimed: while the old session is in the room, attempts fail.
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
        new JanusSession(request, facts, settings, threads, left, owner, resumed, earlier);
    threads.run(
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
   * Notifies the transport that the network has changed, for example from Wi-Fi to mobile. Each
   * session in a room queries the directory again: a different address is reported as {@code
   * reDispatched}; with the same address it sends a keepalive at once.
   */
  public void networkChanged() {
    threads.run(() -> Set.copyOf(sessions).forEach(JanusSession::networkChanged));
  }

  /** The number of faults, of all kinds and sessions. */
  public long faults() {
    return faults.get();
  }

  /**
   * Ends all sessions and notifies the servers, but not the connections: leave the rooms first. It
   * returns without waiting: see {@link #closed()}. The threads end when they are idle.
   */
  @Override
  public void close() {
    closed = true;
    threads.run(
        () -> {
          sessions.forEach(JanusSession::close);
          finish();
        });
  }

  /**
   * A stage that completes when the transport was closed and the servers were notified of all
   * sessions that were left, or could not be reached for some seconds. If the process ends earlier,
   * users may stay in their rooms until the servers time them out.
   */
  public CompletionStage<Void> closed() {
    return over.minimalCompletionStage();
  }

  private void finish() {
    if (closed && sessions.isEmpty() && left.isIdle()) {
      threads.callOut(() -> over.complete(null));
    }
  }

  private final class Owner implements JanusSession.Owner {
    @Override
    public void fault(JanusFault fault) {
      faults.incrementAndGet();
      threads.callOut(() -> settings.observer().fault(fault));
    }

    @Override
    public void closed(JanusSession session) {
      sessions.remove(session);
      finish();
    }
  }

  private void failed(Throwable thrown) {
    faults.incrementAndGet();
    System.getLogger("io.mooring.room.janus")
        .log(System.Logger.Level.ERROR, "A task of the Janus transport failed", thrown);
  }

  /** For example {@code JanusTransport[3 faults]}. */
  @Override
  public String toString() {
    return "JanusTransport[" + faults + " faults]";
  }

  /** Builds a transport. Not safe for use by several threads. */
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

    /** The observer of participants and faults. By default faults go to the system's log. */
    public Builder observer(JanusObserver newObserver) {
      this.observer = requireNonNull(newObserver, "newObserver");
      return this;
    }

    /** The display name of the user. By default none. */
    public Builder display(String name) {
      this.display = requireNonNull(name, "name");
      return this;
    }

    /** The pin of the rooms. By default none. */
    public Builder pin(Secret newPin) {
      this.pin = requireNonNull(newPin, "newPin");
      return this;
    }

    /** The token of the user, for servers and rooms that require one. By default none. */
    public Builder token(Secret newToken) {
      this.token = requireNonNull(newToken, "newToken");
      return this;
    }

    /** The API secret of the server. By default none. */
    public Builder apiSecret(Secret secret) {
      this.apiSecret = requireNonNull(secret, "secret");
      return this;
    }

    /**
     * Rooms and users have texts as ids: the VideoRoom's {@code string_ids}. By default they have
     * numbers.
     */
    public Builder textIds() {
      this.textIds = true;
      return this;
    }

    /**
     * The selector of HTTP proxies; the use of a proxy is reported as {@code proxyConnecting}. By
     * default none is used. The selector is called on a separate thread and may block.
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

    /** The SSL context for {@code wss}. By default the JDK's. */
    public Builder sslContext(SSLContext context) {
      this.sslContext = requireNonNull(context, "context");
      return this;
    }

    /**
     * The time limit for opening a link. By default 5 s.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = Settings.positive(timeout, "connectTimeout");
      return this;
    }

    /**
     * The time limit of the directory. By default 5 s.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder directoryTimeout(Duration timeout) {
      this.directoryTimeout = Settings.positive(timeout, "directoryTimeout");
      return this;
    }

    /**
     * The interval of keepalives, and the time of silence after which the link is lost. By default
     * 3 s and 8 s. The server ends sessions without keepalives, by default after 60 s.
     *
     * @param every shorter than {@code silent}
     * @param silent at most {@link Timing#DETECTION_AT_MOST}
     * @throws IllegalArgumentException if an argument violates this
     */
    public Builder keepAlive(Duration every, Duration silent) {
      Settings.requireBeats(every, silent);
      this.keepAlive = every;
      this.silence = silent;
      return this;
    }

    /**
     * How long a join or an attempt waits if the user id is already in the room and may belong to
     * an own session: one that was left while its server could not be reached, or one of an earlier
     * process that a token names. That session is ended as soon as the server can be reached. After
     * this time {@code sameUserIdElsewhere} is reported. By default 20 s; the time limits of the
     * connection apply as well.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder ownSessionPatience(Duration patience) {
      this.ownSessionPatience = Settings.notNegative(patience, "ownSessionPatience");
      return this;
    }

    /**
     * How long a join or an attempt waits if the user id is already in the room and is not known to
     * belong to an own session. By default zero: the conflict is reported at once. Set it if no
     * other user can have the same id: a process that died without a snapshot then waits until the
     * server has timed out its old session.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder takenIdPatience(Duration patience) {
      this.takenIdPatience = Settings.notNegative(patience, "takenIdPatience");
      return this;
    }

    /**
     * How long a server may keep a session without keepalives: at least its {@code
     * session_timeout}. For this time the transport remembers sessions that were left while their
     * server could not be reached, 10,000 at most. By default an hour.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder sessionTimeout(Duration timeout) {
      this.sessionTimeout = Settings.positive(timeout, "sessionTimeout");
      return this;
    }

    /**
     * The limits of a message of the server. A larger one is dropped, counted and reported. By
     * default 1,048,576 characters, and 32 levels of nesting.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public Builder limits(int characters, int levels) {
      Settings.requireLimits(characters, levels);
      this.largestMessage = characters;
      this.deepestMessage = levels;
      return this;
    }

    /** Builds the transport. It has threads only while they are needed. */
    public JanusTransport build() {
      return new JanusTransport(this);
    }
  }
}
