package io.mooring.room.janus;

import static java.util.Objects.requireNonNull;

/**
 * A text that must not be shown: only the transport can read it.
 *
 * <p>It is not a record, so that its content is not printed by accident, and it is not comparable.
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
   * @throws IllegalArgumentException if the text is empty
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

  /** Always the same text, without the secret. */
  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
