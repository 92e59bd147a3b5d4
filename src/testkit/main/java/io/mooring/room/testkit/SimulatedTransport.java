package io.mooring.room.testkit;

import io.mooring.room.ChannelRequest;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A transport without a network: it keeps every session that was opened, and every call on it, and
 * lets a test state facts in the name of any of them, long closed ones included.
 *
 * <p>For one thread.
 */
public final class SimulatedTransport implements RoomTransport {
  private final List<Session> sessions = new ArrayList<>();
  private Consumer<Call> onCall = call -> {};

  /** A transport that was never used. */
  public SimulatedTransport() {}

  @Override
  public RoomSession open(ChannelRequest request, RoomFacts facts) {
    Session session = new Session(this, sessions.size(), request, facts);
    sessions.add(session);
    session.called(Effect.OPEN_TRANSPORT);
    return session;
  }

  /** Every session in the order of opening. */
  public List<Session> sessions() {
    return Collections.unmodifiableList(sessions);
  }

  /** The session that was opened {@code ago} sessions before the newest, if there is one. */
  public Optional<Session> session(int ago) {
    int index = sessions.size() - 1 - ago;
    return index < 0 ? Optional.empty() : Optional.of(sessions.get(index));
  }

  /** Whether sessions state an event: {@link RoomFacts} has a method for it. */
  static boolean isStated(Event fact) {
    return !fact.isCommand() && fact != Event.RECONNECT_WINDOW_USED_UP;
  }

  /** What is told of every call, at the moment of the call. */
  void onCall(Consumer<Call> listener) {
    onCall = listener;
  }

  /**
   * A call of the room connection.
   *
   * @param session index of the session, from 0
   * @param effect what was asked for
   */
  public record Call(int session, Effect effect) {}

  /** One session and what became of it. */
  public static final class Session implements RoomSession {
    private final SimulatedTransport transport;
    private final int index;
    private final ChannelRequest request;
    private final RoomFacts facts;
    private final List<Effect> calls = new ArrayList<>();
    private boolean open = true;
    private boolean reconnecting;

    private Session(
        SimulatedTransport transport, int index, ChannelRequest request, RoomFacts facts) {
      this.transport = transport;
      this.index = index;
      this.request = request;
      this.facts = facts;
    }

    /** Its place in the order of opening, from 0. */
    public int index() {
      return index;
    }

    /** What was asked for when it was opened. */
    public ChannelRequest request() {
      return request;
    }

    /** Every call since it was opened, that one included. */
    public List<Effect> calls() {
      return List.copyOf(calls);
    }

    /** Whether it was not closed yet. */
    public boolean isOpen() {
      return open;
    }

    /** Whether it is trying to get back into the room. */
    public boolean isReconnecting() {
      return reconnecting;
    }

    /**
     * States a fact in the name of this session.
     *
     * @throws IllegalArgumentException if no session can state the event: a command, or the end of
     *     the reconnect window
     */
    public void state(Event fact) {
      switch (fact) {
        case JOINED -> facts.joined();
        case ROOM_REQUEST_FAILED -> facts.roomRequestFailed();
        case LONG_LINK_FAILED -> facts.longLinkFailed();
        case PROXY_CONNECTING -> facts.proxyConnecting();
        case MEDIA_LOST -> facts.mediaLost();
        case SIGNAL_LOST -> facts.signalLost();
        case RE_DISPATCHED -> facts.reDispatched();
        case REJOINED -> facts.rejoined();
        case SERVICE_TIMED_OUT -> facts.serviceTimedOut();
        case ROOM_CLOSED -> facts.roomClosed();
        case KICKED -> facts.kicked();
        case SAME_USER_ID_ELSEWHERE -> facts.sameUserIdElsewhere();
        case INITIALIZE, JOIN_CHANNEL, LEAVE_CHANNEL, RELEASE, RECONNECT_WINDOW_USED_UP ->
            throw new IllegalArgumentException("no session states " + fact.action());
      }
    }

    @Override
    public void startReconnecting() {
      reconnecting = true;
      called(Effect.START_RECONNECTING);
    }

    @Override
    public void stopReconnecting() {
      reconnecting = false;
      called(Effect.STOP_RECONNECTING);
    }

    @Override
    public void announceLeave() {
      called(Effect.ANNOUNCE_LEAVE);
    }

    @Override
    public void close() {
      open = false;
      called(Effect.CLOSE_TRANSPORT);
    }

    private void called(Effect effect) {
      calls.add(effect);
      transport.onCall.accept(new Call(index, effect));
    }
  }
}
