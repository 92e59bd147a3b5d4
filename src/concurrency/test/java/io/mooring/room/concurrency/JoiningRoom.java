package io.mooring.room.concurrency;

import io.mooring.room.ConnectionChange;
import io.mooring.room.spec.ConnectionState;

/** A room with a listener that joins again, inside the callback, when a session has ended. */
public class JoiningRoom extends WatchedRoom {

  @Override
  void during(ConnectionChange change) {
    if (change.to() == ConnectionState.DISCONNECTED) {
      join();
    }
  }
}
