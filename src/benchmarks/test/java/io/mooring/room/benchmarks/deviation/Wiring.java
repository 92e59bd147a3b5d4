package io.mooring.room.benchmarks.deviation;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import java.util.concurrent.CountDownLatch;

/** A machine that follows the table, and tells an application what the table says is told. */
interface Wiring extends AutoCloseable {

  /** Lets an event happen, by the machine's own interface. */
  Answer send(Event event);

  /**
   * The same, in the name of the session or timer before the present one. A machine that knows
   * nothing of sessions cannot tell the difference.
   */
  default Answer sendLate(Event event) {
    return send(event);
  }

  /** What an application that asks for the state gets. */
  ConnectionState state();

  /**
   * From now on, what the machine tries again by itself it tries after this moment: so that it does
   * not depend on the speed of the computer whether it gives up before.
   */
  default void tryAgainAfter(CountDownLatch moment) {}

  @Override
  default void close() {}
}
