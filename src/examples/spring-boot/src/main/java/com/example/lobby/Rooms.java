package com.example.lobby;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.ReturnCode;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rooms over HTTP. */
// region controller
@RestController
class Rooms {
  private final RoomConnection lobby;
  private final Map<String, RoomConnection> all;

  /** One connection by its name, and all of them by their names. */
  Rooms(@Qualifier("lobby") RoomConnection lobby, Map<String, RoomConnection> all) {
    this.lobby = lobby;
    this.all = all;
  }

  @GetMapping("/rooms")
  Map<String, ConnectionState> states() {
    Map<String, ConnectionState> states = new TreeMap<>();
    all.forEach((name, room) -> states.put(name, room.getConnectionState()));
    return states;
  }

  @PutMapping("/rooms/{name}")
  ReturnCode join(@PathVariable String name) {
    return all.get(name).joinChannel(name, 7).code();
  }

  @DeleteMapping("/rooms/lobby")
  ReturnCode leaveLobby() {
    return lobby.leaveChannel().code();
  }
}
// endregion
