package io.mooring.room.spring.boot;

import io.mooring.room.Engine;
import io.mooring.room.spec.Event;
import io.mooring.room.spring.SpringEngines;
import java.util.function.Supplier;
import org.springframework.boot.SpringBootVersion;
import org.springframework.util.ClassUtils;

/** The engine of {@code mooring-spring}, where it is there and works. */
final class SpringStatemachine {

  private static final String NEEDED = "org.springframework.statemachine.StateMachine";

  private SpringStatemachine() {}

  /**
   * Where connections get their engines.
   *
   * @param property the property that asks for them
   * @param loader of the application's classes
   */
  static Supplier<? extends Engine> engines(PropertyPlace property, ClassLoader loader) {
    if (!ClassUtils.isPresent(NEEDED, loader)) {
      throw new RoomSetupException(
          property + "=spring-statemachine needs mooring-spring.",
          "Add the dependency io.mooring:mooring-spring, or remove the property.");
    }
    return tried(property, () -> new SpringEngines().get());
  }

  /**
   * The same engines, of which one has taken a step: Spring Statemachine is no longer maintained,
   * so a later Spring may break it, and then the start of the application has to say so.
   */
  static Supplier<? extends Engine> tried(PropertyPlace property, Supplier<Engine> engines) {
    try {
      engines.get().step(Event.INITIALIZE);
    } catch (RuntimeException | LinkageError broken) {
      throw new RoomSetupException(
          property
              + "=spring-statemachine does not work with Spring Boot "
              + SpringBootVersion.getVersion()
              + ": "
              + broken,
          "Remove the property: the generated table takes the same steps.",
          broken);
    }
    return engines;
  }
}
