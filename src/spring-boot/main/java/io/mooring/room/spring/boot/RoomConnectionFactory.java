package io.mooring.room.spring.boot;

import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomTransport;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spring.ConnectionEventPublisher;
import io.mooring.room.spring.RoomConnectionCustomizer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes connections with the settings of {@link RoomProperties}. The connections of the properties
 * are made by the starter; an application that declares one itself as a bean can use this too.
 */
public final class RoomConnectionFactory {

  /** The name of the connection of an application that names none. */
  static final String ONLY = "roomConnection";

  private final RoomProperties properties;
  private final ConfigurableApplicationContext context;
  private final ObjectProvider<RoomConnectionCustomizer> customizers;
  private final ObjectProvider<ConnectionMeters> meters;

  RoomConnectionFactory(
      RoomProperties properties,
      ConfigurableApplicationContext context,
      ObjectProvider<RoomConnectionCustomizer> customizers,
      ObjectProvider<ConnectionMeters> meters) {
    this.properties = properties;
    this.context = context;
    this.customizers = customizers;
    this.meters = meters;
  }

  /**
   * A connection that is initialised, unless a customizer restores it from a snapshot. Its changes
   * are published as {@link io.mooring.room.spring.ConnectionChangedEvent}s.
   *
   * @param name the name of its bean; settings of {@code mooring.room.connections.NAME} apply
   */
  public RoomConnection create(String name) {
    Settings settings = new Settings(name);
    RoomConnection.Builder builder = RoomConnection.builder(transport(settings));
    settings.apply("engine", ConnectionProperties::getEngine, this::engine, builder::engine);
    settings.apply(
        "reconnect-window", ConnectionProperties::getReconnectWindow, builder::reconnectWindow);
    settings.apply("join-timeout", ConnectionProperties::getJoinTimeout, builder::joinTimeout);
    settings.apply("reconnect", each -> each.getReconnect().create(), builder::reconnectPolicy);
    settings.apply("step-log", ConnectionProperties::getStepLog, builder::stepLog);
    settings.apply(
        "listener-executor",
        ConnectionProperties::getListenerExecutor,
        (bean, property) -> untilClosed(bean(bean, Executor.class, property)),
        builder::listenerExecutor);
    meters.ifAvailable(each -> each.prepare(name, builder));
    customizers.orderedStream().forEach(each -> each.customize(name, builder));

    RoomConnection connection = builder.build();
    connection.addListener(new ConnectionEventPublisher(connection, context));
    meters.ifAvailable(each -> each.watch(name, connection));
    if (connection.getConnectionState() == ConnectionState.UNKNOWN) {
      connection.initialize();
    }
    return connection;
  }

  private RoomTransport transport(Settings settings) {
    RoomTransport[] named = new RoomTransport[1];
    settings.apply(
        "transport",
        ConnectionProperties::getTransport,
        (bean, property) -> bean(bean, RoomTransport.class, property),
        transport -> named[0] = transport);
    RoomTransport only =
        named[0] != null ? named[0] : context.getBeanProvider(RoomTransport.class).getIfUnique();
    if (only != null) {
      return only;
    }
    String[] candidates = context.getBeanNamesForType(RoomTransport.class);
    if (candidates.length > 0) {
      throw new RoomSetupException(
          "The room connection '"
              + settings.connection
              + "' can use any of the transports "
              + String.join(", ", candidates)
              + ".",
          "Name one of them in the property " + settings.place("transport") + ".");
    }
    throw noTransport(settings.connection);
  }

  private RoomSetupException noTransport(String connection) {
    if (context.getEnvironment().containsProperty(JanusProperties.URL)) {
      return new RoomSetupException(
          "The property " + JanusProperties.URL + " needs mooring-janus.",
          "Add the dependency io.mooring:mooring-janus.");
    }
    return new RoomSetupException(
        "The room connection '" + connection + "' has no transport.",
        "Declare a bean of type "
            + RoomTransport.class.getName()
            + ", or set the property "
            + JanusProperties.URL
            + " to the address of a Janus server.");
  }

  private Supplier<? extends Engine> engine(EngineChoice choice, PropertyPlace property) {
    return switch (choice) {
      case GENERATED -> CompiledEngine::new;
      case SPRING_STATEMACHINE ->
          SpringStatemachine.engines(property, Objects.requireNonNull(context.getClassLoader()));
    };
  }

  private <T> T bean(String name, Class<T> type, PropertyPlace property) {
    try {
      return context.getBean(name, type);
    } catch (NoSuchBeanDefinitionException | BeanNotOfRequiredTypeException none) {
      List<String> others = Arrays.asList(context.getBeanNamesForType(type));
      throw new RoomSetupException(
          "The property "
              + property
              + " is "
              + name
              + property.origin(context.getEnvironment())
              + ", but no bean of type "
              + type.getName()
              + " has this name.",
          others.isEmpty()
              ? "Declare such a bean, or remove the property."
              : "There are: " + String.join(", ", others) + ".",
          none);
    }
  }

  /** The executors of a context that is closing refuse to work; what they refuse is done here. */
  private Executor untilClosed(Executor executor) {
    return task -> {
      try {
        executor.execute(task);
      } catch (RejectedExecutionException refused) {
        if (!context.isClosed()) {
          throw refused;
        }
        task.run();
      }
    };
  }

  /** Reads a setting; nothing where it is not set. */
  private interface Setting<T> {
    @Nullable T of(ConnectionProperties from);
  }

  /** What may be refused. */
  private interface Attempt<T> {
    @Nullable T run();
  }

  /** Converts a value, with the property that it is from. */
  private interface Conversion<T, U> {
    U convert(T value, PropertyPlace property);
  }

  /** The settings of one connection: its own, or else those of all. */
  private final class Settings {
    private final String connection;
    private final @Nullable ConnectionProperties own;

    Settings(String connection) {
      this.connection = connection;
      own = properties.getConnections().get(connection);
    }

    PropertyPlace place(String property) {
      return own == null
          ? PropertyPlace.ofAll(property)
          : PropertyPlace.ofConnection(connection, property);
    }

    <T> void apply(String property, Setting<T> value, Consumer<T> setter) {
      apply(property, value, (same, place) -> same, setter);
    }

    <T, U> void apply(
        String property, Setting<T> value, Conversion<T, U> conversion, Consumer<U> setter) {
      T ownValue = own == null ? null : evaluate(value, own, place(property));
      PropertyPlace place = ownValue == null ? PropertyPlace.ofAll(property) : place(property);
      T setValue = ownValue == null ? evaluate(value, properties, place) : ownValue;
      if (setValue != null) {
        permitted(
            place,
            () -> {
              setter.accept(conversion.convert(setValue, place));
              return null;
            });
      }
    }

    private <T> @Nullable T evaluate(
        Setting<T> value, ConnectionProperties from, PropertyPlace place) {
      return permitted(place, () -> value.of(from));
    }

    /** What the library refuses is refused in its words, which have the bounds, and the place. */
    private <T> @Nullable T permitted(PropertyPlace place, Attempt<T> step) {
      try {
        return step.run();
      } catch (IllegalArgumentException refused) {
        throw new RoomSetupException(
            place + place.origin(context.getEnvironment()) + ": " + refused.getMessage(),
            "Change the property " + place + ".",
            refused);
      }
    }
  }
}
