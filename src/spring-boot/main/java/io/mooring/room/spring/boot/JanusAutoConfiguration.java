package io.mooring.room.spring.boot;

import io.mooring.room.RoomTransport;
import io.mooring.room.janus.JanusTransport;
import io.mooring.room.janus.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * A transport to the Janus server of {@code mooring.janus.url}, where {@code mooring-janus} is
 * there and the application has no transport of its own. It serves all connections.
 */
@AutoConfiguration
public final class JanusAutoConfiguration {

  /** Made by Spring. */
  public JanusAutoConfiguration() {}

  /** Names types of {@code mooring-janus}: not loaded without it. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(JanusTransport.class)
  @ConditionalOnProperty(JanusProperties.URL)
  @ConditionalOnMissingBean(RoomTransport.class)
  @EnableConfigurationProperties(JanusProperties.class)
  static class Transport {

    @Bean(destroyMethod = "")
    JanusTransport janusTransport(
        JanusProperties properties,
        Environment environment,
        ObjectProvider<JanusTransportCustomizer> customizers) {
      URI url = Objects.requireNonNull(properties.getUrl());
      if (!"ws".equals(url.getScheme()) && !"wss".equals(url.getScheme())) {
        throw new RoomSetupException(
            "The property "
                + JanusProperties.URL
                + " is "
                + url
                + new PropertyPlace(ConfigurationPropertyName.of(JanusProperties.URL))
                    .origin(environment)
                + ", which is no address of a WebSocket.",
            "Let it begin with ws:// or wss://.");
      }
      JanusTransport.Builder builder = JanusTransport.builder(url);
      try {
        set(properties, builder);
      } catch (IllegalArgumentException refused) {
        throw new RoomSetupException(
            JanusProperties.PREFIX + ": " + refused.getMessage(),
            "Change the properties of " + JanusProperties.PREFIX + ".",
            refused);
      }
      customizers.orderedStream().forEach(each -> each.customize(builder));
      return builder.build();
    }

    @Bean
    Closing janusTransportClosing(JanusTransport transport) {
      return new Closing(transport);
    }

    private static void set(JanusProperties properties, JanusTransport.Builder builder) {
      apply(properties.getDisplay(), builder::display);
      apply(properties.getPin(), pin -> builder.pin(Secret.of(pin)));
      apply(properties.getToken(), token -> builder.token(Secret.of(token)));
      apply(properties.getApiSecret(), secret -> builder.apiSecret(Secret.of(secret)));
      apply(properties.getConnectTimeout(), builder::connectTimeout);
      apply(properties.getOwnSessionPatience(), builder::ownSessionPatience);
      apply(properties.getTakenIdPatience(), builder::takenIdPatience);
      if (properties.isTextIds()) {
        builder.textIds();
      }
    }

    private static <T> void apply(@Nullable T value, Consumer<T> setter) {
      if (value != null) {
        setter.accept(value);
      }
    }
  }

  /**
   * Waits at the end of the application until the server knows which sessions were left: the
   * transport's threads do not outlive the process.
   *
   * @param transport the transport
   */
  record Closing(JanusTransport transport) implements DisposableBean {

    /** More than the transport takes where it does not reach its server. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public void destroy() {
      transport.close();
      CompletableFuture<Void> closed = transport.closed().toCompletableFuture();
      closed.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }
  }
}
