package io.mooring.room.harness.log;

import io.mooring.mbt.machine.StepText;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.spec.Step;
import java.time.Duration;
import java.util.Locale;

/** Steps and times in words, as every report of the harness writes them. */
public final class RoomText {

  private RoomText() {}

  /**
   * One line: {@code CONNECTED --MediaLost--> RECONNECTING [notifies (RECONNECTING, ...); runs
   * START_RECONNECTING, ...]}.
   */
  public static String step(Step step) {
    return StepText.step(RoomMachine.table(), RoomMachine.step(step));
  }

  /** Seconds with three digits after the point. */
  public static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }

  /** Seconds with three digits after the point. */
  public static String seconds(Duration duration) {
    return seconds(duration.toNanos());
  }
}
