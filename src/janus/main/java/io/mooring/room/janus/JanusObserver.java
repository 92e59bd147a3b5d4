package io.mooring.room.janus;

import io.mooring.room.ChannelRequest;

/**
 * Is notified of what the connection does not report: other participants of the room, and faults.
 *
 * <p>The calls are sequential, on the thread on which the transport reports facts, in the order of
 * the events. An exception of a method goes to the system's log.
 */
public interface JanusObserver {

  /**
   * A participant was found in the room, or joined it. A server reports participants that do not
   * publish only if the room has {@code notify_joining}.
   */
  default void arrived(ChannelRequest request, Participant participant) {}

  /** A participant left the room, was removed, or its session ended. */
  default void departed(ChannelRequest request, Participant participant) {}

  /** The server reports lost media packets. The state does not change. */
  default void slowLink(ChannelRequest request) {}

  /** A fault occurred. By default it goes to the system's log, at level info. */
  default void fault(JanusFault fault) {
    System.getLogger("io.mooring.room.janus")
        .log(
            System.Logger.Level.INFO,
            () -> fault.request() + ": " + fault.kind() + ": " + fault.text());
  }
}
