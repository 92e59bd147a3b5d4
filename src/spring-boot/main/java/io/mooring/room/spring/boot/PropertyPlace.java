package io.mooring.room.spring.boot;

import java.util.Locale;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * A property as a message names it.
 *
 * @param name its whole name
 */
record PropertyPlace(ConfigurationPropertyName name) {

  private static final ConfigurationPropertyName ROOM =
      ConfigurationPropertyName.of(RoomProperties.PREFIX);

  static final ConfigurationPropertyName CONNECTIONS = ROOM.append("connections");

  /** A property of all connections. */
  static PropertyPlace ofAll(String property) {
    return new PropertyPlace(ROOM.append(property));
  }

  /** The settings of one connection. */
  static PropertyPlace ofConnection(String connection) {
    boolean plain = connection.matches("[a-z0-9][a-z0-9-]*");
    return new PropertyPlace(CONNECTIONS.append(plain ? connection : "[" + connection + "]"));
  }

  /** A property of one connection. */
  static PropertyPlace ofConnection(String connection, String property) {
    return new PropertyPlace(ofConnection(connection).name.append(property));
  }

  /** What two names have in common that Spring takes for one: {@code room-a}, {@code roomA}. */
  static String uniform(String connection) {
    return connection.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]", "");
  }

  /** The file and the line in which it was set, or the kind of source; empty if it was not set. */
  String origin(Environment environment) {
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      ConfigurationProperty found = source.getConfigurationProperty(name);
      if (found != null) {
        return found.getOrigin() == null ? "" : " (" + found.getOrigin() + ")";
      }
    }
    return "";
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
