package io.mooring.room.benchmarks.subject;

import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomFacts;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import org.jspecify.annotations.Nullable;

/**
 * The whole connection: mailbox, effects, one listener, over a transport and a scheduler that do
 * nothing. Commands come in as calls, facts through the session they are about.
 *
 * <p>A fact before the first session, or attempt, has no source; there it changes no state.
 */
public final class Room implements MeasuredMachine {

  private final IdleNetwork network = new IdleNetwork();
  private final HeldTimer timer = new HeldTimer();
  private final RoomConnection connection =
      RoomConnection.builder(network).scheduler(timer).build();

  /** The reason of the last change; never read, so that any thread may write it. */
  private int changes;

  /** A connection that is not initialised. */
  public Room() {
    connection.addListener(change -> changes = change.reason().code());
  }

  @Override
  public @Nullable Object fire(Event event) {
    switch (event) {
      case INITIALIZE -> {
        return connection.initialize();
      }
      case JOIN_CHANNEL -> {
        return connection.joinChannel("lobby", 7);
      }
      case LEAVE_CHANNEL -> {
        return connection.leaveChannel();
      }
      case RELEASE -> {
        return connection.release();
      }
      case RECONNECT_WINDOW_USED_UP -> timer.runWindow();
      case REJOINED -> {
        ReconnectAttempt attempt = network.attempt();
        if (attempt != null) {
          attempt.succeeded();
        }
      }
      default -> {
        RoomFacts facts = network.facts();
        if (facts != null) {
          tell(facts, event);
        }
      }
    }
    return null;
  }

  private static void tell(RoomFacts facts, Event fact) {
    switch (fact) {
      case JOINED -> facts.joined();
      case ROOM_REQUEST_FAILED -> facts.roomRequestFailed();
      case LONG_LINK_FAILED -> facts.longLinkFailed();
      case PROXY_CONNECTING -> facts.proxyConnecting();
      case MEDIA_LOST -> facts.mediaLost();
      case SIGNAL_LOST -> facts.signalLost();
      case RE_DISPATCHED -> facts.reDispatched();
      case SERVICE_TIMED_OUT -> facts.serviceTimedOut();
      case ROOM_CLOSED -> facts.roomClosed();
      case KICKED -> facts.kicked();
      case SAME_USER_ID_ELSEWHERE -> facts.sameUserIdElsewhere();
      default -> throw new IllegalArgumentException(fact + " is no fact of a session");
    }
  }

  /** A connection shows its state, and no location. */
  @Override
  public boolean isIn(Location location) {
    return connection.getConnectionState() == location.state();
  }
}
