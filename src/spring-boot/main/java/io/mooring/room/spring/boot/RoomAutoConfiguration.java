package io.mooring.room.spring.boot;

import io.mooring.room.RoomConnection;
import io.mooring.room.spring.RoomConnectionCustomizer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Makes the connections of the application beans: those that {@code mooring.room.connections}
 * names; without any, one, unless the application declares a connection itself.
 */
@AutoConfiguration(after = JanusAutoConfiguration.class)
@ConditionalOnProperty(
    prefix = RoomProperties.PREFIX,
    name = "enabled",
    havingValue = "true",
    matchIfMissing = true)
@EnableConfigurationProperties(RoomProperties.class)
@Import(RoomAutoConfiguration.Named.class)
public final class RoomAutoConfiguration {

  static final String FACTORY = "roomConnectionFactory";

  /** Made by Spring. */
  public RoomAutoConfiguration() {}

  @Bean(FACTORY)
  RoomConnectionFactory roomConnectionFactory(
      RoomProperties properties,
      ConfigurableApplicationContext context,
      ObjectProvider<RoomConnectionCustomizer> customizers,
      ObjectProvider<ConnectionMeters> meters) {
    return new RoomConnectionFactory(properties, context, customizers, meters);
  }

  @Bean
  RoomConnections roomConnections(ListableBeanFactory beans) {
    return new RoomConnections(beans);
  }

  @Bean
  RoomConnectionLifecycle roomConnectionLifecycle(RoomConnections connections) {
    return new RoomConnectionLifecycle(connections);
  }

  @Bean
  static EmptySettings emptyRoomConnectionSettings() {
    return new EmptySettings();
  }

  @Bean(name = RoomConnectionFactory.ONLY, destroyMethod = "release")
  @ConditionalOnMissingBean
  RoomConnection roomConnection(RoomConnectionFactory factory) {
    return factory.create(RoomConnectionFactory.ONLY);
  }

  /** Before the class that imports it, so that this one sees which connections have names. */
  @Configuration(proxyBeanMethods = false)
  @Import(NamedConnections.class)
  static class Named {}
}
