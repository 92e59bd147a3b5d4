package io.mooring.room.janus;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Somebody else in the room, as the server names them.
 *
 * @param id their user id: decimal digits, or any text where the server uses text
 * @param display the name that they chose
 */
public record Participant(String id, Optional<String> display) {

  /** A participant. */
  public Participant {
    requireNonNull(id, "id");
    requireNonNull(display, "display");
  }
}
