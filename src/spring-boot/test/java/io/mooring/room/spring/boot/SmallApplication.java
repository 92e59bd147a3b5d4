package io.mooring.room.spring.boot;

import io.mooring.room.RoomConnection;
import io.mooring.room.RoomTransport;
import io.mooring.room.spec.Event;
import io.mooring.room.spring.ConnectionChangedEvent;
import io.mooring.room.testkit.SimulatedTransport;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** An application that a test starts in a virtual machine of its own: it joins, prints and ends. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SmallApplication {

  /** The properties that it is started with. */
  static final String[] ARGUMENTS = {
    "--spring.main.web-application-type=none",
    "--spring.main.banner-mode=off",
    "--logging.level.root=warn",
    "--management.endpoints.jmx.exposure.include=*",
    "--mooring.room.step-log=4",
    "--mooring.room.connections.lobby.join-timeout=5s",
    "--mooring.room.connections.stage.reconnect-window=31s"
  };

  /** Made by Spring. */
  public SmallApplication() {}

  /** Starts it, and ends it. */
  public static void main(String[] arguments) {
    SpringApplication.run(SmallApplication.class, arguments).close();
  }

  @Bean
  RoomTransport transport() {
    return new SimulatedTransport();
  }

  @Bean
  ApplicationRunner join(
      @Qualifier("lobby") RoomConnection lobby, RoomConnection stage, RoomTransport transport) {
    return arguments -> {
      System.out.println("generated context: " + AotDetector.useGeneratedArtifacts());
      lobby.joinChannel("lobby", 7);
      ((SimulatedTransport) transport).sessions().get(0).report(Event.JOINED);
      System.out.println(lobby.getConnectionState() + ", " + stage.getConnectionState());
    };
  }

  @EventListener
  void onChange(ConnectionChangedEvent event) {
    System.out.println(event.change());
  }
}
