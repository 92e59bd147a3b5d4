package io.mooring.room.janus;

import static java.util.Objects.requireNonNull;

/**
 * A text that must not be shown: no method but the transport's own gives it away.
 *
 * <p>It is no record, so that nothing prints its content by accident, and it is not comparable.
 * Immutable.
 */
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * A secret.
   *
   * @throws IllegalArgumentException when the text is empty
   */
  public static Secret of(String text) {
    if (requireNonNull(text, "text").isEmpty()) {
      throw new IllegalArgumentException("A secret has at least one character.");
    }
    return new Secret(text);
  }

  String reveal() {
    return text;
  }

  /** Always the same text, which says nothing of the secret. */
  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
