package io.mooring.room.spring.boot;

import io.mooring.room.RoomConnection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Makes each connection that has a name in the properties a bean of this name. */
final class NamedConnections implements ImportBeanDefinitionRegistrar {

  private static final Bindable<Map<String, Object>> NAMES =
      Bindable.mapOf(String.class, Object.class);

  private final Environment environment;

  NamedConnections(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry beans) {
    Map<String, String> names = new TreeMap<>();
    Binder.get(environment)
        .bind(PropertyPlace.CONNECTIONS, NAMES)
        .ifBound(
            connections ->
                connections
                    .keySet()
                    .forEach(
                        name -> {
                          String other = names.put(PropertyPlace.uniform(name), name);
                          if (other != null) {
                            throw oneName(other, name);
                          }
                          register(name, beans);
                        }));
  }

  private static void register(String name, BeanDefinitionRegistry beans) {
    if (beans.containsBeanDefinition(name)) {
      throw taken(name, beans.getBeanDefinition(name));
    }
    RootBeanDefinition connection = new RootBeanDefinition(RoomConnection.class);
    connection.setFactoryBeanName(RoomAutoConfiguration.FACTORY);
    connection.setFactoryMethodName("create");
    connection.getConstructorArgumentValues().addIndexedArgumentValue(0, name);
    connection.setDestroyMethodName("release");
    beans.registerBeanDefinition(name, connection);
  }

  private static RoomSetupException oneName(String one, String other) {
    return new RoomSetupException(
        "Two room connections have one name: "
            + PropertyPlace.CONNECTIONS
            + "."
            + one
            + " and "
            + PropertyPlace.CONNECTIONS
            + "."
            + other
            + ".",
        "Give each a name of its own; capital letters, dashes and underscores make no difference.");
  }

  private static RoomSetupException taken(String name, BeanDefinition other) {
    String from = Objects.requireNonNullElse(other.getResourceDescription(), "the application");
    return new RoomSetupException(
        "Two beans have one name: the room connection "
            + PropertyPlace.ofConnection(name)
            + " and the bean '"
            + name
            + "' of "
            + from
            + ".",
        "Give the connection another name, or the bean.");
  }
}
