package io.mooring.room.harness;

/** What a listener throws. */
final class ThrownOnPurpose extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Where it was thrown is of no interest, and takes long to find out. */
  ThrownOnPurpose() {
    super("a listener that throws on purpose", null, false, false);
  }
}
