package android.os;

/** Stands in for Android's class of this name. A test moves both clocks. */
public final class SystemClock {

  private static long elapsed;
  private static long uptime;

  private SystemClock() {}

  /** The time since the boot, in nanoseconds, with deep sleep. */
  public static long elapsedRealtimeNanos() {
    return elapsed;
  }

  /** The time since the boot, in nanoseconds, without deep sleep: {@code System.nanoTime()}. */
  public static long uptimeNanos() {
    return uptime;
  }

  /** Moves the clocks on; the second one stands still while the device sleeps. */
  public static void advance(long nanos, boolean asleep) {
    elapsed += nanos;
    uptime += asleep ? 0 : nanos;
  }
}
