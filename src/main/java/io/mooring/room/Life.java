package io.mooring.room;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * One life of a connection: from its creation or restoration to the death of its process.
 *
 * @param number 1 for a new connection, and one more with each restoration
 * @param id random: two lives that are restored from the same snapshot have the same number and
 *     different ids
 */
public record Life(int number, UUID id) {

  /**
   * A life.
   *
   * @throws IllegalArgumentException when the number is below 1
   */
  public Life {
    requireNonNull(id, "id");
    if (number < 1) {
      throw new IllegalArgumentException("Life " + number + " is none: the first is life 1.");
    }
  }

  /** For example {@code life 2 (4d7a...)}. */
  @Override
  public String toString() {
    return "life " + number + " (" + id + ")";
  }
}
