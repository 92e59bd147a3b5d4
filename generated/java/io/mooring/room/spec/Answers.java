// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.util.Optional;

/** The codes that answer accepted commands. */
public final class Answers {

  private Answers() {}

  /**
   * {@return the code with which a taken event answers a pending command, or empty if the
   * command remains pending}
   *
   * @param command an accepted command
   * @param event an event that is taken while the command is pending
   */
  public static Optional<ReturnCode> to(Event command, Event event) {
    return switch (command) {
      case JOIN_CHANNEL -> switch (event) {
        case LEAVE_CHANNEL -> Optional.of(ReturnCode.JOIN_CUT_BY_LEAVE);
        case RELEASE -> Optional.of(ReturnCode.JOIN_CUT_BY_RELEASE);
        case JOINED -> Optional.of(ReturnCode.OK);
        case ROOM_REQUEST_FAILED -> Optional.of(ReturnCode.REQUEST_JOIN_FAILED);
        case LONG_LINK_FAILED -> Optional.of(ReturnCode.CONNECT_FAILED);
        case ROOM_CLOSED -> Optional.of(ReturnCode.ROOM_BE_CLOSED);
        case KICKED -> Optional.of(ReturnCode.SERVER_KICKED);
        case SAME_USER_ID_ELSEWHERE -> Optional.of(ReturnCode.DUPLICATE_UID);
        default -> Optional.empty();
      };
      default -> Optional.empty();
    };
  }
}
