package io.mooring.room.flight;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import org.jspecify.annotations.Nullable;

/**
 * Emits events for Java Flight Recorder. This class emits none: it is for a runtime image without
 * the recorder.
 *
 * <p>While no recording is running, no method allocates or reads a clock. Safe for use by any
 * thread, also under a lock: nothing of the application is called.
 */
// It and JfrFlightRecorder, its implementation where there is a recorder, refer to each other.
public class FlightRecorder {

  private static final FlightRecorder RECORDER = find();

  FlightRecorder() {}

  /** The recorder of this process. */
  public static FlightRecorder recorder() {
    return RECORDER;
  }

  private static FlightRecorder find() {
    try {
      Class.forName("jdk.jfr.Event", false, FlightRecorder.class.getClassLoader());
    } catch (ClassNotFoundException absent) {
      // The module jdk.jfr is not in this runtime image, or nothing has resolved it.
      return new FlightRecorder();
    }
    return JfrFlightRecorder.create();
  }

  /**
   * A connection has decided a step.
   *
   * @param connection identifies the connection
   * @param session the session current after the step; 0 if there was none yet
   * @param lasted how long what was under way before the step had lasted, in nanoseconds
   */
  public void decided(Object connection, Step step, long session, long lasted) {}

  /** A fact was dropped because what it is about is over. */
  public void stale(Object connection, Event fact, long session) {}

  /** Called code has thrown. */
  public void failed(
      Object connection, String callee, String call, long session, Throwable cause) {}

  /**
   * A listener is about to be called.
   *
   * @return is ended after the call; null if calls are not recorded
   */
  public @Nullable Call call() {
    return null;
  }

  /**
   * Follows the reconnect episodes of a session.
   *
   * @param open the episode that lasts, as this method gave it last
   * @param attempts how many attempts to get back were made in it
   * @return the episode that lasts after the step; null if there is none, or if it is not recorded
   */
  public @Nullable Episode follow(
      @Nullable Episode open, Object connection, Step step, long session, int attempts) {
    return null;
  }

  /** A reconnect episode that is being recorded. */
  public interface Episode {}

  /** A call of a listener that is being recorded. */
  @FunctionalInterface
  public interface Call {

    /** The call has ended, by returning or throwing. */
    void end(
        Object connection,
        Object listener,
        ConnectionState to,
        ConnectionReason reason,
        long session);
  }
}
