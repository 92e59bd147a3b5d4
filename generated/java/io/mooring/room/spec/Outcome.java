// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

/** The outcome of an event. */
public enum Outcome {
  /** The event changed something. */
  TAKEN("taken"),
  /** The event is a fact, and nothing had to be done. */
  IGNORED("ignored"),
  /** The event is a command of the user, and was rejected with a code. */
  REFUSED("refused");

  private final String value;

  Outcome(String value) {
    this.value = value;
  }

  /** {@return the string of this constant in the specification} */
  public String value() {
    return value;
  }
}
