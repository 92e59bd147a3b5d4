package io.mooring.room.spring.boot;

import io.mooring.room.spec.ConnectionState;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the application's connections: those of {@link ConnectionProperties} are for all
 * of them, unless one has its own.
 *
 * <p>A property that is not known is refused when the application starts, as is a value that the
 * specification does not permit.
 */
@ConfigurationProperties(prefix = RoomProperties.PREFIX, ignoreUnknownFields = false)
public class RoomProperties extends ConnectionProperties {

  /** What the names of the properties begin with. */
  public static final String PREFIX = "mooring.room";

  /** Whether there are connections at all. */
  private boolean enabled = true;

  /**
   * Connections by name; each becomes a bean of this name, with settings of its own where it has
   * some. Without any there is one, the bean roomConnection.
   */
  private Map<String, ConnectionProperties> connections = new LinkedHashMap<>();

  private Health health = new Health();

  /** Settings with nothing set. */
  public RoomProperties() {}

  /** {@return whether there are connections at all} */
  public boolean isEnabled() {
    return enabled;
  }

  /** Sets whether there are connections at all. */
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  /** {@return the connections by name} */
  public Map<String, ConnectionProperties> getConnections() {
    return connections;
  }

  /** Sets the connections by name. */
  public void setConnections(Map<String, ConnectionProperties> connections) {
    this.connections = connections;
  }

  /** {@return the settings of the health indicator} */
  public Health getHealth() {
    return health;
  }

  /** Sets the settings of the health indicator. */
  public void setHealth(Health health) {
    this.health = health;
  }

  /** The settings of the health indicator. */
  public static class Health {

    /** The states in which a connection, and with it the application, is down. */
    private Set<ConnectionState> down = EnumSet.of(ConnectionState.FAILED);

    /** Settings with nothing set. */
    public Health() {}

    /** {@return the states in which a connection is down} */
    public Set<ConnectionState> getDown() {
      return down;
    }

    /** Sets the states in which a connection is down. */
    public void setDown(Set<ConnectionState> down) {
      this.down = down;
    }
  }
}
