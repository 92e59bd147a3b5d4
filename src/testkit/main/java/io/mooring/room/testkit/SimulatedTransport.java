package io.mooring.room.testkit;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A transport without a network: it records every session and every call on it, and a test reports
 * events on behalf of any of them, also of closed ones.
 *
 * <p>For a network that is cut and healed, and answers by itself, use {@link SimulatedNetwork}.
 *
 * <p>For one thread.
 */
public final class SimulatedTransport implements RoomTransport {
  private final List<Session> sessions = new ArrayList<>();
  private int open;
  private int reconnecting;

  /** How many sessions there were in earlier lives of the client. */
  private int before;

  private boolean wayBack = true;
  private Consumer<Call> onCall = call -> {};
  private BiConsumer<Session, ReconnectAttempt> onAttempt = (session, attempt) -> {};
  private Runnable onResume = () -> {};

  /** A transport that was never used. */
  public SimulatedTransport() {}

  @Override
  public RoomSession open(ChannelRequest request, RoomFacts facts) {
    Session session = new Session(this, opened(), request, facts);
    sessions.add(session);
    session.opening = true;
    session.called(Effect.OPEN_TRANSPORT);
    session.opening = false;
    return session;
  }

  /** Returns a session without links, of which nothing was requested yet. */
  @Override
  public Optional<RoomSession> resume(ChannelRequest request, RoomFacts facts) {
    if (!wayBack) {
      return Optional.empty();
    }
    onResume.run();
    before -= before > 0 ? 1 : 0;
    Session session = new Session(this, opened(), request, facts);
    sessions.add(session);
    return Optional.of(session);
  }

  /**
   * Makes this the transport of a process that was started again.
   *
   * @param earlier how many sessions the earlier processes opened; the latest one is resumed
   * @param possible whether {@link #resume} returns a session
   */
  public void goesOn(int earlier, boolean possible) {
    before = earlier;
    wayBack = possible;
  }

  /** Every session in the order of opening. */
  public List<Session> sessions() {
    return Collections.unmodifiableList(sessions);
  }

  /** The session that was opened {@code age} sessions before the newest, if there is one. */
  public Optional<Session> session(int age) {
    int index = sessions.size() - 1 - age;
    return index < 0 ? Optional.empty() : Optional.of(sessions.get(index));
  }

  /** {@return the number of sessions opened, including those of earlier processes} */
  public int opened() {
    return before + sessions.size();
  }

  /** How many sessions are open. */
  public int openSessions() {
    return open;
  }

  /** How many sessions try to get back into the room. */
  public int reconnectingSessions() {
    return reconnecting;
  }

  /** Sets the listener that is notified of each call, during the call. */
  public void onCall(Consumer<Call> listener) {
    onCall = listener;
  }

  /** Sets the listener that is notified of each attempt when it is requested of a session. */
  public void onAttempt(BiConsumer<Session, ReconnectAttempt> listener) {
    onAttempt = listener;
  }

  /** Sets the listener that is notified first when a session is resumed. */
  public void onResume(Runnable listener) {
    onResume = listener;
  }

  /**
   * A call of the room connection.
   *
   * @param session index of the session, from 0
   * @param effect the effect that the call carries out
   */
  public record Call(int session, Effect effect) {}

  /** One session, the calls on it, and its state. */
  public static final class Session implements RoomSession {
    private final SimulatedTransport transport;
    private final int index;
    private final ChannelRequest request;
    private final RoomFacts facts;
    private final List<Effect> calls = new ArrayList<>(6);
    private final List<ReconnectAttempt> attempts = new ArrayList<>(0);
    private boolean open = true;
    private boolean reconnecting;
    private boolean opening;

    private Session(
        SimulatedTransport transport, int index, ChannelRequest request, RoomFacts facts) {
      this.transport = transport;
      this.index = index;
      this.request = request;
      this.facts = facts;
      transport.open++;
    }

    /** Its place in the order of opening, from 0; through all lives of the client. */
    public int index() {
      return index;
    }

    /** The request that it was opened with. */
    public ChannelRequest request() {
      return request;
    }

    /**
     * Every effect that was requested of it, its opening included. Of the attempts of an episode
     * only the first carries out an effect.
     */
    public List<Effect> calls() {
      return List.copyOf(calls);
    }

    /** Every attempt to get back into the room that was requested of it. */
    public List<ReconnectAttempt> attempts() {
      return List.copyOf(attempts);
    }

    /** Whether it has not been closed. */
    public boolean isOpen() {
      return open;
    }

    /** Whether the call that opens it has not returned. */
    public boolean isOpening() {
      return opening;
    }

    /** Whether it is trying to get back into the room. */
    public boolean isReconnecting() {
      return reconnecting;
    }

    /**
     * Reports an event on behalf of this session; the end of an attempt on behalf of its latest
     * one.
     *
     * @throws IllegalStateException if an attempt reports the event, and none was requested
     * @throws IllegalArgumentException if no session reports the event: a command, or the end of
     *     the reconnect window
     */
    public void report(Event event) {
      switch (event) {
        case JOINED -> facts.joined();
        case ROOM_REQUEST_FAILED -> facts.roomRequestFailed();
        case LONG_LINK_FAILED -> facts.longLinkFailed();
        case PROXY_CONNECTING -> facts.proxyConnecting();
        case MEDIA_LOST -> facts.mediaLost();
        case SIGNAL_LOST -> facts.signalLost();
        case RE_DISPATCHED -> facts.reDispatched();
        case REJOINED -> latestAttempt().succeeded();
        case SERVICE_TIMED_OUT -> facts.serviceTimedOut();
        case ROOM_CLOSED -> facts.roomClosed();
        case KICKED -> facts.kicked();
        case SAME_USER_ID_ELSEWHERE -> facts.sameUserIdElsewhere();
        case INITIALIZE, JOIN_CHANNEL, LEAVE_CHANNEL, RELEASE, RECONNECT_WINDOW_USED_UP ->
            throw new IllegalArgumentException("no session reports " + event.action());
      }
    }

    private ReconnectAttempt latestAttempt() {
      if (attempts.isEmpty()) {
        throw new IllegalStateException("session " + (index + 1) + " has made no attempt");
      }
      return attempts.get(attempts.size() - 1);
    }

    @Override
    public void tryToRejoin(ReconnectAttempt attempt) {
      transport.reconnecting += reconnecting ? 0 : 1;
      reconnecting = true;
      attempts.add(attempt);
      if (attempt.number() == 1) {
        called(Effect.START_RECONNECTING);
      }
      transport.onAttempt.accept(this, attempt);
    }

    @Override
    public void stopReconnecting() {
      transport.reconnecting -= reconnecting ? 1 : 0;
      reconnecting = false;
      called(Effect.STOP_RECONNECTING);
    }

    @Override
    public void announceLeave() {
      called(Effect.ANNOUNCE_LEAVE);
    }

    @Override
    public void close() {
      transport.open -= open ? 1 : 0;
      open = false;
      called(Effect.CLOSE_TRANSPORT);
    }

    private void called(Effect effect) {
      calls.add(effect);
      transport.onCall.accept(new Call(index, effect));
    }
  }
}
