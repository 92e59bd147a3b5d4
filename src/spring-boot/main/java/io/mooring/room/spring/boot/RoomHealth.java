package io.mooring.room.spring.boot;

import io.mooring.room.ConnectionChange;
import io.mooring.room.RoomConnection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The health of all connections, in no generation's words.
 *
 * @param isDown whether one of them is in a state in which the application is down
 * @param details the state of each and the reason of its last change, by name
 */
record RoomHealth(boolean isDown, Map<String, Map<String, String>> details) {

  /** The name of the indicator: its bean's, and that in the responses of the endpoint. */
  static final String INDICATOR = "roomHealthIndicator";

  static RoomHealth of(RoomConnections connections, RoomProperties properties) {
    Map<String, Map<String, String>> details = new LinkedHashMap<>();
    boolean down = false;
    for (Map.Entry<String, RoomConnection> each : connections.byName().entrySet()) {
      RoomConnection connection = each.getValue();
      Map<String, String> detail = new LinkedHashMap<>();
      detail.put("state", connection.getConnectionState().name());
      connection
          .lastChange()
          .map(ConnectionChange::reason)
          .ifPresent(reason -> detail.put("lastReason", reason.name()));
      details.put(each.getKey(), detail);
      down |= properties.getHealth().getDown().contains(connection.getConnectionState());
    }
    return new RoomHealth(down, details);
  }
}
