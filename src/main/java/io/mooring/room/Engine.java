package io.mooring.room;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;

/**
 * What decides the steps of one room connection. It holds the location and nothing else.
 *
 * <p>An engine belongs to one connection, which asks it for one step at a time: implementations
 * need not be safe for use by several threads at once, but successive calls come from different
 * threads. An engine calls nothing of the application.
 */
public interface Engine {

  /** Where the machine is. */
  Location location();

  /**
   * Lets an event happen.
   *
   * @param event what happens
   * @return the step, from the location before to the location after; defined for every event in
   *     every location
   * @throws IllegalStateException when the engine does not do what the specification demands; says
   *     what happened
   */
  Step step(Event event);
}
