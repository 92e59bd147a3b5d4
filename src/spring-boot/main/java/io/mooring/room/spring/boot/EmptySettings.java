package io.mooring.room.spring.boot;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;

/** A connection that has a name and nothing else: {@code lobby:} in YAML, {@code lobby=}. */
@ConfigurationPropertiesBinding
final class EmptySettings implements Converter<String, ConnectionProperties> {

  EmptySettings() {}

  @Override
  public ConnectionProperties convert(String text) {
    if (!text.isBlank()) {
      throw new IllegalArgumentException("A connection has settings, not the value " + text + ".");
    }
    return new ConnectionProperties();
  }
}
