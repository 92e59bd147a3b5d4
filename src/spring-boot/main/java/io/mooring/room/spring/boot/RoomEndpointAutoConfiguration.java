package io.mooring.room.spring.boot;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The actuator endpoint {@code room}, where it is exposed. */
@AutoConfiguration(after = RoomAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(RoomConnections.class)
@ConditionalOnAvailableEndpoint(RoomEndpoint.class)
@EnableConfigurationProperties(RoomEndpointProperties.class)
public final class RoomEndpointAutoConfiguration {

  /** Made by Spring. */
  public RoomEndpointAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  RoomEndpoint roomEndpoint(RoomConnections connections, RoomEndpointProperties properties) {
    return new RoomEndpoint(connections, properties);
  }
}
