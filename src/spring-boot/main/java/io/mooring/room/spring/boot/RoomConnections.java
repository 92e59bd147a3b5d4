package io.mooring.room.spring.boot;

import io.mooring.room.RoomConnection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * All connections of an application, also those that it declares itself.
 *
 * @param beans the application's beans
 */
record RoomConnections(ListableBeanFactory beans) {

  /** The connections by the names of their beans, sorted. */
  Map<String, RoomConnection> byName() {
    return new TreeMap<>(beans.getBeansOfType(RoomConnection.class, false, true));
  }
}
