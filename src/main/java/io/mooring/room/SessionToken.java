package io.mooring.room;

import static java.util.Objects.requireNonNull;

/**
 * Proves to a server that a session is the client's own: {@link RoomSession#token()} returns it, a
 * snapshot keeps it, and {@link RoomTransport#resume} or {@link RoomTransport#open} receives it in
 * the next life. Only its transport knows what it means.
 *
 * <p>It is a secret: its owner may be able to take the session over. No text of the library
 * contains it but {@link #text()} and {@link ConnectionSnapshot#text()}. Immutable.
 */
public final class SessionToken {
  private static final int LONGEST = 4096;

  private final String text;

  private SessionToken(String text) {
    this.text = text;
  }

  /**
   * A token.
   *
   * @throws IllegalArgumentException when the text is empty, has more than one line, or more than
   *     4,096 characters
   */
  public static SessionToken of(String text) {
    requireNonNull(text, "text");
    if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "A token is one line of 1 to "
              + LONGEST
              + " characters; this one has "
              + text.length()
              + " characters, or more lines.");
    }
    return new SessionToken(text);
  }

  /** The secret, for its transport and for the store alone. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SessionToken token && token.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Always the same text, which says nothing of the token. */
  @Override
  public String toString() {
    return "SessionToken[hidden]";
  }
}
