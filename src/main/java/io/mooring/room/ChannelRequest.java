package io.mooring.room;

import static java.util.Objects.requireNonNull;

/**
 * The room that the user requested to join.
 *
 * @param channelName the name of the room; neither empty nor blank
 * @param uid the user's id, all 64 bits of it, to be read as unsigned; 0 leaves the choice to the
 *     server
 */
public record ChannelRequest(String channelName, long uid) {

  /**
   * A request for a room.
   *
   * @throws IllegalArgumentException when the name is empty or blank
   */
  public ChannelRequest {
    requireNonNull(channelName, "channelName");
    if (channelName.codePoints().allMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "A room needs a name: channelName is \"" + channelName + "\".");
    }
  }

  /** For example {@code "lobby" as user 7}. */
  @Override
  public String toString() {
    return '"' + channelName + "\" as user " + Long.toUnsignedString(uid);
  }
}
