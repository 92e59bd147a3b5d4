package io.mooring.room.spring.boot;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health of the connections, on Spring Boot 4. */
@AutoConfiguration(after = RoomAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(RoomConnections.class)
@ConditionalOnEnabledHealthIndicator("room")
public final class Boot4HealthAutoConfiguration {

  /** Made by Spring. */
  public Boot4HealthAutoConfiguration() {}

  @Bean(RoomHealth.INDICATOR)
  @ConditionalOnMissingBean(name = RoomHealth.INDICATOR)
  HealthIndicator roomHealthIndicator(RoomConnections connections, RoomProperties properties) {
    return () -> {
      RoomHealth health = RoomHealth.of(connections, properties);
      return (health.isDown() ? Health.down() : Health.up()).withDetails(health.details()).build();
    };
  }
}
