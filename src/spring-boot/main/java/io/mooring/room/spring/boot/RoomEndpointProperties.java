package io.mooring.room.spring.boot;

import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What the actuator endpoint {@code room} shows. */
@ConfigurationProperties("management.endpoint.room")
public class RoomEndpointProperties {

  /** When to show the names of rooms and the ids of users. */
  private Show showValues = Show.NEVER;

  /** Roles of the users who may see them when authorized. */
  private Set<String> roles = new HashSet<>();

  /** Settings with nothing set. */
  public RoomEndpointProperties() {}

  /** {@return when names of rooms and ids of users are shown} */
  public Show getShowValues() {
    return showValues;
  }

  /** Sets when names of rooms and ids of users are shown. */
  public void setShowValues(Show showValues) {
    this.showValues = showValues;
  }

  /** {@return the roles of the users who may see them} */
  public Set<String> getRoles() {
    return roles;
  }

  /** Sets the roles of the users who may see them. */
  public void setRoles(Set<String> roles) {
    this.roles = roles;
  }
}
