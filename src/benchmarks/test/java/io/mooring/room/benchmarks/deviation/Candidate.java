package io.mooring.room.benchmarks.deviation;

import io.mooring.room.CompiledEngine;
import io.mooring.room.spec.Notification;
import io.mooring.room.spring.SpringEngines;
import java.util.List;
import java.util.function.Consumer;

/** The candidates, in the order of the page. */
enum Candidate {
  /** Ours. */
  CONNECTION("RoomConnection"),
  /** Ours, on the engine of Spring. */
  CONNECTION_ON_SPRING("RoomConnection, Spring engine"),
  /** Spring alone, notified by actions. */
  SPRING_ACTION("Spring Statemachine, action"),
  /** Spring alone, notified by listeners. */
  SPRING_LISTENER("Spring Statemachine, listener"),
  /** The library squirrel-foundation, notified by actions. */
  SQUIRREL_ACTION("squirrel-foundation, action"),
  /** The library squirrel-foundation, notified by listeners. */
  SQUIRREL_LISTENER("squirrel-foundation, listener"),
  /** The library stateless4j. */
  STATELESS4J("stateless4j"),
  /** The library COLA. */
  COLA("COLA statemachine");

  private final String title;

  Candidate(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether every deviation of it is a fault of ours. */
  boolean isOurs() {
    return this == CONNECTION || this == CONNECTION_ON_SPRING;
  }

  /** Whether it can notify two applications independently. */
  boolean tellsTwo() {
    return this != COLA;
  }

  /**
   * A new machine in the initial location that notifies these applications, or the first where it
   * can notify only one.
   */
  Wiring wire(List<? extends Consumer<Notification>> told) {
    return switch (this) {
      case CONNECTION -> new ConnectionWiring(CompiledEngine::new, told);
      case CONNECTION_ON_SPRING -> new ConnectionWiring(new SpringEngines(), told);
      case SPRING_ACTION -> SpringWiring.ofActions(told);
      case SPRING_LISTENER -> SpringWiring.ofListeners(told);
      case SQUIRREL_ACTION -> SquirrelWiring.ofActions(told);
      case SQUIRREL_LISTENER -> SquirrelWiring.ofListeners(told);
      case STATELESS4J -> new Stateless4jWiring(told);
      case COLA -> new ColaWiring(told.get(0));
    };
  }
}
