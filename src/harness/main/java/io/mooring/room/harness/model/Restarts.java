package io.mooring.room.harness.model;

import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The processes of one client: when they die, what they store, and how the next one starts. */
public final class Restarts {
  private final VirtualTime time;
  private final Duration unit;
  private Stimulus.Die death = new Stimulus.Die(Duration.ZERO);
  private int momentsLeft;
  private @Nullable ConnectionSnapshot stored;
  private long storedAt;

  /**
   * The processes of a client that has stored nothing.
   *
   * @param unit times without a process, and what the next one knows of them, are multiples of it
   */
  public Restarts(VirtualTime time, Duration unit) {
    this.time = time;
    this.unit = unit;
  }

  /** Sets when the process dies; returns whether it dies now. */
  public boolean die(Stimulus.Die how) {
    death = how;
    momentsLeft = how.moments() + 1;
    return isDeath();
  }

  /** Counts a moment; returns whether the process dies in it. */
  public boolean isDeath() {
    return momentsLeft > 0 && --momentsLeft == 0;
  }

  /** The stimulus of the latest death. */
  public Stimulus.Die death() {
    return death;
  }

  /** Stores a snapshot. */
  public void store(ConnectionSnapshot snapshot) {
    stored = snapshot;
    storedAt = time.nanoTime();
  }

  /** The latest snapshot; null if there is none. */
  public @Nullable ConnectionSnapshot stored() {
    return stored;
  }

  /** Lets the time without a process pass, and returns the start of the next one. */
  public Restart restart() {
    ConnectionSnapshot last = stored;
    Duration away = unit.multipliedBy(death.away().dividedBy(unit));
    Duration sinceCapture = away.plusNanos(time.nanoTime() - storedAt);
    time.clear();
    time.sleep(away);
    return new Restart(
        last == null ? null : ConnectionSnapshot.parse(last.text()),
        death,
        sinceCapture,
        away,
        unit);
  }
}
