package io.mooring.room;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The scheduler of {@link RoomScheduler#system()}: {@link System#nanoTime()} and one daemon thread.
 */
final class SystemScheduler implements RoomScheduler {

  static final SystemScheduler INSTANCE = new SystemScheduler();

  private static final long IDLE_SECONDS = 10;

  private final ScheduledThreadPoolExecutor executor;

  private SystemScheduler() {
    executor = new ScheduledThreadPoolExecutor(1, SystemScheduler::newThread);
    // A cancelled window must not keep its connection alive for the rest of its 50 seconds.
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread newThread(Runnable work) {
    // Nothing of the thread that happened to come first is inherited, and no class loader is held.
    Thread thread = new Thread(null, work, "mooring-timer", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    Future<?> future = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }
}
