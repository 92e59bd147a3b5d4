package io.mooring.room.janus;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Another user in the room, as the server reports it.
 *
 * @param id the user id: decimal digits, or any text if the server uses texts
 * @param display the chosen display name
 */
public record Participant(String id, Optional<String> display) {

  /** A participant. */
  public Participant {
    requireNonNull(id, "id");
    requireNonNull(display, "display");
  }
}
