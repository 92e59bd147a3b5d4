package io.mooring.room.janus;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ChannelRequest;

/**
 * A fault that a session encountered, for logs and counters. The connection is notified separately
 * of its consequences.
 *
 * @param request the session's request
 * @param kind the kind of fault
 * @param text a description on one line, without secrets, of at most some hundred characters
 */
public record JanusFault(ChannelRequest request, Kind kind, String text) {

  /** A fault. */
  public JanusFault {
    requireNonNull(request, "request");
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }

  /** The kinds of faults. */
  public enum Kind {
    /** The server sent a message outside of the protocol. It was dropped. */
    GARBAGE,
    /** The server sent a message that is too large or nested too deeply. It was dropped. */
    BEYOND_LIMITS,
    /** The server refused a request. */
    REFUSED,
    /** The link to the server could not be opened, was cut, or was silent for too long. */
    LINK,
    /** The directory failed. */
    DIRECTORY
  }
}
