package io.mooring.mbt.driver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that moves when a driver says so: for an action of the specification that lets time pass.
 * It begins at the epoch. For one thread.
 */
public final class VirtualClock extends Clock {
  private Instant now = Instant.EPOCH;

  /** A clock at the epoch. */
  public VirtualClock() {}

  /** Lets time pass. */
  public void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** This clock: its time is the same in all zones. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
