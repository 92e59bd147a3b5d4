package com.example.lobby;

import io.mooring.room.spring.ConnectionChangedEvent;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** An application with two rooms, the connections of application.yml. */
// region application
@SpringBootApplication
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
    SpringApplication.run(LobbyApplication.class, args);
  }
}
// endregion
