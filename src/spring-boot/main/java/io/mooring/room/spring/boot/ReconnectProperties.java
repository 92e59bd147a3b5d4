package io.mooring.room.spring.boot;

import io.mooring.room.ReconnectPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The pace of the attempts to rejoin a room: a {@link ReconnectPolicy}. */
public class ReconnectProperties {

  /** The policies of the library. */
  public enum Policy {
    /** {@link ReconnectPolicy#rounds}. */
    ROUNDS,
    /** {@link ReconnectPolicy#exponential}. */
    EXPONENTIAL
  }

  /** How time limits and pauses of the attempts develop. By default rounds over one server. */
  private @Nullable Policy policy;

  /** Of rounds: how many servers there are. */
  private int servers = 1;

  /** Of exponential pauses: the first one. */
  private Duration firstPause = Duration.ofSeconds(1);

  /** Of exponential pauses: how many times as long as the one before each is. */
  private double factor = 2;

  /** Of exponential pauses: none is longer, except for its random part. */
  private Duration longestPause = Duration.ofSeconds(4);

  /** Of exponential pauses: the largest random part, 0.5 for up to half as much again. */
  private double jitter = 0.5;

  /** Settings with nothing set. */
  public ReconnectProperties() {}

  /** {@return the policy of these settings; nothing if none was chosen} */
  @Nullable ReconnectPolicy create() {
    if (policy == null) {
      return null;
    }
    return switch (policy) {
      case ROUNDS -> ReconnectPolicy.rounds(servers);
      case EXPONENTIAL -> ReconnectPolicy.exponential(firstPause, factor, longestPause, jitter);
    };
  }

  /** {@return how time limits and pauses develop} */
  public @Nullable Policy getPolicy() {
    return policy;
  }

  /** Sets how time limits and pauses develop. */
  public void setPolicy(@Nullable Policy policy) {
    this.policy = policy;
  }

  /** {@return how many servers there are} */
  public int getServers() {
    return servers;
  }

  /** Sets how many servers there are. */
  public void setServers(int servers) {
    this.servers = servers;
  }

  /** {@return the first pause} */
  public Duration getFirstPause() {
    return firstPause;
  }

  /** Sets the first pause. */
  public void setFirstPause(Duration firstPause) {
    this.firstPause = firstPause;
  }

  /** {@return how many times as long as the one before each pause is} */
  public double getFactor() {
    return factor;
  }

  /** Sets how many times as long as the one before each pause is. */
  public void setFactor(double factor) {
    this.factor = factor;
  }

  /** {@return the longest pause} */
  public Duration getLongestPause() {
    return longestPause;
  }

  /** Sets the longest pause. */
  public void setLongestPause(Duration longestPause) {
    this.longestPause = longestPause;
  }

  /** {@return the largest random part} */
  public double getJitter() {
    return jitter;
  }

  /** Sets the largest random part. */
  public void setJitter(double jitter) {
    this.jitter = jitter;
  }
}
