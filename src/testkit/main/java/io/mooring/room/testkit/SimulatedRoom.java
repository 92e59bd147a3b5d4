package io.mooring.room.testkit;

import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A room on a server, on virtual time: its members, and what it notifies them of.
 *
 * <p>Each member connects through its own {@link SimulatedNetwork}. The server removes a member
 * when it has received no packet from it for the length of its patience; a member whose packets
 * arrive again sooner was present all the time, for the others. {@link #cut()} disconnects the
 * server from all networks at once, {@link #heal()} connects it again.
 *
 * <p>For one thread.
 */
public final class SimulatedRoom {

  /** The default patience of the server: the midpoint of the permitted range. */
  public static final Duration DEFAULT_PATIENCE =
      Timing.SESSION_AT_LEAST.plus(Timing.SESSION_AT_MOST).dividedBy(2);

  private final VirtualTime time;
  private final Duration patience;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final List<SimulatedNetwork> networks = new ArrayList<>();
  private Observer observer = (member, about, presence) -> {};
  private boolean connected = true;

  /** A room without members, whose server has the {@link #DEFAULT_PATIENCE}. */
  public SimulatedRoom(VirtualTime time) {
    this(time, DEFAULT_PATIENCE);
  }

  /**
   * A room without members.
   *
   * @param patience how long the server waits for the packets of a member before it removes it
   */
  public SimulatedRoom(VirtualTime time, Duration patience) {
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be positive, but was " + patience);
    }
    this.time = time;
    this.patience = patience;
  }

  /** Receives every notification that the server sends to a member. */
  @FunctionalInterface
  public interface Observer {
    /**
     * The server notifies a member.
     *
     * @param member the member that is notified
     * @param about the member that entered or left
     */
    void notified(String member, String about, Presence presence);
  }

  private static final class Member {
    private @Nullable Cancellable expiry;

    void stopWaiting() {
      if (expiry != null) {
        expiry.cancel();
        expiry = null;
      }
    }
  }

  /** Sets the observer of all notifications. */
  public void onNotification(Observer receiver) {
    observer = receiver;
  }

  /** The names of the members, in the order in which they entered. */
  public Set<String> members() {
    return new LinkedHashSet<>(members.keySet());
  }

  /** Disconnects the server from the networks of all members. Does nothing if it is cut already. */
  public void cut() {
    if (connected) {
      connected = false;
      networks.forEach(SimulatedNetwork::check);
    }
  }

  /** Connects the server again. Does nothing if it is connected. */
  public void heal() {
    if (!connected) {
      connected = true;
      networks.forEach(SimulatedNetwork::check);
    }
  }

  /** Whether packets reach the server from a network that is not cut. */
  boolean isConnected() {
    return connected;
  }

  /** Adds the network of a member. */
  void add(SimulatedNetwork network) {
    networks.add(network);
  }

  /** The time of the server and of the packets. */
  VirtualTime time() {
    return time;
  }

  /** Receives a packet of a member that wants to be in the room. */
  void receive(String name) {
    Member known = members.get(name);
    if (known == null) {
      members.put(name, new Member());
      notifyOthers(name, Presence.JOINED);
    } else {
      known.stopWaiting();
    }
  }

  /** From now on no packet of the member arrives: the server begins to wait. */
  public void lose(String name) {
    Member member = members.get(name);
    if (member != null) {
      member.stopWaiting();
      member.expiry = time.schedule(patience, () -> remove(name, Presence.TIMED_OUT));
    }
  }

  /** Receives the announcement that a member leaves. */
  void leave(String name) {
    remove(name, Presence.LEFT);
  }

  private void remove(String name, Presence presence) {
    Member member = members.remove(name);
    if (member != null) {
      member.stopWaiting();
      notifyOthers(name, presence);
    }
  }

  private void notifyOthers(String about, Presence presence) {
    members.keySet().stream()
        .filter(member -> !member.equals(about))
        .forEach(member -> observer.notified(member, about, presence));
  }
}
