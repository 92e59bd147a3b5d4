package io.mooring.room.harness.conformance;

import io.mooring.mbt.run.SystemUnderTest;
import io.mooring.room.spec.Event;
import java.time.Duration;
import java.util.Optional;

/**
 * A connection state machine that must conform to the specification: ours, the wrapper of an SDK,
 * or any other. It is a black box that applies events and returns answers.
 *
 * <p>A new one is not initialised, and in no room. It is used by one thread.
 */
@FunctionalInterface
public interface ConnectionUnderTest extends SystemUnderTest<Event, ConnectionAnswer> {

  /**
   * Applies an event, and returns what can be observed when the connection is at rest: wait here
   * for what happens on other threads or by a timer.
   *
   * @param event a command of the user or a fact of the world, one of the {@linkplain
   *     ConnectionScope#events() events} of the scope in which it is tested; {@link
   *     Event#RECONNECT_WINDOW_USED_UP} means that the reconnect window has expired
   * @return the answer of the connection; what is not in the scope is not compared
   */
  @Override
  ConnectionAnswer apply(Event event);

  /**
   * Ends the process of the connection; some time later another process continues from what was
   * stored, and knows that time exactly. Further events are applied to the restored connection.
   *
   * @param away the time without a process
   * @param wayBack whether there is a transport that can resume the session
   * @return the state of the restored connection and the notifications of restoring it, in order;
   *     empty if this connection cannot be restored: then the suite skips these tests
   */
  default Optional<ConnectionAnswer> dieAndReturn(Duration away, boolean wayBack) {
    return Optional.empty();
  }
}
