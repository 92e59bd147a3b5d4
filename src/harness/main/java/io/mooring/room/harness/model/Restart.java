package io.mooring.room.harness.model;

import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.RoomConnection;
import io.mooring.room.TimeAway;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The start of a process after the death of an earlier one.
 *
 * @param stored the snapshot from which it continues; null if none was stored
 * @param death the death of the earlier process
 * @param sinceCapture the true time since the snapshot
 * @param sinceDeath the true time since the death
 * @param unit what the process knows of the time is in multiples of it
 */
public record Restart(
    @Nullable ConnectionSnapshot stored,
    Stimulus.Die death,
    Duration sinceCapture,
    Duration sinceDeath,
    Duration unit) {

  /** What the process knows of the time since the death. */
  public TimeAway knownSinceDeath() {
    return death.known().of(sinceDeath, unit);
  }

  /** The longest time since the death that is possible by what the process knows. */
  public Duration longestSinceDeath() {
    return death.known().longest(sinceDeath, unit);
  }

  /** The longest time since the snapshot that is possible by what the process knows. */
  public Duration longestSinceCapture() {
    return death.known().longest(sinceCapture, unit);
  }

  /** Whether the transport of the process can resume a session. */
  public boolean wayBack() {
    return death.wayBack();
  }

  /** A builder of the connection of this process. */
  public RoomConnection.Builder restore(RoomConnection.Builder builder) {
    return stored == null
        ? builder
        : builder.restore(stored, death.known().of(sinceCapture, unit), knownSinceDeath());
  }
}
