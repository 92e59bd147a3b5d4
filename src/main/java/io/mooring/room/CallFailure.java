package io.mooring.room;

import static java.util.Objects.requireNonNull;

/**
 * A failure of code that a room connection called. It changed no state and delayed nothing else,
 * with one exception: while a call of the transport does not return, further calls of the transport
 * wait.
 *
 * @param callee the kind of code that failed
 * @param call what was called, for example {@code announceLeave} or {@code CONNECTED ->
 *     RECONNECTING ...}
 * @param sessionEpoch the number of the session; 0 if there was none yet
 * @param cause what was thrown; any {@link Throwable}, errors included. For a call of the transport
 *     that does not return it is a {@link java.util.concurrent.TimeoutException} with the stack of
 *     the thread that is in it
 * @param history what the connection had decided last when this was reported, as {@link
 *     RoomConnection#stepLog()} gives it; empty where there is nothing, and where the message of
 *     the cause has it already, as that of an {@link Engine} does
 */
public record CallFailure(
    Callee callee, String call, long sessionEpoch, Throwable cause, String history) {

  /** A failure with all its parts. */
  public CallFailure {
    requireNonNull(callee, "callee");
    requireNonNull(call, "call");
    requireNonNull(cause, "cause");
    requireNonNull(history, "history");
  }

  /** The end of a message: the last steps, if there are any. */
  static String past(String steps) {
    return steps.isEmpty() ? "" : "; the last steps, oldest first:\n" + steps;
  }

  /** The kinds of code that a room connection calls. */
  public enum Callee {
    /** A {@link ConnectionListener}. */
    LISTENER,
    /** The {@link RoomTransport} or one of its {@link RoomSession}s. */
    TRANSPORT,
    /** The {@link RoomScheduler}, or a {@link RoomScheduler.Cancellable} of it. */
    SCHEDULER,
    /**
     * The {@link RoomConnection.Builder#listenerExecutor executor of the listeners}, which threw.
     * Its callbacks were run on the thread that called it.
     */
    EXECUTOR,
    /** The {@link ReconnectPolicy}, or the source of its random numbers. */
    POLICY,
    /** The {@link StepRecorder}. */
    RECORDER,
    /** The {@link SnapshotStore}. */
    SNAPSHOT_STORE,
    /** The {@link Engine}, where its exception could not be thrown to a caller. */
    ENGINE
  }

  /**
   * For example {@code LISTENER failed at CONNECTED -> RECONNECTING ...: java.lang.Error: ...}, and
   * then the history, a step on each line.
   */
  @Override
  public String toString() {
    return callee
        + " failed at "
        + call
        + " in session "
        + sessionEpoch
        + ": "
        + cause
        + past(history);
  }
}
