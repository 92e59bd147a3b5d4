package io.mooring.room.benchmarks.subject;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;

/**
 * The usual hand-written machine: a switch in a switch. It knows the next location and nothing of
 * return codes, notifications and effects.
 */
public final class EnumSwitch implements MeasuredMachine {

  private Location location = Location.UNKNOWN;

  /** A machine in the initial location. */
  public EnumSwitch() {}

  @Override
  public Location fire(Event event) {
    location =
        switch (location) {
          case UNKNOWN -> event == Event.INITIALIZE ? Location.DISCONNECTED : Location.UNKNOWN;
          case DISCONNECTED, DISCONNECTED_DEPARTED, FAILED -> outside(location, event);
          case CONNECTING, CONNECTING_PROXIED -> connecting(location, event);
          case CONNECTED -> connected(event);
          case RECONNECTING -> reconnecting(event);
        };
    return location;
  }

  private static Location outside(Location from, Event event) {
    return switch (event) {
      case JOIN_CHANNEL -> Location.CONNECTING;
      case LEAVE_CHANNEL -> from == Location.FAILED ? Location.DISCONNECTED_DEPARTED : from;
      case RELEASE -> Location.UNKNOWN;
      default -> from;
    };
  }

  private static Location connecting(Location from, Event event) {
    return switch (event) {
      case JOINED -> Location.CONNECTED;
      case ROOM_REQUEST_FAILED, LONG_LINK_FAILED -> Location.FAILED;
      case PROXY_CONNECTING -> Location.CONNECTING_PROXIED;
      case ROOM_CLOSED, KICKED, SAME_USER_ID_ELSEWHERE -> Location.DISCONNECTED;
      case LEAVE_CHANNEL -> Location.DISCONNECTED_DEPARTED;
      case RELEASE -> Location.UNKNOWN;
      default -> from;
    };
  }

  private static Location connected(Event event) {
    return switch (event) {
      case MEDIA_LOST, SIGNAL_LOST, RE_DISPATCHED -> Location.RECONNECTING;
      case SERVICE_TIMED_OUT, ROOM_CLOSED, KICKED, SAME_USER_ID_ELSEWHERE -> Location.DISCONNECTED;
      case LEAVE_CHANNEL -> Location.DISCONNECTED_DEPARTED;
      case RELEASE -> Location.UNKNOWN;
      default -> Location.CONNECTED;
    };
  }

  private static Location reconnecting(Event event) {
    return switch (event) {
      case REJOINED -> Location.CONNECTED;
      case RECONNECT_WINDOW_USED_UP -> Location.FAILED;
      case SERVICE_TIMED_OUT, ROOM_CLOSED, KICKED, SAME_USER_ID_ELSEWHERE -> Location.DISCONNECTED;
      case LEAVE_CHANNEL -> Location.DISCONNECTED_DEPARTED;
      case RELEASE -> Location.UNKNOWN;
      default -> Location.RECONNECTING;
    };
  }

  @Override
  public boolean isIn(Location expected) {
    return location == expected;
  }
}
