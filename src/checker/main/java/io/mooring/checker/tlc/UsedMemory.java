package io.mooring.checker.tlc;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much memory Java uses that is not garbage.
 *
 * <p>What is in use is only known after a collection, so one is requested where more than the limit
 * seems to be in use. To keep that cheap, the next one waits for ten times as long as the last one
 * took.
 */
public final class UsedMemory {

  private static final long SHARE = 10;

  private long nextNanos = System.nanoTime();

  /** Whether Java keeps more than a number of bytes. Where no collection can be had, it is not. */
  public boolean isMoreThan(long bytes) {
    long now = System.nanoTime();
    if (used() <= bytes || now < nextNanos) {
      return false;
    }
    long before = collections();
    ManagementFactory.getMemoryMXBean().gc();
    long end = System.nanoTime();
    nextNanos = end + SHARE * (end - now);
    return collections() > before && used() > bytes;
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }
}
