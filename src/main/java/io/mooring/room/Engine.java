package io.mooring.room;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;

/**
 * Decides the steps of one room connection. Its only state is the location.
 *
 * <p>An engine belongs to one connection, which calls it for one step at a time: implementations
 * need not be safe for use by several threads at once, but successive calls come from different
 * threads. An engine calls nothing of the application.
 */
public interface Engine {

  /** Where the machine is. */
  Location location();

  /**
   * Applies an event.
   *
   * @param event the event
   * @return the step, from the location before to the location after; defined for every event in
   *     every location
   * @throws IllegalStateException if the engine deviates from the specification; the message says
   *     how
   */
  Step step(Event event);
}
