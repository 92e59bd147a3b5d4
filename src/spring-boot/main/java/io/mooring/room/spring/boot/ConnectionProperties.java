package io.mooring.room.spring.boot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * The settings of a connection. What is not set, is as {@link
 * io.mooring.room.RoomConnection.Builder} has it by default.
 */
public class ConnectionProperties {

  /** Name of the bean that is the transport. By default the only bean of type RoomTransport. */
  private @Nullable String transport;

  /** What decides the steps. By default the generated table. */
  private @Nullable EngineChoice engine;

  /** How long the client tries to rejoin the room. By default 35 s. */
  private @Nullable Duration reconnectWindow;

  /** How long the client waits for the answer to a join. By default 30 s. */
  private @Nullable Duration joinTimeout;

  /** How many of its last decisions the connection keeps, 0 for none. By default 16. */
  private @Nullable Integer stepLog;

  /**
   * Name of the bean, a java.util.concurrent.Executor, that calls listeners, publishes events and
   * completes results. By default the thread that delivers them does.
   */
  private @Nullable String listenerExecutor;

  @NestedConfigurationProperty private ReconnectProperties reconnect = new ReconnectProperties();

  /** Settings with nothing set. */
  public ConnectionProperties() {}

  /** {@return the name of the transport's bean} */
  public @Nullable String getTransport() {
    return transport;
  }

  /** Sets the name of the transport's bean. */
  public void setTransport(@Nullable String transport) {
    this.transport = transport;
  }

  /** {@return what decides the steps} */
  public @Nullable EngineChoice getEngine() {
    return engine;
  }

  /** Sets what decides the steps. */
  public void setEngine(@Nullable EngineChoice engine) {
    this.engine = engine;
  }

  /** {@return how long the client tries to rejoin the room} */
  public @Nullable Duration getReconnectWindow() {
    return reconnectWindow;
  }

  /** Sets how long the client tries to rejoin the room. */
  public void setReconnectWindow(@Nullable Duration reconnectWindow) {
    this.reconnectWindow = reconnectWindow;
  }

  /** {@return how long the client waits for the answer to a join} */
  public @Nullable Duration getJoinTimeout() {
    return joinTimeout;
  }

  /** Sets how long the client waits for the answer to a join. */
  public void setJoinTimeout(@Nullable Duration joinTimeout) {
    this.joinTimeout = joinTimeout;
  }

  /** {@return how many of its last decisions the connection keeps} */
  public @Nullable Integer getStepLog() {
    return stepLog;
  }

  /** Sets how many of its last decisions the connection keeps. */
  public void setStepLog(@Nullable Integer stepLog) {
    this.stepLog = stepLog;
  }

  /** {@return the name of the executor's bean} */
  public @Nullable String getListenerExecutor() {
    return listenerExecutor;
  }

  /** Sets the name of the executor's bean. */
  public void setListenerExecutor(@Nullable String listenerExecutor) {
    this.listenerExecutor = listenerExecutor;
  }

  /** {@return the pace of the attempts to rejoin the room} */
  public ReconnectProperties getReconnect() {
    return reconnect;
  }

  /** Sets the pace of the attempts to rejoin the room. */
  public void setReconnect(ReconnectProperties reconnect) {
    this.reconnect = reconnect;
  }
}
