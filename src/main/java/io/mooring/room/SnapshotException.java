package io.mooring.room;

import static java.util.Objects.requireNonNull;

/**
 * A text is not a snapshot that this library can restore. Nothing was changed: begin without it,
 * and join again. The message says what is wrong and what to do.
 */
public final class SnapshotException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Reason {
    /** It is something else. */
    NO_SNAPSHOT,
    /** Its end is missing: it was cut off, or not stored whole. */
    CUT_OFF,
    /** It is not what was stored. */
    ALTERED,
    /** It was written in a format that this library does not read. */
    OTHER_VERSION,
    /** It was written by a library of another transition table: its location may mean another. */
    OTHER_TABLE,
    /** It says something that no connection can be. */
    IMPOSSIBLE
  }

  private final Reason reason;

  SnapshotException(Reason reason, String message) {
    super(message);
    this.reason = requireNonNull(reason, "reason");
  }

  /** What is wrong with the snapshot. */
  public Reason reason() {
    return reason;
  }
}
