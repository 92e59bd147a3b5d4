package io.mooring.room.janus;

import io.mooring.room.ChannelRequest;

/**
 * Hears what the connection itself does not tell: who else is in the room, and what went wrong.
 *
 * <p>The calls come one at a time, on the thread on which the transport tells facts, in the order
 * in which things happened. What a method throws goes to the system's log.
 */
public interface JanusObserver {

  /**
   * Somebody is in the room who was not before, as far as this session knows: they were there when
   * it came, or they joined. A server tells of those who do not publish only where the room has
   * {@code notify_joining}.
   */
  default void arrived(ChannelRequest request, Participant participant) {}

  /** Somebody is no longer in the room: they left, were removed, or their session ended. */
  default void departed(ChannelRequest request, Participant participant) {}

  /** The server says that media packets are being lost: no state changes for it. */
  default void slowLink(ChannelRequest request) {}

  /** Something went wrong. By default it goes to the system's log, at level info. */
  default void fault(JanusFault fault) {
    System.getLogger("io.mooring.room.janus")
        .log(
            System.Logger.Level.INFO,
            () -> fault.request() + ": " + fault.kind() + ": " + fault.text());
  }
}
