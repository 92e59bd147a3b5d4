package io.mooring.room.spring.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.mooring.room.FailureHandler;
import io.mooring.room.RoomConnection;
import io.mooring.room.micrometer.RoomMetrics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Counts and times each connection, where the application has a {@link MeterRegistry}. */
@AutoConfiguration(
    after = RoomAutoConfiguration.class,
    afterName = {
      // Where the two generations make the application's registry.
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({MeterRegistry.class, RoomConnections.class})
public final class RoomMetricsAutoConfiguration {

  /** The tag with the name of a connection's bean. */
  static final String TAG = "connection";

  /** Made by Spring. */
  public RoomMetricsAutoConfiguration() {}

  @Bean
  ConnectionMeters roomConnectionMeters(MeterRegistry registry, RoomConnections connections) {
    return new Meters(registry, connections);
  }

  /** The meters of each connection, with its name as a tag. */
  private static final class Meters implements ConnectionMeters, SmartInitializingSingleton {
    private final MeterRegistry registry;
    private final RoomConnections connections;
    private final Map<String, RoomMetrics> metrics = new ConcurrentHashMap<>();
    private final Set<String> watched = new HashSet<>();

    Meters(MeterRegistry registry, RoomConnections connections) {
      this.registry = registry;
      this.connections = connections;
    }

    @Override
    public void prepare(String name, RoomConnection.Builder builder) {
      builder.onFailure(of(name).failures(FailureHandler.log()));
    }

    @Override
    public synchronized void watch(String name, RoomConnection connection) {
      if (watched.add(name)) {
        of(name).watch(connection);
      }
    }

    private RoomMetrics of(String name) {
      return metrics.computeIfAbsent(
          name, each -> new RoomMetrics(registry, List.of(Tag.of(TAG, each))));
    }

    /** Watches also those that the application made itself. */
    @Override
    public void afterSingletonsInstantiated() {
      connections.byName().forEach(this::watch);
    }
  }
}
