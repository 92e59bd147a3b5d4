// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

/** What became of an event. */
public enum Outcome {
  /** The event was acted upon. */
  TAKEN("taken"),
  /** The event came from the world, and nothing had to be done. */
  IGNORED("ignored"),
  /** The event was a command of the user, and was turned down with a code. */
  REFUSED("refused");

  private final String value;

  Outcome(String value) {
    this.value = value;
  }

  /** {@return the string that stands for this constant in the specification} */
  public String value() {
    return value;
  }
}
