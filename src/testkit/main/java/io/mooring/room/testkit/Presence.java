package io.mooring.room.testkit;

/** A notification to the members of a {@link SimulatedRoom} about another member. */
public enum Presence {
  /** The member entered the room. */
  JOINED("joined"),
  /** The member announced that it left. */
  LEFT("left"),
  /** The server removed the member, because it received no packet from it for too long. */
  TIMED_OUT("left (timeout)");

  private final String verb;

  Presence(String verb) {
    this.verb = verb;
  }

  /** The notification as text: {@code A left}, for example. */
  public String text(String member) {
    return member + " " + verb;
  }
}
