package io.mooring.room.spring.boot;

import io.mooring.room.janus.JanusTransport;

/**
 * A bean that sets up the transport of {@link JanusProperties} before it is built, for example its
 * proxy. Several are called in the order of Spring's {@code @Order}.
 */
@FunctionalInterface
public interface JanusTransportCustomizer {

  /**
   * Called once.
   *
   * @param builder has the settings of the properties; what is set here replaces them
   */
  void customize(JanusTransport.Builder builder);
}
