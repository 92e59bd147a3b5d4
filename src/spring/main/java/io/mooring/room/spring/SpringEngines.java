package io.mooring.room.spring;

import io.mooring.room.Engine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spring.spec.StateMachineActions;
import io.mooring.room.spring.spec.StateMachineConfiguration;
import java.util.function.Supplier;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;

/**
 * Where a connection gets its {@link SpringEngine}: {@code
 * RoomConnection.builder(transport).engine(new SpringEngines())}.
 *
 * <p>It needs no application context; in one, it is a bean like any other. Each connection gets a
 * separate engine, so one bean serves them all. Safe for use by any thread.
 */
public final class SpringEngines implements Supplier<Engine> {

  /** A supplier of engines on the generated configuration. */
  public SpringEngines() {}

  /** A new engine on a new machine, in its initial location. */
  @Override
  public Engine get() {
    return new SpringEngine();
  }

  /**
   * A new machine of the generated configuration, not started, for use without a connection: it
   * then is plain Spring Statemachine, with all that the package's description warns of.
   *
   * @param actions what the machine's actions do
   */
  public static StateMachine<Location, Event> newMachine(StateMachineActions actions) {
    try {
      StateMachineBuilder.Builder<Location, Event> builder = StateMachineBuilder.builder();
      StateMachineConfiguration configuration = new StateMachineConfiguration(actions);
      configuration.configure(builder.configureStates());
      configuration.configure(builder.configureTransitions());
      return builder.build();
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException("The generated configuration was refused by Spring", failed);
    }
  }
}
