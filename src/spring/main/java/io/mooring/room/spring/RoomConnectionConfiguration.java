package io.mooring.room.spring;

import io.mooring.room.RoomConnection;
import io.mooring.room.RoomTransport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A room connection as a bean, on the Spring engine: {@code @Import} this class and declare a
 * {@link RoomTransport}.
 *
 * <p>The connection is initialised with the context and released with it, which leaves a room that
 * it is in. In between its changes are published as {@link ConnectionChangedEvent}s. An application
 * with several connections declares each itself, and adds a {@link ConnectionEventPublisher} to it.
 */
@Configuration(proxyBeanMethods = false)
public final class RoomConnectionConfiguration {

  /** Made by Spring. */
  public RoomConnectionConfiguration() {}

  /**
   * The connection of the application.
   *
   * @param transport the network beneath it
   * @param publisher where its changes are published
   * @param customizers what else it is made of
   */
  @Bean(initMethod = "initialize", destroyMethod = "release")
  public RoomConnection roomConnection(
      RoomTransport transport,
      ApplicationEventPublisher publisher,
      ObjectProvider<RoomConnectionCustomizer> customizers) {
    RoomConnection.Builder builder = RoomConnection.builder(transport).engine(new SpringEngines());
    customizers.orderedStream().forEach(each -> each.customize("roomConnection", builder));
    RoomConnection connection = builder.build();
    connection.addListener(new ConnectionEventPublisher(connection, publisher));
    return connection;
  }
}
