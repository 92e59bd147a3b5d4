package io.mooring.room.spring.boot;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of a transport to a Janus server, with {@code mooring-janus}. What else its builder
 * can be given, a {@link JanusTransportCustomizer} sets.
 */
@ConfigurationProperties(prefix = JanusProperties.PREFIX, ignoreUnknownFields = false)
public class JanusProperties {

  /** What the names of the properties begin with. */
  public static final String PREFIX = "mooring.janus";

  static final String URL = PREFIX + ".url";

  /** Address of the server's WebSocket: ws://host:port or wss://host/path. */
  private @Nullable URI url;

  /** Display name of the user. By default none. */
  private @Nullable String display;

  /** Pin of the rooms. By default none. */
  private @Nullable String pin;

  /** Token of the user, for servers and rooms that require one. By default none. */
  private @Nullable String token;

  /** API secret of the server. By default none. */
  private @Nullable String apiSecret;

  /** Whether rooms and users of the server have texts as ids (string_ids). */
  private boolean textIds;

  /** Time limit for opening a link. By default 5 s. */
  private @Nullable Duration connectTimeout;

  /**
   * How long a join waits if the user id is in the room already and may belong to an own session of
   * before. By default 20 s.
   */
  private @Nullable Duration ownSessionPatience;

  /**
   * How long a join waits if the user id is in the room already and is not known to belong to an
   * own session. By default not at all.
   */
  private @Nullable Duration takenIdPatience;

  /** Settings with nothing set. */
  public JanusProperties() {}

  /** {@return the address of the server's WebSocket} */
  public @Nullable URI getUrl() {
    return url;
  }

  /** Sets the address of the server's WebSocket. */
  public void setUrl(@Nullable URI url) {
    this.url = url;
  }

  /** {@return the display name of the user} */
  public @Nullable String getDisplay() {
    return display;
  }

  /** Sets the display name of the user. */
  public void setDisplay(@Nullable String display) {
    this.display = display;
  }

  /** {@return the pin of the rooms} */
  public @Nullable String getPin() {
    return pin;
  }

  /** Sets the pin of the rooms. */
  public void setPin(@Nullable String pin) {
    this.pin = pin;
  }

  /** {@return the token of the user} */
  public @Nullable String getToken() {
    return token;
  }

  /** Sets the token of the user. */
  public void setToken(@Nullable String token) {
    this.token = token;
  }

  /** {@return the API secret of the server} */
  public @Nullable String getApiSecret() {
    return apiSecret;
  }

  /** Sets the API secret of the server. */
  public void setApiSecret(@Nullable String apiSecret) {
    this.apiSecret = apiSecret;
  }

  /** {@return whether rooms and users have texts as ids} */
  public boolean isTextIds() {
    return textIds;
  }

  /** Sets whether rooms and users have texts as ids. */
  public void setTextIds(boolean textIds) {
    this.textIds = textIds;
  }

  /** {@return the time limit for opening a link} */
  public @Nullable Duration getConnectTimeout() {
    return connectTimeout;
  }

  /** Sets the time limit for opening a link. */
  public void setConnectTimeout(@Nullable Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  /** {@return how long a join waits for an own session of before} */
  public @Nullable Duration getOwnSessionPatience() {
    return ownSessionPatience;
  }

  /** Sets how long a join waits for an own session of before. */
  public void setOwnSessionPatience(@Nullable Duration ownSessionPatience) {
    this.ownSessionPatience = ownSessionPatience;
  }

  /** {@return how long a join waits for a session that is not known to be an own one} */
  public @Nullable Duration getTakenIdPatience() {
    return takenIdPatience;
  }

  /** Sets how long a join waits for a session that is not known to be an own one. */
  public void setTakenIdPatience(@Nullable Duration takenIdPatience) {
    this.takenIdPatience = takenIdPatience;
  }
}
