package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import java.time.Duration;
import java.util.List;

/**
 * One notification of a room connection: the state before, the state after, and the reason.
 *
 * <p>{@code from} and {@code to} are equal when listeners are notified of a reason without a change
 * of state, as when connecting through the cloud proxy begins.
 *
 * <p>Of two changes that follow one another, the second one's {@code from} is the first one's
 * {@code to}, unless the connection was released or initialised in between: both change the state
 * without a notification.
 *
 * @param from the state before
 * @param to the state that this change led to; {@link RoomConnection#getConnectionState()} gives
 *     this one or a later one while the change is delivered
 * @param reason why
 * @param sequence the number of this change in its connection: 1 for the first, and one more for
 *     each. A gap means that the connection was released before listeners were notified of the
 *     missing ones.
 * @param sessionEpoch the number of the session that the change is about: 1 for the first join that
 *     was accepted, and one more for each
 * @param elapsed how long the join or the reconnect episode that this change belongs to or ends had
 *     been under way when the change was decided, by {@link RoomScheduler#nanoTime()}: out of
 *     {@link ConnectionState#CONNECTING} since the join was requested, out of {@link
 *     ConnectionState#RECONNECTING} since the loss was reported; zero for every other change, also
 *     for the one that begins either, and where no time is measured, as in a {@link
 *     io.mooring.room.monitor.ConnectionMonitor}. Never negative.
 * @param repeated whether listeners may have been notified of it in an earlier life of the
 *     connection, which ended before the callbacks had returned. The number is the same.
 */
public record ConnectionChange(
    ConnectionState from,
    ConnectionState to,
    ConnectionReason reason,
    long sequence,
    long sessionEpoch,
    Duration elapsed,
    boolean repeated) {

  /** A change of which listeners are notified for the first time. */
  public ConnectionChange(
      ConnectionState from,
      ConnectionState to,
      ConnectionReason reason,
      long sequence,
      long sessionEpoch,
      Duration elapsed) {
    this(from, to, reason, sequence, sessionEpoch, elapsed, false);
  }

  /** A change with all its parts. */
  public ConnectionChange {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(reason, "reason");
    requireNonNull(elapsed, "elapsed");
  }

  /** The last change of a step. */
  static ConnectionChange last(Step step, long sequence, long sessionEpoch, Duration elapsed) {
    List<Notification> notifications = step.notifications();
    int last = notifications.size() - 1;
    return new ConnectionChange(
        last == 0 ? step.from().state() : notifications.get(last - 1).state(),
        notifications.get(last).state(),
        notifications.get(last).reason(),
        sequence,
        sessionEpoch,
        elapsed);
  }

  /** The same change, of which listeners are notified again in a later life. */
  ConnectionChange again() {
    return new ConnectionChange(from, to, reason, sequence, sessionEpoch, elapsed, true);
  }

  /** For example {@code CONNECTED -> RECONNECTING (SIGNAL_DISCONNECTED), change 3 of session 1}. */
  @Override
  public String toString() {
    return from
        + " -> "
        + to
        + " ("
        + reason
        + "), change "
        + sequence
        + " of session "
        + sessionEpoch
        + (repeated ? ", repeated" : "");
  }
}
