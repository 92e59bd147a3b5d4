package io.mooring.room.benchmarks.subject;

import io.mooring.room.benchmarks.Workload;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A machine under the clock. It begins in the initial location of the table.
 *
 * <p>It is an interface, so that naming one machine does not load the classes of all.
 */
public interface MeasuredMachine extends AutoCloseable {

  /** Fires an event, and returns the result of the machine's own interface. */
  @Nullable Object fire(Event event);

  /** Whether the machine is there, once all that was fired has happened. */
  boolean isIn(Location location);

  /** Lets all events of a workload happen. */
  default void walk(Workload workload, Blackhole blackhole) {
    for (Event event : workload.events()) {
      blackhole.consume(fire(event));
    }
  }

  /** Stops the threads of the machine, if it has any. */
  @Override
  default void close() {}
}
