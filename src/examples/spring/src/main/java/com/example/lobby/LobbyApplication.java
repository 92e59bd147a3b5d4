package com.example.lobby;

import io.mooring.room.RoomConnection;
import io.mooring.room.spring.ConnectionChangedEvent;
import io.mooring.room.spring.RoomConnectionConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** Joins a room, loses it and comes back; the room is left when the application ends. */
// region spring
@Configuration
@Import(RoomConnectionConfiguration.class)
public class LobbyApplication {

  @Bean
  LocalTransport transport() {
    return new LocalTransport();
  }

  @EventListener
  void onChange(ConnectionChangedEvent event) {
    System.out.println(event.change());
  }

  public static void main(String[] args) {
    try (var context = new AnnotationConfigApplicationContext(LobbyApplication.class)) {
      context.getBean(RoomConnection.class).joinChannel("lobby", 7);
      context.getBean(LocalTransport.class).loseSignal();
    }
  }
}
// endregion
