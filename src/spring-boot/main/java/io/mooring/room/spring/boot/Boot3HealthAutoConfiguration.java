package io.mooring.room.spring.boot;

import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The health of the connections, on Spring Boot 3. */
@AutoConfiguration(after = RoomAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(RoomConnections.class)
@ConditionalOnEnabledHealthIndicator("room")
public final class Boot3HealthAutoConfiguration {

  /** Made by Spring. */
  public Boot3HealthAutoConfiguration() {}

  @Bean(RoomHealth.INDICATOR)
  @ConditionalOnMissingBean(name = RoomHealth.INDICATOR)
  HealthIndicator roomHealthIndicator(RoomConnections connections, RoomProperties properties) {
    return () -> {
      RoomHealth health = RoomHealth.of(connections, properties);
      return (health.isDown() ? Health.down() : Health.up()).withDetails(health.details()).build();
    };
  }
}
