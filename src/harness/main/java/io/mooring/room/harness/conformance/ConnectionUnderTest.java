package io.mooring.room.harness.conformance;

import io.mooring.room.spec.Event;
import java.time.Duration;
import java.util.Optional;

/**
 * A connection state machine that is to be what the specification says: ours, the wrapper of an
 * SDK, or one that somebody wrote in another style. It is a black box that is given events and
 * answers them.
 *
 * <p>One that was never used is not initialised, and in no room. It is used by one thread.
 */
@FunctionalInterface
public interface ConnectionUnderTest {

  /**
   * Gives the connection an event, and says what came of it, once everything has come to rest: what
   * happens on other threads or on a timer must be waited for here.
   *
   * @param event a command of the user or a fact of the world, one of the {@linkplain
   *     Scope#events() events} of the scope in which it is tested; {@link
   *     Event#RECONNECT_WINDOW_USED_UP} means that the time for reconnecting is over
   * @return what the connection answered; what is not in the scope is not looked at
   */
  Answer apply(Event event);

  /**
   * The process of the connection dies, with all that it had; some time later another one goes on
   * from what was stored, and knows that time exactly. What is given next is given to that one.
   *
   * @param away how long there is no process
   * @param wayBack whether there is a transport that can take the session up again
   * @return the state of the other one and what it told by coming back, in order; empty if this
   *     connection cannot be restored: then the suite does not ask
   */
  default Optional<Answer> dieAndReturn(Duration away, boolean wayBack) {
    return Optional.empty();
  }
}
