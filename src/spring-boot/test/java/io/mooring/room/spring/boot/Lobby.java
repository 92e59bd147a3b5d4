package io.mooring.room.spring.boot;

import io.mooring.room.RoomConnection;
import io.mooring.room.RoomTransport;
import io.mooring.room.spring.ConnectionChangedEvent;
import io.mooring.room.spring.RoomConnectionCustomizer;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** Applications of the tests. */
final class Lobby {

  private Lobby() {}

  /** What the test of an application brings instead of a network and a clock. */
  // region test
  @Configuration(proxyBeanMethods = false)
  static class Simulated {

    @Bean
    @Primary
    SimulatedTransport network() {
      return new SimulatedTransport();
    }

    @Bean
    VirtualTime time() {
      return VirtualTime.friendly();
    }

    @Bean
    RoomConnectionCustomizer clock(VirtualTime time) {
      return builder -> builder.scheduler(time);
    }
  }

  // endregion

  /** An application with a network that the test replaces. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Simulated.class)
  static class Application {

    @Bean
    RoomTransport broken() {
      return (request, facts) -> {
        throw new IllegalStateException("no network");
      };
    }

    @Bean
    Events events() {
      return new Events();
    }
  }

  /** What an application is told. */
  static class Events {
    final List<ConnectionChangedEvent> seen = new CopyOnWriteArrayList<>();

    @EventListener
    void onChange(ConnectionChangedEvent event) {
      seen.add(event);
    }
  }

  /** Two connections, injected by their names. */
  static final class TwoRooms {
    final RoomConnection lobby;
    final RoomConnection stage;

    TwoRooms(@Qualifier("lobby") RoomConnection first, RoomConnection stage) {
      this.lobby = first;
      this.stage = stage;
    }
  }

  /** No transport at all. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Without {}

  /** Two transports, none of which is the primary one. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class TwoTransports {

    @Bean
    RoomTransport east() {
      return new SimulatedTransport();
    }

    @Bean
    RoomTransport west() {
      return new SimulatedTransport();
    }
  }
}
