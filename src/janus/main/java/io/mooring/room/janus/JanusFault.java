package io.mooring.room.janus;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ChannelRequest;

/**
 * Something that a session met and that should not be: for logs and counters. What it means for the
 * connection is told to the connection.
 *
 * @param request the session's request
 * @param kind what kind of thing it is
 * @param text what it was, on one line: free of secrets, at most some hundred characters
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
    /** The server sent what is no message of the protocol. It was dropped. */
    GARBAGE,
    /** The server sent a message that is too large or nested too deeply. It was dropped. */
    BEYOND_LIMITS,
    /** The server refused a request. */
    REFUSED,
    /** The link to the server could not be built, was cut, or was silent for too long. */
    LINK,
    /** The directory failed. */
    DIRECTORY
  }
}
