package io.mooring.room.benchmarks.deviation;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import java.util.concurrent.CountDownLatch;

/** A machine that follows the table, and sends an application the table's notifications. */
interface Wiring extends AutoCloseable {

  /** Lets an event happen, by the machine's own interface. */
  Answer send(Event event);

  /**
   * The same, in the name of the session or timer before the present one. A machine that knows
   * nothing of sessions cannot distinguish them.
   */
  default Answer sendLate(Event event) {
    return send(event);
  }

  /** The state that a getter returns to the application. */
  ConnectionState state();

  /**
   * From now on, what the machine tries again by itself it tries after this moment: so that it does
   * not depend on the speed of the computer whether it gives up before.
   */
  default void tryAgainAfter(CountDownLatch moment) {}

  @Override
  default void close() {}
}
